import { isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import { cite, faq } from '../sources.ts'

const seen = isoDate('2022-01-01')

/** Under this many days on the roll, another home area is worth a word with the other partnership. */
export const shortTimeOnRoll: Parameter<number> = {
  id: 'P-SHORT-ROLL',
  name: 'A few weeks on the roll',
  unit: 'days',
  standing: 'design',
  scope: 'local',
  versions: [
    {
      from: seen,
      value: 42,
      source: cite(faq, '121'),
      why: 'The FAQ says “a few weeks” and gives no number.',
    },
  ],
}

export const disputedResponse: Parameter<number> = {
  id: 'P-DISPUTE-RESPONSE',
  name: 'Response to a referral while its partnership is disputed',
  unit: 'school days after the referral',
  standing: 'design',
  scope: 'local',
  versions: [{ from: seen, value: 5, source: cite(faq, '121'), why: 'The FAQ gives no period.' }],
}

/** Who answers while it is disputed whose case a referral is: the FAQ says “the home partnership”. */
export const disputeAnsweredBy: Parameter<'holds-the-referral' | 'home-area'> = {
  id: 'P-DISPUTE-WHO',
  name: 'Partnership that answers a disputed referral',
  unit: 'holds-the-referral or home-area',
  choices: ['holds-the-referral', 'home-area'],
  standing: 'design',
  scope: 'local',
  versions: [
    {
      from: seen,
      value: 'holds-the-referral',
      source: cite(faq, '121', 'the home partnership'),
      why: 'The home address decides nothing else, and only who holds the referral can answer it.',
    },
  ],
}
