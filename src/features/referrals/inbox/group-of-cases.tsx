import { shortDayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { yearGroupName } from '#domain/year-group.ts'
import { levelTag } from '#features/findings/index.ts'
import { Details, type FormState, MultiSelect } from '#govuk/index.ts'
import { routes } from '../route.ts'
import { chosenName, type Group, groups, type InboxCase } from './inbox.query.ts'

/** One of the three groups: a table of its own to choose from. */
export const GroupOfCases = ({
  group,
  cases,
  form,
}: {
  group: Group
  cases: readonly InboxCase[]
  form: FormState
}) => (
  <section id={`group-${chosenName(group)}`}>
    <h2 class="govuk-heading-m">{groups[group]}</h2>
    <MultiSelect
      name={chosenName(group)}
      form={form}
      caption={groups[group]}
      captionHidden
      head={[
        'Child',
        'Route',
        'Findings',
        'Owner',
        { children: 'Days waiting', format: 'numeric' },
      ]}
      empty="Nothing here."
      rows={cases
        .filter(each => each.group === group)
        .map(each => ({
          value: each.id,
          label: writeReference('referral', each.reference),
          cells: [
            <ChildCell each={each} />,
            each.route ? routes[each.route] : 'Not known',
            each.findings ? (
              <>
                {levelTag({
                  level: each.findings.gravest,
                  blocks: each.findings.stops ? ['accept-referral'] : [],
                })}
                {each.findings.count > 1 && ` and ${each.findings.count - 1} more`}
              </>
            ) : (
              'None'
            ),
            each.owner ?? 'Nobody',
            { children: each.daysWaiting, format: 'numeric' },
          ],
        }))}
    />
  </section>
)

/** The name, and on demand what the case is about, without leaving the list. */
const ChildCell = ({ each }: { each: InboxCase }) => (
  <>
    <a class="govuk-link" href={`/cases/${each.id}`}>
      {each.name}
    </a>
    <br />
    {writeReference('referral', each.reference)}
    {each.year !== null && `, ${yearGroupName(each.year)}`}
    <br />
    {each.school}
    {each.sent && `, ${shortDayInWords(each.sent)}`}
    <Details summary="Quick view">
      <p class="govuk-body-s">{each.routeReason}</p>
      {each.reason && <p class="govuk-body-s">{shortened(each.reason)}</p>}
    </Details>
  </>
)

const shortened = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text)
