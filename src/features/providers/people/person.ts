export const personRoles = {
  'safeguarding-lead': 'Safeguarding lead',
  'deputy-safeguarding-lead': 'Deputy safeguarding lead',
  staff: 'Staff',
  volunteer: 'Volunteer',
  governor: 'Governor or trustee',
} as const
export type PersonRole = keyof typeof personRoles

export const checkKinds = {
  'enhanced with barred lists': 'Enhanced, with the barred lists',
  enhanced: 'Enhanced',
  standard: 'Standard',
  basic: 'Basic',
} as const
export type CheckKind = keyof typeof checkKinds

export const trainerWords = { county: 'The County’s trainers', other: 'Somebody else' } as const

/** A check’s number as it may be shown: its end, and that there is more. */
export const maskedNumber = (end: string | null): string => (end ? `••••••••• ${end}` : 'No number')
