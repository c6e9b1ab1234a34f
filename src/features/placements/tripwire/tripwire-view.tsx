import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { levelTag } from '#features/findings/index.ts'
import { Details, InsetText, NoBreak, Table, WarningText } from '#govuk/index.ts'
import { levels } from '#rules/finding.ts'
import type { ProviderCounts } from './counts.ts'
import type { Tripwire, TripwireFinding } from './tripwire.ts'

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
    <Table
      caption="What the rules say of it"
      head={['How grave', 'What', 'By this placement?', 'Rule']}
      rows={[
        ...tripwire.ofTheProvider.map(finding => [
          levelTag(finding),
          finding.acceptedAt
            ? `${finding.message} ${finding.acceptedName} accepted this: ${finding.acceptedReason}`
            : `${finding.message} This stops the offer.`,
          'No, it stands on the provider',
          ruleLink(finding.rule),
        ]),
        ...inGroups(tripwire.findings)
          .sort((a, b) => graveness(b.first) - graveness(a.first))
          .map(({ first, messages }) => [
            levelTag({ level: first.finding.level, blocks: [...first.finding.blocks] }),
            <Said messages={messages} stops={first.stops} />,
            changeWords[first.change],
            ruleLink(first.finding.rule),
          ]),
      ]}
      empty="The rules have nothing to say of it."
    />
  </>
)

/** What stops the offer is read first, then the rest as grave as it is. */
const graveness = ({ stops, finding }: TripwireFinding) =>
  (stops ? levels.length : 0) + levels.indexOf(finding.level)

/** What one rule says many times over, such as of each paper not seen, is one line that opens. */
function inGroups(findings: readonly TripwireFinding[]) {
  const groups = Map.groupBy(
    findings,
    ({ finding, change, stops }) => `${finding.rule} ${finding.level} ${change} ${stops}`,
  )
  return [...groups.values()].flatMap(group => {
    const [first] = group
    return first ? [{ first, messages: group.map(({ finding }) => finding.message) }] : []
  })
}

const Said = ({ messages, stops }: { messages: readonly string[]; stops: boolean }) => {
  const ending = stops ? ' This stops the offer.' : ''
  if (messages.length < 3) return <>{`${messages.join(' ')}${ending}`}</>
  return (
    <>
      {`${messages.length} things.${ending}`}
      <Details summary="Show them">
        <ul class="govuk-list govuk-list--bullet">
          {messages.map(each => (
            <li>{each}</li>
          ))}
        </ul>
      </Details>
    </>
  )
}

const changeWords = { new: 'Yes, it is new', graver: 'Yes, it grows', same: 'No' } as const

const ruleLink = (rule: string) => (
  <a class="govuk-link" href={`/rules/${rule}`}>
    <NoBreak>{rule}</NoBreak>
  </a>
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
