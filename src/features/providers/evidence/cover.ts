import type { IsoDate } from '#domain/dates.ts'
import type { Insurance, Pence } from '#rules/facts.ts'
import { lawWith, type Parameter, type ParameterVersions } from '#rules/parameter.ts'
import {
  employersLiabilityExpected,
  employersLiabilityInLaw,
  professionalIndemnityExpected,
  publicLiabilityExpected,
  publicLiabilityMinimum,
} from '#rules/parameters/insurance.ts'
import type { Tone } from '../words.ts'

export const insuranceWords: Record<Insurance['kind'], string> = {
  'employers-liability': 'Employers’ liability',
  'public-liability': 'Public liability',
  'professional-indemnity': 'Professional indemnity',
}

export interface CoverLevel {
  readonly asks: 'The law' | 'Appendix 2' | 'The Council’s guide'
  readonly amountPence: Pence
  readonly enough: boolean
}
export interface CoverJudgement {
  readonly levels: readonly CoverLevel[]
  readonly word: string
  readonly tone: Tone
}

// The certificate of an employer is asked for by the law and by Appendix 2 with the same number (lines 9 and 81).
const asked: Record<Insurance['kind'], readonly [CoverLevel['asks'], Parameter<Pence>][]> = {
  'employers-liability': [
    ['The law', employersLiabilityInLaw],
    ['Appendix 2', employersLiabilityInLaw],
    ['The Council’s guide', employersLiabilityExpected],
  ],
  'public-liability': [
    ['Appendix 2', publicLiabilityMinimum],
    ['The Council’s guide', publicLiabilityExpected],
  ],
  'professional-indemnity': [['The Council’s guide', professionalIndemnityExpected]],
}

/** An amount of cover against everybody who asks for one: the law, Appendix 2, and what the Council expects as a guide. */
export function judgeCover(
  kind: Insurance['kind'],
  amountPence: Pence,
  today: IsoDate,
  parameters: ParameterVersions,
): CoverJudgement {
  const law = lawWith(parameters)
  const levels = asked[kind].map(([asks, parameter]) => {
    const wanted = law.value(parameter, today)
    return { asks, amountPence: wanted, enough: amountPence >= wanted }
  })
  return { levels, ...inWords(levels) }
}

function inWords(levels: readonly CoverLevel[]): { word: string; tone: Tone } {
  const short = levels.find(({ enough }) => !enough)
  if (!short) return { word: 'As much as the Council expects', tone: 'green' }
  if (short.asks === 'The law')
    return { word: 'Less than the law asks of an employer', tone: 'red' }
  return short.asks === 'Appendix 2'
    ? { word: 'Less than Appendix 2 asks', tone: 'red' }
    : { word: 'Less than the Council’s guide', tone: 'yellow' }
}

const whole = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
})

export const amountInWords = (pence: Pence): string =>
  pence % 100_000_000 === 0 ? `£${pence / 100_000_000} million` : whole.format(pence / 100)
