import type { RouteKey } from '../route.ts'
import type { Case } from './case.query.ts'

export interface NextStep {
  readonly what: string
  readonly who: string
}

/** What has to happen next and who has to do it: for every state of a case there is an answer. */
export function nextStep({
  referral,
  referrer,
  partnership = 'The partnership',
  owner,
  openQuestions,
}: Pick<Case, 'referral' | 'referrer' | 'partnership' | 'owner' | 'openQuestions'>): NextStep {
  const coordinator = owner ? `${owner}, ${partnership}` : partnership
  const route = referral.route as RouteKey | null
  switch (referral.status) {
    case 'returned':
      return { what: 'Put right what the co-ordinator asks for, and send again', who: referrer }
    case 'withdrawn':
    case 'closed':
    case 'referred on':
      return { what: 'Nothing more: this case has ended', who: 'Nobody' }
    case 'listed':
      return { what: 'The panel hears the case', who: coordinator }
    case 'decided':
      return { what: 'Carry out what was decided', who: coordinator }
  }
  if (openQuestions > 0 && referral.waiting_for !== 'us')
    return {
      what: openQuestions === 1 ? 'Answer the open question' : `Answer ${openQuestions} questions`,
      who: referrer,
    }
  if (route === 'annual-review') return { what: 'The SENCO holds an annual review', who: referrer }
  if (route === 'looked-after-own')
    return { what: 'The Virtual School leads; the co-ordinator watches', who: 'Virtual School' }
  if (route === 'return-to-admissions')
    return { what: 'Return the referral: admission comes first', who: coordinator }
  if (referral.status === 'submitted')
    return { what: 'Read the referral and accept, return or refer on', who: coordinator }
  return { what: 'List the case for a panel', who: coordinator }
}
