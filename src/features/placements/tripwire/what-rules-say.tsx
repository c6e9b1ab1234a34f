import type { VNode } from 'preact'
import { levelTag } from '#features/findings/index.ts'
import { Details, NoBreak, Table } from '#govuk/index.ts'
import { levels } from '#rules/finding.ts'
import type { Tripwire, TripwireFinding } from './tripwire.ts'

/** What the rules would say of it: first what stands in the way, then the rest, and folded what is only to be known. */
export const WhatRulesSay = ({ tripwire: { ofTheProvider, findings } }: { tripwire: Tripwire }) => {
  const groups = inGroups(findings).sort((a, b) => gravity(b) - gravity(a))
  const stops = groups.filter(({ first }) => first.stops)
  const [toKnow = [], rest = []] = [true, false].map(mild =>
    groups.filter(({ first }) => !first.stops && (first.finding.level === 'info') === mild),
  )
  const accepted = ofTheProvider.filter(({ acceptedAt }) => acceptedAt)
  const standing = ofTheProvider.filter(({ acceptedAt }) => !acceptedAt)
  const nothing = groups.length + ofTheProvider.length === 0
  return (
    <>
      {standing.length + stops.length > 0 && (
        <Rules
          caption="What stands in the way"
          rows={[
            ...standing.map(finding => [
              levelTag(finding),
              finding.message,
              'No, it stands on the provider',
              ruleLink(finding.rule),
            ]),
            ...stops.map(rowOf),
          ]}
        />
      )}
      {rest.length + accepted.length > 0 && (
        <Rules
          caption="What else the rules say of it"
          rows={[
            ...rest.map(rowOf),
            ...accepted.map(finding => [
              levelTag(finding),
              `${finding.message} ${finding.acceptedName} accepted this: ${finding.acceptedReason}`,
              'No, it stands on the provider',
              ruleLink(finding.rule),
            ]),
          ]}
        />
      )}
      {toKnow.length > 0 && (
        <Details
          summary={
            toKnow.length === 1 ? 'One thing more to know' : `${toKnow.length} things more to know`
          }
        >
          <Rules caption="To know" rows={toKnow.map(rowOf)} />
        </Details>
      )}
      {nothing && <p class="govuk-body">The rules have nothing to say of it.</p>}
    </>
  )
}

const Rules = ({ caption, rows }: { caption: string; rows: (VNode | string)[][] }) => (
  <Table
    caption={caption}
    head={['How grave', 'What', 'By this placement?', 'Rule']}
    rows={rows}
    empty=""
  />
)

interface Group {
  readonly first: TripwireFinding
  readonly messages: readonly string[]
}

const gravity = ({ first }: Group) => levels.indexOf(first.finding.level)

/** What one rule says many times over, such as of each paper not seen, is one line that opens. */
function inGroups(findings: readonly TripwireFinding[]): Group[] {
  const groups = Map.groupBy(
    findings,
    ({ finding, change, stops }) => `${finding.rule} ${finding.level} ${change} ${stops}`,
  )
  return [...groups.values()].flatMap(group => {
    const [first] = group
    return first ? [{ first, messages: group.map(({ finding }) => finding.message) }] : []
  })
}

const rowOf = ({ first, messages }: Group) => [
  levelTag({ level: first.finding.level, blocks: [...first.finding.blocks] }),
  <Said messages={messages} />,
  changeWords[first.change],
  ruleLink(first.finding.rule),
]

const Said = ({ messages }: { messages: readonly string[] }) =>
  messages.length < 3 ? (
    <span>{messages.join(' ')}</span>
  ) : (
    <>
      {messages.length} things.
      <Details summary="Show them">
        <ul class="govuk-list govuk-list--bullet">
          {messages.map(each => (
            <li>{each}</li>
          ))}
        </ul>
      </Details>
    </>
  )

const changeWords = { new: 'Yes, it is new', graver: 'Yes, it grows', same: 'No' } as const

const ruleLink = (rule: string) => (
  <a class="govuk-link" href={`/rules/${rule}`}>
    <NoBreak>{rule}</NoBreak>
  </a>
)
