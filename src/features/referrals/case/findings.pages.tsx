import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  acceptFinding,
  type CaseFindingRow,
  FindingCard,
  findingHistory,
} from '#features/findings/index.ts'
import { Button, EmptyState, Form, type FormState, TextArea, Timeline } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage, page } from '#platform/http/page.tsx'
import { recordCaseEvent } from '../case-event.ts'
import { caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'

/** Everything the rules say of this case now, the gravest first. */
export const caseFindingsPage = page({
  path: '/cases/:referral/findings',
  permission: 'finding.read',
  load: visit => openCase(visit, visit.params.referral),
  discloses: caseDisclosed,
  view: opened => (
    <CaseLayout opened={opened} title="Findings">
      {opened.findings.length === 0 ? (
        <EmptyState title="The rules have nothing to say">
          As soon as something is missing, late or to be known, it appears here with its source.
        </EmptyState>
      ) : (
        opened.findings.map(finding => (
          <FindingCard
            finding={finding}
            headingLevel={2}
            actions={
              <p class="govuk-body">
                <a class="govuk-link" href={`/cases/${opened.referral.id}/findings/${finding.id}`}>
                  History of this finding
                  <span class="govuk-visually-hidden">: {finding.message}</span>
                </a>
              </p>
            }
          />
        ))
      )}
    </CaseLayout>
  ),
})

/** One finding: since when, what it was before, and the place to accept it with a reason. */
export const caseFindingPage = formPage({
  path: '/cases/:referral/findings/:finding',
  permission: 'finding.read',
  load: async visit => {
    const opened = await openCase(visit, visit.params.referral)
    const found = await findingHistory(visit.tx, opened.referral.id, visit.params.finding)
    if (!found) throw new NotFound()
    const { finding } = found
    return {
      opened,
      ...found,
      mayAccept:
        may(visit.me, 'finding.accept') &&
        opened.side === 'partnership' &&
        !finding.supersededAt &&
        !finding.acceptedAt,
    }
  },
  discloses: ({ opened, finding }) => ({
    event: 'finding.viewed',
    subjectKind: 'finding',
    subjectId: finding.id,
    childId: opened.referral.child_id ?? undefined,
  }),
  schema: z.object({ reason: text('Say why you accept this', { most: 2000 }) }),
  view: ({ opened, finding, history, mayAccept }, form) => (
    <CaseLayout
      opened={opened}
      title="A finding"
      form={form}
      back={`/cases/${opened.referral.id}/findings`}
      path={`/cases/${opened.referral.id}/findings`}
    >
      <FindingCard finding={finding} headingLevel={2} />
      {mayAccept && <AcceptForm finding={finding} form={form} />}
      <h2 class="govuk-heading-m">What became of it</h2>
      <Timeline events={history.flatMap(eventsOf)} />
    </CaseLayout>
  ),
  submit: async (visit, { opened, finding, mayAccept }, { reason }) => {
    if (!mayAccept) throw new NotFound()
    await acceptFinding(visit, finding.id, reason)
    await recordCaseEvent(visit, opened.referral.id, 'finding accepted', {
      rule: finding.rule,
      because: reason,
    })
    visit.flash('The finding is accepted, with your name and reason')
    return `/cases/${opened.referral.id}/findings`
  },
})

const AcceptForm = ({ finding, form }: { finding: CaseFindingRow; form: FormState }) => (
  <Form>
    <TextArea
      name="reason"
      form={form}
      label={
        finding.blocks.length > 0
          ? 'Why do you go on although this stands in the way?'
          : 'Why do you let this stand?'
      }
      hint="Your name and this reason stay with the finding for good."
    />
    <Button variant={finding.blocks.length > 0 ? 'warning' : 'secondary'} preventDoubleClick>
      Accept the finding
    </Button>
  </Form>
)

function eventsOf(row: CaseFindingRow) {
  const at = (title: string, moment: Date, words?: string, by?: string) => ({
    title,
    when: momentInWords(moment),
    dateTime: moment.toISOString(),
    ...(by ? { by } : {}),
    ...(words ? { children: <p class="govuk-body">{words}</p> } : {}),
  })
  return [
    ...(row.supersededAt ? [at('No longer so', row.supersededAt)] : []),
    ...(row.acceptedAt
      ? [at('Accepted', row.acceptedAt, row.acceptedReason ?? '', row.acceptedName ?? '')]
      : []),
    at('Found', row.since, row.message),
  ]
}
