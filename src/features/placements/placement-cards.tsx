import { dayInWords } from '#domain/london-time.ts'
import { SummaryList, type SummaryRow } from '#govuk/index.ts'
import type { Party } from './agreements/agreements.query.ts'
import { commissionerWords, type Placement } from './placement.query.ts'
import { endWords } from './placement-table.tsx'
import { arrangedUnder, kindWords, needs, pricesPer, routeWords, subjects } from './words.ts'

const notSaid = 'Not said'

/** What a placement is: where, for whom, why and when. */
export const WhatItIs = ({ placement }: { placement: Placement }) => (
  <SummaryList
    card={{ title: 'What it is' }}
    rows={[
      {
        key: placement.provider_id ? 'Provider' : 'Host',
        value: placement.site_name
          ? `${placement.providerName}, ${placement.site_name}`
          : placement.providerName,
      },
      { key: 'Commissioner', value: commissionerWords(placement) },
      { key: 'Kind', value: kindWords[placement.kind] ?? placement.kind },
      { key: 'Route', value: routeWords(placement.route) },
      placement.arranged_under !== null && {
        key: 'Arranged under',
        value: arrangedUnder[placement.arranged_under],
      },
      { key: 'Purpose', value: placement.purpose ?? notSaid },
      {
        key: 'Need',
        value: placement.need_category ? needs[placement.need_category] : notSaid,
      },
      {
        key: 'Planned',
        value: `${dayInWords(placement.planned_start_on)} to ${placement.planned_end_on ? dayInWords(placement.planned_end_on) : 'no day named'}`,
      },
      placement.started_on !== null && {
        key: 'In fact',
        value: `${dayInWords(placement.started_on)} to ${placement.ended_on ? endWords(placement) : 'now'}`,
      },
      placement.end_reason !== null && { key: 'Why it ended', value: placement.end_reason },
      placement.declined_because !== null && {
        key: 'Why it was declined',
        value: placement.declined_because,
      },
    ]}
  />
)

/** What has to be in order around it, said also where nobody has recorded it yet; and the way to record it. */
export const WhatGoesWithIt = ({
  placement,
  parties,
  change,
}: {
  placement: Placement
  parties: readonly Party[]
  /** Whether the reader may record it. */
  change: boolean
}) => (
  <SummaryList
    card={{
      title: 'Agreements and details',
      ...(change
        ? {
            actions: [
              {
                href: `/placements/${placement.id}/details`,
                children: 'Change',
                visuallyHiddenText: 'the details',
              },
            ],
          }
        : {}),
    }}
    rows={[
      {
        key: 'Who agreed',
        value: (
          <a class="govuk-link" href={`/placements/${placement.id}/agreements`}>
            {agreedWords(parties)}
          </a>
        ),
      },
      day('Written agreement with the provider', placement.agreement_on),
      day('Risk assessed', placement.risk_assessed_on),
      said('At the school', placement.school_contact),
      said('At the commissioner', placement.commissioner_contact),
      said('At the provider', placement.provider_contact),
      said('Travel', placement.travel),
      said('What is taught', placement.subjects.map(subjectWord).join(', ') || null),
      said('Supervised all the time', yesNo(placement.supervised)),
      said('On the register there too', yesNo(placement.dual_registered)),
      said('Attendance code', placement.attendance_code),
      said('Price', priceWords(placement)),
    ]}
  />
)

const said = (key: string, value: string | null): SummaryRow => ({ key, value: value ?? notSaid })
const day = (key: string, on: Placement['agreement_on']): SummaryRow => ({
  key,
  value: on ? dayInWords(on) : 'Not recorded',
})
const yesNo = (known: boolean | null) => (known === null ? null : known ? 'Yes' : 'No')
const subjectWord = (subject: string) =>
  Object.entries(subjects).find(([key]) => key === subject)?.[1] ?? subject

const priceWords = ({ price_pence, price_per }: Placement) =>
  price_pence === null
    ? null
    : `£${(price_pence / 100).toFixed(2)} ${price_per ? pricesPer[price_per] : ''}`

function agreedWords(parties: readonly Party[]): string {
  const count = (answer: boolean | null) => parties.filter(({ agreed }) => agreed === answer).length
  const [no, open] = [count(false), count(null)]
  return [
    `${count(true)} of ${parties.length} agreed`,
    ...(no > 0 ? [`${no} said no`] : []),
    ...(open > 0 ? [`${open} not recorded`] : []),
  ].join(', ')
}
