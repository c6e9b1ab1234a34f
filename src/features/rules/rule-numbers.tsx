import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Table, Tag } from '#govuk/index.ts'
import type { Parameter, ParameterVersions, Version } from '#rules/parameter.ts'
import type { Rule } from '#rules/rule.ts'
import { SourceName } from './rule-sources.tsx'
import { valueWithUnit } from './value-words.ts'

/** Every value that the numbers of a rule have had or will have, the newest first. */
export const Numbers = ({
  rule,
  added,
  today,
}: {
  rule: Rule
  added: ParameterVersions
  today: IsoDate
}) =>
  rule.parameters.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Its numbers</h2>
      {rule.parameters.map(parameter => (
        <ValuesOf parameter={parameter} versions={versionsOf(parameter, added)} today={today} />
      ))}
    </>
  )

/** Shipped and added values by the day from which they hold; of two from one day the later added counts. */
export const versionsOf = (
  parameter: Parameter,
  added: ParameterVersions,
): readonly Version<unknown>[] =>
  [...parameter.versions, ...(added[parameter.id] ?? [])].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  )

/** The value that holds on the day; before the first known value, that first one. */
export const inForce = (versions: readonly Version<unknown>[], today: IsoDate) =>
  versions.findLast(({ from }) => from <= today) ?? versions[0]

export const ValuesOf = ({
  parameter,
  versions,
  today,
}: {
  parameter: Parameter
  versions: readonly Version<unknown>[]
  today: IsoDate
}) => {
  const now = inForce(versions, today)
  return (
    <Table
      caption={parameter.name}
      head={['Value', 'From', 'Source', 'Why', 'State']}
      rows={[...versions]
        .reverse()
        .map(version => [
          valueWithUnit(parameter, version.value),
          dayInWords(version.from),
          <SourceName source={version.source} />,
          version.why ?? '',
          version === now ? (
            <Tag tone="green">Applies now</Tag>
          ) : version.from > today ? (
            <Tag>From then on</Tag>
          ) : (
            <Tag tone="grey">Superseded</Tag>
          ),
        ])}
    />
  )
}
