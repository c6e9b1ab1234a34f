import { z } from 'zod'
import {
  Button,
  ButtonGroup,
  EmptyState,
  ErrorSummary,
  Filter,
  Form,
  Layout,
  NumericData,
  PageHeading,
  Select,
} from '#govuk/index.ts'
import { several } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { assignReferral, colleagues } from '../case/assign.ts'
import { acceptReferral } from '../case/triage.ts'
import { GroupOfCases } from './group-of-cases.tsx'
import {
  chosenName,
  type Group,
  groups,
  type InboxCase,
  inboxCases,
  openDisputes,
} from './inbox.query.ts'
import { Filters, filterTags, inboxHref, inboxQuery } from './inbox-filter.tsx'

const groupKeys = Object.keys(groups) as Group[]

const chosenCases = several(z.array(z.uuid()))

const chosenOf = (answers: Readonly<Record<'not-looked-at' | 'us' | 'others', string[]>>) =>
  groupKeys.flatMap(group => answers[chosenName(group)])

/** What schools and Admissions sent to this partnership and nobody has ended: the co-ordinator’s day begins here. */
export const inboxPage = formPage({
  path: '/inbox',
  permission: 'referral.triage',
  query: inboxQuery,
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
          wrong(chosenName(cases[0]?.group ?? 'us'), 'Choose at least one case')
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
          href: `#group-${chosenName(group)}`,
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
    return inboxHref(visit.query)
  },
})

const schoolsOf = (cases: readonly InboxCase[]) =>
  [...new Map(cases.map(each => [each.schoolId, each.school]))]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name))
