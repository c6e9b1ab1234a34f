import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { InsetText, Table, WarningText } from '#govuk/index.ts'
import type { ProviderCounts } from './counts.ts'
import type { Tripwire } from './tripwire.ts'
import { WhatRulesSay } from './what-rules-say.tsx'

/** The counts before and after, and what the rules would say: other children as numbers only. */
export const TripwireView = ({
  tripwire,
  providerName,
}: {
  tripwire: Tripwire
  providerName: string
}) => (
  <>
    {tripwire.stops.length > 0 ? (
      <WarningText>
        {tripwire.stops.length === 1 ? 'One thing stands' : `${tripwire.stops.length} things stand`}{' '}
        in the way of this offer.
      </WarningText>
    ) : (
      <p class="govuk-body">Nothing stands in the way of this offer.</p>
    )}
    {tripwire.officers && (
      <InsetText>
        {tripwire.officers.message}{' '}
        <a class="govuk-link" href={`/providers/${tripwire.officers.providerId}/approval`}>
          What was decided
        </a>
      </InsetText>
    )}
    <Counts tripwire={tripwire} providerName={providerName} />
    <WhatRulesSay tripwire={tripwire} />
  </>
)

const Counts = ({ tripwire, providerName }: { tripwire: Tripwire; providerName: string }) => (
  <Table
    caption={`Children at ${providerName}, from all commissioners, on ${day(tripwire.day)}`}
    head={['Children', 'Without this placement', 'With it']}
    rows={(Object.keys(countWords) as (keyof ProviderCounts)[]).map(key => [
      countWords[key],
      tripwire.before[key],
      tripwire.after[key] === tripwire.before[key]
        ? tripwire.after[key]
        : `${tripwire.after[key]} (${tripwire.after[key] > tripwire.before[key] ? 'more' : 'fewer'})`,
    ])}
  />
)

const day = (on: IsoDate) => dayInWords(on)

const countWords: Record<keyof ProviderCounts, string> = {
  children: 'In all',
  overDays: 'More than 3 days a week',
  overHours: 'More than 18 hours a week',
  lookedAfter: 'Looked after',
  ehcp: 'With an EHCP',
  substantial: 'With the substantial part of the week there (early warning from 4)',
  legal:
    'Of these of compulsory school age (the law’s count: 5, or one who is looked after or has an EHCP)',
}
