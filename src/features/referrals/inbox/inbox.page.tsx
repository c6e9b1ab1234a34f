import { z } from 'zod'
import { shortDayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { yearGroupName } from '#domain/year-group.ts'
import { levelTag } from '#features/findings/index.ts'
import {
  Button,
  ButtonGroup,
  Details,
  EmptyState,
  ErrorSummary,
  Filter,
  Form,
  type FormState,
  Layout,
  MultiSelect,
  NumericData,
  PageHeading,
  Select,
  TextInput,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { levels } from '#rules/finding.ts'
import { assignReferral, colleagues } from '../case/assign.ts'
import { acceptReferral } from '../case/triage.ts'
import { type RouteKey, routes } from '../route.ts'
import {
  type Group,
  groups,
  type InboxCase,
  inboxCases,
  openDisputes,
  sortKeys,
} from './inbox.query.ts'

const routeKeys = Object.keys(routes) as [RouteKey, ...RouteKey[]]
const optional = z.string().max(100).optional().catch(undefined)

const query = z.object({
  search: optional,
  school: optional,
  route: z.enum(routeKeys).optional().catch(undefined),
  assigned: optional,
  level: z.enum(levels).optional().catch(undefined),
  sort: z.enum(sortKeys).catch('waiting'),
  direction: z.enum(['ascending', 'descending']).catch('descending'),
})
type Query = z.infer<typeof query>

const groupKeys = Object.keys(groups) as Group[]

/** What schools and Admissions sent to this partnership and nobody has ended: the co-ordinator’s day begins here. */
export const inboxPage = formPage({
  path: '/inbox',
  permission: 'referral.triage',
  query,
  load: async ({ tx, me, today, query: filter }) => {
    const { cases, all } = await inboxCases(tx, me.organisationId, filter, today)
    return {
      cases,
      schools: schoolsOf(all),
      people: await colleagues(tx, me.organisationId, 'coordinator', today),
      total: all.length,
      filter,
      disputes: await openDisputes(tx),
    }
  },
  discloses: ({ cases }) =>
    cases.length === 0
      ? []
      : {
          event: 'referral.listed',
          subjectKind: 'referrals',
          detail: { list: 'inbox', count: cases.length },
        },
  schema: ({ people, cases }) =>
    z
      .object({
        'not-looked-at': chosenCases,
        us: chosenCases,
        others: chosenCases,
        to: z.string().optional(),
        what: z.enum(['assign', 'accept']),
      })
      .superRefine((answers, context) => {
        const wrong = (path: string, message: string) =>
          context.addIssue({ code: 'custom', path: [path], message })
        if (chosenOf(answers).length === 0)
          wrong(idOf(cases[0]?.group ?? 'us'), 'Choose at least one case')
        else if (answers.what === 'assign' && !people.some(({ id }) => id === answers.to))
          wrong('to', 'Choose who takes the cases')
      }),
  view: ({ cases, schools, people, total, filter, disputes }, form) => (
    <Layout title="Inbox" form={form} wide>
      <ErrorSummary form={form} />
      <PageHeading>Inbox</PageHeading>
      {disputes > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href="/disputes">
            {disputes === 1
              ? '1 open dispute about responsibility'
              : `${disputes} open disputes about responsibility`}
          </a>
        </p>
      )}
      <NumericData
        items={groupKeys.map(group => ({
          number: cases.filter(each => each.group === group).length,
          label: groups[group],
          href: `#group-${idOf(group)}`,
        }))}
      />
      <Filter
        clearHref="/inbox"
        tags={filterTags(filter, schools, people)}
        results={
          total === 0 ? (
            <EmptyState title="Nothing has been referred to you">
              When a school of your partnership, or School Admissions, sends a referral, it appears
              here.
            </EmptyState>
          ) : (
            <Form>
              {groupKeys.map(group => (
                <GroupOfCases group={group} cases={cases} form={form} />
              ))}
              <Select
                name="to"
                form={form}
                label="Give the chosen cases to"
                blank="Choose a co-ordinator"
                items={people.map(({ id, name }) => ({ value: id, text: name }))}
              />
              <ButtonGroup>
                <Button name="what" value="assign" variant="secondary" preventDoubleClick>
                  Assign the chosen cases
                </Button>
                <Button name="what" value="accept" variant="secondary" preventDoubleClick>
                  Accept the chosen cases
                </Button>
              </ButtonGroup>
            </Form>
          )
        }
      >
        <Filters filter={filter} schools={schools} people={people} />
      </Filter>
    </Layout>
  ),
  submit: async (visit, _model, { to, what, ...answers }) => {
    const chosen = chosenOf(answers)
    for (const id of chosen) {
      if (what === 'assign') await assignReferral(visit, id, to ?? '')
      else await acceptReferral(visit, id)
    }
    const count = chosen.length === 1 ? '1 case is' : `${chosen.length} cases are`
    visit.flash(`${count} ${what === 'assign' ? 'assigned' : 'accepted'}`)
    return '/inbox'
  },
})

/** Each group is a table of its own, so each has a name of its own for what is chosen in it. */
const idOf = (group: Group) => group.replaceAll(' ', '-') as 'not-looked-at' | 'us' | 'others'

const chosenCases = z.preprocess(
  chosen => (chosen === undefined ? [] : Array.isArray(chosen) ? chosen : [chosen]),
  z.array(z.uuid()),
)

const chosenOf = (answers: Readonly<Record<'not-looked-at' | 'us' | 'others', string[]>>) =>
  groupKeys.flatMap(group => answers[idOf(group)])

const GroupOfCases = ({
  group,
  cases,
  form,
}: {
  group: Group
  cases: readonly InboxCase[]
  form: FormState
}) => (
  <section id={`group-${idOf(group)}`}>
    <h2 class="govuk-heading-m">{groups[group]}</h2>
    <MultiSelect
      name={idOf(group)}
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

const schoolsOf = (cases: readonly InboxCase[]) =>
  [...new Map(cases.map(each => [each.schoolId, each.school]))]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name))

type Named = readonly { readonly id: string; readonly name: string }[]

const levelWords = {
  info: 'Anything to know',
  warning: 'To check, or worse',
  high: 'Stopped, or worse',
  breach: 'Not met, or worse',
  critical: 'Legal risk',
} as const

const Filters = ({ filter, schools, people }: { filter: Query; schools: Named; people: Named }) => {
  const form = { values: filter as FormState['values'], errors: {} }
  return (
    <>
      <TextInput name="search" form={form} label="Name or reference" />
      <Select
        name="school"
        form={form}
        label="Referred by"
        items={[
          { value: '', text: 'Anyone' },
          ...schools.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select name="route" form={form} label="Route" items={{ '': 'Any', ...routes }} />
      <Select
        name="assigned"
        form={form}
        label="Owner"
        items={[
          { value: '', text: 'Anyone' },
          { value: 'nobody', text: 'Nobody yet' },
          ...people.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select name="level" form={form} label="Findings" items={{ '': 'Any', ...levelWords }} />
      <Select
        name="sort"
        form={form}
        label="Sort by"
        items={{
          waiting: 'Days waiting',
          sent: 'Day sent',
          name: 'Child',
          school: 'Referred by',
          route: 'Route',
        }}
      />
      <Select
        name="direction"
        form={form}
        label="Order"
        items={{ descending: 'Highest or latest first', ascending: 'Lowest or earliest first' }}
      />
    </>
  )
}

function filterTags(filter: Query, schools: Named, people: Named) {
  const nameIn = (list: Named, id: string) => list.find(each => each.id === id)?.name ?? id
  const without = (key: keyof Query) => {
    const rest = Object.entries(filter).filter(([name, value]) => name !== key && value)
    return `/inbox?${new URLSearchParams(rest as [string, string][])}`
  }
  return [
    filter.search && { label: 'Search', text: filter.search, removeHref: without('search') },
    filter.school && {
      label: 'Referred by',
      text: nameIn(schools, filter.school),
      removeHref: without('school'),
    },
    filter.route && {
      label: 'Route',
      text: routes[filter.route],
      removeHref: without('route'),
    },
    filter.assigned && {
      label: 'Owner',
      text: filter.assigned === 'nobody' ? 'Nobody yet' : nameIn(people, filter.assigned),
      removeHref: without('assigned'),
    },
    filter.level && {
      label: 'Findings',
      text: levelWords[filter.level],
      removeHref: without('level'),
    },
  ].filter(tag => typeof tag === 'object')
}
