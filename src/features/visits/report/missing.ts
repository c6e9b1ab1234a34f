import type { IsoDate } from '#domain/dates.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts, Visit as VisitFacts } from '#rules/facts.ts'
import { allRules } from '#rules/registry.ts'
import type { VisitRecord, VisitRow } from '../visit.query.ts'
import { sections } from '../words.ts'

const siteVisit = allRules.filter(({ id }) => id === 'QAV-02')

/** The visit as the rules read it: what was looked at in each area, and how it is judged. */
const visitFacts = (
  visit: Pick<VisitRow, 'id' | 'commissioner_id'>,
  date: IsoDate,
  { items, judgements }: Pick<VisitRecord, 'items' | 'judgements'>,
): VisitFacts => ({
  id: visit.id,
  commissioner: visit.commissioner_id,
  date,
  sections: sections.map(id => {
    const judgement = judgements.find(({ section }) => section === id)
    return {
      id,
      items: items
        .filter(({ section }) => section === id)
        .map(({ item, free_words }) => item ?? free_words ?? ''),
      ...(judgement ? { judgement: judgement.judgement } : {}),
    }
  }),
})

/** What still has to be there before a visit can be submitted: rules QAV-02 and EVD-14 say, and then our form. */
export function missingOf(
  visit: VisitRow,
  record: Pick<VisitRecord, 'items' | 'judgements'>,
  today: IsoDate,
): string[] {
  const facts: Facts = {
    asOf: `${today}T12:00:00Z`,
    authority: 'authority',
    providers: [
      { id: visit.provider_id, visits: [visitFacts(visit, visit.visited_on ?? today, record)] },
    ],
  }
  return [
    ...evaluate(facts, { rules: siteVisit }).map(({ message }) => message),
    ...(visit.insurance_checked === true
      ? []
      : ['The record does not say that you asked for proof of insurance (rule EVD-14).']),
    ...(visit.visited_on === null ? ['The day of the visit is not said.'] : []),
    ...(visit.summary ? [] : ['There is no summary.']),
  ]
}
