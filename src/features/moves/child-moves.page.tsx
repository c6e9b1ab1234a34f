import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { childPage } from '#features/children/index.ts'
import { FindingCard, findingsOfMoves } from '#features/findings/index.ts'
import { Button, ButtonGroup, Table, Tag } from '#govuk/index.ts'
import { movesOfChild } from './managed-move/move.query.ts'
import { statusWords } from './managed-move/words.ts'
import { removalsOfChild } from './off-roll/removal.query.ts'
import { statusTag } from './off-roll/status-tag.tsx'

/** Moves of one child between rolls, with what the rules say of those that are open. */
export const childMovesPage = childPage({
  path: '/children/:child/moves',
  section: 'moves',
  title: 'Moves',
  permission: 'move.read',
  async load({ tx, me }, { child }) {
    const moves = await movesOfChild(tx, child.id)
    const removals = await removalsOfChild(tx, child.id)
    const open = [
      ...moves.filter(({ status }) => status === 'proposed' || status === 'agreed'),
      ...removals.filter(({ status }) => status !== 'withdrawn'),
    ]
    // A name newly entered is a finding about the child (ROL-06).
    const findings = await findingsOfMoves(tx, [...open.map(({ id }) => id), child.id])
    return {
      moves,
      removals,
      findings: [...findings].flatMap(([id, all]) =>
        id === child.id ? all.filter(({ rule }) => rule === 'ROL-06') : all,
      ),
      ours: may(me, 'move.propose') && child.schoolOfRoll?.id === me.organisationId,
      moving: moves.some(({ status }) => status === 'proposed' || status === 'agreed'),
      leaving: removals.some(({ status }) => status === 'proposed'),
    }
  },
  view: ({ moves, removals, findings, ours, moving, leaving }, { child }) => (
    <>
      <h2 class="govuk-heading-m">Managed moves</h2>
      {moves.length === 0 ? (
        <p class="govuk-body">No managed move is on record.</p>
      ) : (
        <Table
          caption="Managed moves"
          captionHidden
          head={['Move', 'First day', 'Status']}
          rows={moves.map(move => [
            <a class="govuk-link" href={`/moves/${move.id}`}>
              {move.fromSchool} to {move.toSchool}
            </a>,
            move.start_on ? dayInWords(move.start_on) : '',
            <Tag tone={statusWords[move.status].tone}>{statusWords[move.status].word}</Tag>,
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Off the roll</h2>
      {removals.length === 0 ? (
        <p class="govuk-body">No removal from a roll is on record.</p>
      ) : (
        <Table
          caption="Off the roll"
          captionHidden
          head={['School', 'Ground', 'Status']}
          rows={removals.map(removal => [
            <a class="govuk-link" href={`/removals/${removal.id}`}>
              {removal.school}
            </a>,
            removal.groundWords,
            statusTag(removal.status),
          ])}
        />
      )}
      {ours && (
        <ButtonGroup>
          {!moving && (
            <Button variant="secondary" href={`/children/${child.id}/moves/new`}>
              Propose a managed move
            </Button>
          )}
          {!leaving && (
            <Button variant="secondary" href={`/children/${child.id}/removals/new`}>
              Take the name off the roll
            </Button>
          )}
        </ButtonGroup>
      )}
      <p class="govuk-body">
        A time at another school or provider, with the child on this roll, is an{' '}
        <a class="govuk-link" href={`/children/${child.id}/directions`}>
          off-site direction
        </a>
        .
      </p>
      {findings.length > 0 && <h2 class="govuk-heading-m">What the rules say</h2>}
      {findings.map(finding => (
        <FindingCard finding={finding} unless="" />
      ))}
    </>
  ),
})
