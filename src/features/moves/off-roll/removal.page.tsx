import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { ChildIdentityBar, identityOf } from '#features/children/index.ts'
import { FindingCard } from '#features/findings/index.ts'
import {
  BackLink,
  ButtonMenu,
  Layout,
  type MenuItem,
  PageHeading,
  SummaryList,
  Table,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { removalGround } from '#rules/data/removal-grounds.ts'
import { whatStops } from './make-removal.ts'
import { absencesOf, type RollRemoval, removalById } from './removal.query.ts'
import { removalViewed } from './removal-layout.tsx'
import { statusTag } from './status-tag.tsx'

/** One removal: its ground and what it needs, what is there, what the rules say, and the return that is due. */
export const removalPage = page({
  path: '/removals/:removal',
  permission: 'removal.read',
  async load({ tx, params, today }) {
    const removal = await removalById(tx, params.removal)
    return {
      removal,
      child: await identityOf(tx, removal.child_id, today),
      absences: await absencesOf(tx, removal.id),
      ...(await whatStops(tx, removal.id)),
    }
  },
  discloses: removalViewed,
  view: ({ removal, child, absences, findings, never }, { me }) => (
    <Layout title="Off the roll" before={<BackLink href="/removals">Taken off roll</BackLink>}>
      <ChildIdentityBar child={child} />
      <div class="govuk-!-margin-top-6">
        <PageHeading caption={`Roll of ${removal.school}`}>Off the roll</PageHeading>
      </div>
      <p class="govuk-body">
        {statusTag(removal.status)} {whatNow(removal)}
      </p>
      <ButtonMenu items={actionsOf(removal, me)} />
      <SummaryList rows={rowsOf(removal)} />
      {absences.length > 0 && (
        <Table
          caption="Absence in the school’s register"
          head={['From', 'To', 'Session', 'Code']}
          rows={absences.map(each => [
            dayInWords(each.from_on),
            dayInWords(each.to_on),
            each.session ?? 'Both',
            each.code,
          ])}
        />
      )}
      {removal.status !== 'withdrawn' && (
        <>
          <h2 class="govuk-heading-m">What the rules say</h2>
          {findings.length === 0 && <p class="govuk-body">The rules find nothing in the way.</p>}
          {findings.map(finding => (
            <FindingCard
              finding={finding}
              unless={never.length > 0 ? '' : 'unless you give a reason and the head’s name'}
            />
          ))}
        </>
      )}
    </Layout>
  ),
})

function whatNow({ status, deleted_on }: RollRemoval): string {
  if (status === 'made' && deleted_on) return `The name was deleted on ${dayInWords(deleted_on)}.`
  return status === 'proposed'
    ? 'Nothing has happened to the roll yet. The child is on roll.'
    : 'The child stayed on roll.'
}

function rowsOf(removal: RollRemoval) {
  const needs = removalGround(removal.ground)?.needs
  const on = (key: string, day: RollRemoval['deleted_on']) =>
    day !== null && { key, value: dayInWords(day) }
  return [
    { key: 'Ground', value: removal.groundWords },
    needs !== undefined && { key: 'What it needs', value: needs },
    { key: 'Proposed on', value: dayInWords(removal.proposed_on) },
    // Each ground asks for other things: what nobody recorded is not one of them, or a rule says below that it is missing.
    on('New school confirmed', removal.new_school_confirmed_on),
    on('Parent’s written notice', removal.parent_notice_on),
    on('Enquiries with the authority', removal.enquiries_completed_on),
    removal.sickness_believed !== null && {
      key: 'Sickness believed',
      value: removal.sickness_believed ? 'Yes' : 'No',
    },
    removal.support_reason !== null && {
      key: 'Support',
      value: `For ${removal.support_reason}`,
    },
    { key: 'Deletion return', value: returnWords(removal) },
    removal.note !== null && { key: 'Notes', value: removal.note },
    removal.override_reason !== null && {
      key: 'Deleted all the same',
      value: `${removal.override_head}: ${removal.override_reason}`,
    },
    removal.withdrawn_because !== null && {
      key: 'Why it was withdrawn',
      value: removal.withdrawn_because,
    },
  ]
}

const returnWords = ({ return_made_on, deleted_on, status }: RollRemoval) =>
  return_made_on
    ? `Made on ${dayInWords(return_made_on)}`
    : status === 'made' && deleted_on
      ? `Not recorded. It was due on ${dayInWords(deleted_on)}`
      : 'Due no later than the deletion'

function actionsOf(removal: RollRemoval, me: Me): MenuItem[] {
  if (removal.school_id !== me.organisationId || !may(me, 'removal.propose')) return []
  const base = `/removals/${removal.id}`
  if (removal.status === 'proposed')
    return [
      { text: 'Ground and evidence', href: `${base}/evidence` },
      { text: 'Absence in your register', href: `${base}/absences` },
      { text: 'Record the deletion return', href: `${base}/return` },
      { text: 'Delete the name', href: `${base}/make`, variant: 'warning' },
      { text: 'Withdraw it', href: `${base}/withdraw` },
    ]
  return removal.status === 'made' && !removal.return_made_on
    ? [{ text: 'Record the deletion return', href: `${base}/return` }]
    : []
}
