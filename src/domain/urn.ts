import { compact } from './plain-text.ts'

declare const urn: unique symbol
/** A school's Unique Reference Number in the national register. A school that becomes an academy gets a new one. */
export type Urn = string & { readonly [urn]: true }

export const asUrn = (typed: string): Urn | undefined =>
  /^[1-9]\d{5}$/.test(compact(typed)) ? (compact(typed) as Urn) : undefined

export const whyNotUrn = (typed: string): string | undefined =>
  asUrn(typed) ? undefined : 'A URN is 6 numbers, like 123456'

export const asUkprn = (typed: string): string | undefined =>
  /^1\d{7}$/.test(compact(typed)) ? compact(typed) : undefined

/** The authority's number and the school's number within it, which together people call the DfE number. */
export interface DfeNumber {
  readonly authority: string
  readonly establishment: string
}

/** Reads `855/4001`, `855 4001` and `8554001`. */
export function asDfeNumber(typed: string): DfeNumber | undefined {
  const [, authority, establishment] = /^(\d{3})\/?(\d{4})$/.exec(compact(typed)) ?? []
  return authority && establishment ? { authority, establishment } : undefined
}

export const writeDfeNumber = ({ authority, establishment }: DfeNumber): string =>
  `${authority}/${establishment}`
