import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { ChildIdentityBar, identityOf } from '#features/children/index.ts'
import { FindingCard, findingsOfMoves } from '#features/findings/index.ts'
import {
  BackLink,
  ButtonMenu,
  InsetText,
  Layout,
  type MenuItem,
  PageHeading,
  Tag,
  WarningText,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { WhatIsAgreed } from './agreement-view.tsx'
import { managedMoveLifecycle } from './managed-move.ts'
import { type Move, moveById, type Side, sideOf } from './move.query.ts'
import { moveViewed } from './move-layout.tsx'
import { partiesOf } from './parties.query.ts'
import { PartiesTable } from './parties-table.tsx'
import { statusWords } from './words.ts'

/** One managed move: where it stands, who has agreed to which words, and what the rules say. */
export const movePage = page({
  path: '/moves/:move',
  permission: 'move.read',
  async load({ tx, params, today, me }) {
    const move = await moveById(tx, params.move)
    return {
      move,
      side: sideOf(move, me),
      child: await identityOf(tx, move.child_id, today),
      parties: await partiesOf(tx, move),
      findings: (await findingsOfMoves(tx, [move.id])).get(move.id) ?? [],
    }
  },
  discloses: moveViewed,
  view: ({ move, side, child, parties, findings }, { me, today }) => (
    <Layout title="Managed move" before={<BackLink href="/moves">Managed moves</BackLink>}>
      <ChildIdentityBar child={child} link={side !== 'to'} />
      <div class="govuk-!-margin-top-6">
        <PageHeading caption={`From ${move.fromSchool} to ${move.toSchool}`}>
          Managed move
        </PageHeading>
      </div>
      <p class="govuk-body">
        <Tag tone={statusWords[move.status].tone}>{statusWords[move.status].word}</Tag>{' '}
        {whatNow(move, side, today)}
      </p>
      {move.trial && <NotATrial move={move} />}
      {move.ended_because && <InsetText>Why it ended: {move.ended_because}</InsetText>}
      {parties.some(({ answer, earlier }) => earlier?.agreed && !answer) && isOpen(move) && (
        <WarningText>
          The words were changed after somebody had agreed. An agreement to earlier words counts no
          more.
        </WarningText>
      )}
      <ButtonMenu items={actionsOf(move, side, me)} />
      <h2 class="govuk-heading-m">Who has agreed</h2>
      <PartiesTable move={move} parties={parties} me={me} />
      {!parties.some(({ contactId }) => contactId) && side === 'from' && (
        <p class="govuk-body">
          Nobody with parental responsibility is among the child’s contacts.{' '}
          <a class="govuk-link" href={`/children/${move.child_id}/contacts`}>
            Add them there first
          </a>
          .
        </p>
      )}
      <h2 class="govuk-heading-m">What is agreed</h2>
      <WhatIsAgreed move={move} />
      {isOpen(move) && (
        <>
          <h2 class="govuk-heading-m">What the rules say</h2>
          {findings.length === 0 && <p class="govuk-body">The rules find nothing in the way.</p>}
          {findings.map(finding => (
            <FindingCard finding={finding} unless="" />
          ))}
        </>
      )}
    </Layout>
  ),
})

const isOpen = ({ status }: Move) => status === 'proposed' || status === 'agreed'

function whatNow(move: Move, side: Side, today: string): string {
  if (move.status === 'completed' && move.completed_on)
    return `The child has been on the roll of ${move.toSchool} since ${dayInWords(move.completed_on)}.`
  if (move.status === 'agreed')
    return move.start_on && move.start_on <= today
      ? side === 'to'
        ? 'The day has come. Record that the child is on your roll.'
        : `The day has come. ${move.toSchool} records that the child is on its roll; until then the child stays on that of ${move.fromSchool}.`
      : `Everybody has agreed. The child stays on the roll of ${move.fromSchool} until ${move.start_on ? dayInWords(move.start_on) : 'the first day'}.`
  if (move.status === 'proposed')
    return `The child stays on the roll of ${move.fromSchool} until everybody has agreed and the day has come.`
  return `The child stays on the roll of ${move.fromSchool}.`
}

const NotATrial = ({ move }: { move: Move }) => (
  <InsetText>
    This is written as a trial, and a managed move is permanent. Nobody is asked to agree to it, and
    the other school does not see it. If the child is to try the other school first,{' '}
    <a class="govuk-link" href={`/children/${move.child_id}/directions/new`}>
      direct the child off site instead, with both rolls
    </a>
    ; or change the words to a move for good.
  </InsetText>
)

function actionsOf(move: Move, side: Side, me: Me): MenuItem[] {
  if (!side || !may(me, 'move.propose')) return []
  const base = `/moves/${move.id}`
  const can = (action: Parameters<typeof managedMoveLifecycle.may>[1]) =>
    managedMoveLifecycle.may(move.status, action)
  return [
    ...(side === 'to' && can('complete')
      ? [{ text: 'Record that the child is on our roll', href: `${base}/complete` }]
      : []),
    ...(side === 'from' && can('withdraw')
      ? [
          { text: 'Change what is agreed', href: `${base}/words` },
          { text: 'Record the authority’s decision on the EHCP', href: `${base}/decision` },
          { text: 'End the move', href: `${base}/end`, variant: 'warning' as const },
        ]
      : []),
    { text: 'Agreement to print', href: `${base}/print` },
  ]
}
