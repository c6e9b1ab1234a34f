import type { PartnershipCast, People } from '../cast.ts'
import type { nursery } from '../children.ts'
import type { Partnership, School } from '../county.ts'

/** A child whom the panel of a partnership decided about. */
export interface DecidedChild {
  readonly id: string
  readonly school: School
  readonly code: string
  readonly meeting: number
}

export interface Setting {
  readonly index: number
  readonly partnership: Partnership
  readonly cast: PartnershipCast
  readonly people: People
  readonly outward: string
  readonly born: ReturnType<typeof nursery>
  readonly decided: readonly DecidedChild[]
}
