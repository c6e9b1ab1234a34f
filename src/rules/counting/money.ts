import type { Pence } from '../facts.ts'

/** A fraction of whole numbers. Money, shares and hours are never multiplied in binary floating point. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint }

export const ratio = (numerator: number, denominator: number): Ratio => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
})

/** The number exactly as it is written in decimals: 33.3 is 333/10. */
export function decimal(value: number): Ratio {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const digits = BigInt(whole + fraction)
  const scale = fraction.length - Number(exponent)
  return scale > 0
    ? { numerator: digits, denominator: 10n ** BigInt(scale) }
    : { numerator: digits * 10n ** BigInt(-scale), denominator: 1n }
}

export const times = (a: Ratio, b: Ratio): Ratio => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
})

export const plus = (a: Ratio, b: Ratio): Ratio => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
})

/** To the nearest whole number, halves upwards. */
export function rounded({ numerator, denominator }: Ratio): number {
  const twice = 2n * numerator + denominator
  const by = 2n * denominator
  const down = twice / by
  return Number(twice < 0n && down * by !== twice ? down - 1n : down)
}

/** That part of a sum, in whole pence, halves upwards: `partOf(650000, 33, 52)`. */
export const partOf = (sum: Pence, numerator: number, denominator: number): Pence =>
  rounded({ numerator: BigInt(sum) * BigInt(numerator), denominator: BigInt(denominator) })

export const pounds = (pence: Pence): string => {
  const sign = pence < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(pence) / 100)
  const rest = Math.abs(pence) % 100
  const text = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}£${text}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
}
