import { establishmentTypes } from '#domain/codes/establishment-type.ts'
import { type GiasSchool, isSecondarySchool } from '#domain/gias.ts'

/** The kinds of school that an import can take, as people who run partnerships tell them apart. */
export const schoolKinds = {
  secondary: 'Secondary, middle deemed secondary and all-through',
  special: 'Special schools',
  alternative: 'Pupil referral units and alternative provision',
  sixteen: '16 plus and colleges',
  primary: 'Primary, middle deemed primary and nursery',
  independent: 'Independent schools',
  other: 'Others',
} as const
export type SchoolKind = keyof typeof schoolKinds
export const schoolKindKeys = Object.keys(schoolKinds) as [SchoolKind, ...SchoolKind[]]

/** The register gives no phase to special schools, referral units and independent schools: their type tells. */
export function kindOfSchool(school: Pick<GiasSchool, 'typeCode' | 'phase'>): SchoolKind {
  const kind = establishmentTypes.find(school.typeCode)?.kind
  if (kind === 'special') return 'special'
  if (kind === 'pru') return 'alternative'
  if (kind === 'independent') return 'independent'
  if (isSecondarySchool(school)) return 'secondary'
  const phase = school.phase.toLowerCase()
  if (phase === 'nursery' || phase.includes('primary')) return 'primary'
  return phase.startsWith('16') || kind === 'college' ? 'sixteen' : 'other'
}

const maintainedTypes = new Set(['01', '02', '03', '05', '07', '12', '14'])
export const isMaintained = ({ typeCode }: Pick<GiasSchool, 'typeCode'>): boolean =>
  maintainedTypes.has(typeCode)
