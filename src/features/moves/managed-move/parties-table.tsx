import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { Table, Tag } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { Move } from './move.query.ts'
import { mayAnswer, type PartyOfMove } from './parties.query.ts'

/** Each party with its answer to the words as they are, when and how, and the way to record it. */
export const PartiesTable = ({
  move,
  parties,
  me,
}: {
  move: Move
  parties: readonly PartyOfMove[]
  me: Me
}) => {
  const open = (move.status === 'proposed' || move.status === 'agreed') && !move.trial
  const asks = (party: PartyOfMove) => open && may(me, 'move.propose') && mayAnswer(move, party, me)
  return (
    <Table
      caption="Who has agreed to these words"
      captionHidden
      head={['Who', 'Answer', 'On', 'How', 'Record']}
      rows={parties.map(party => [
        party.name,
        <AnswerTag party={party} />,
        party.answer ? dayInWords(party.answer.onDay) : '',
        party.answer ? [party.answer.how, party.answer.because].filter(Boolean).join(': ') : '',
        asks(party) ? (
          <a class="govuk-link" href={`/moves/${move.id}/consents/${party.key}`}>
            {party.answer ? 'Change' : 'Record'}
            <span class="govuk-visually-hidden"> the answer of {party.name}</span>
          </a>
        ) : (
          ''
        ),
      ])}
    />
  )
}

const AnswerTag = ({ party: { answer, earlier } }: { party: PartyOfMove }) => {
  if (answer)
    return answer.agreed ? <Tag tone="green">Agreed</Tag> : <Tag tone="orange">Said no</Tag>
  return earlier ? (
    <Tag tone="yellow">
      {earlier.agreed ? 'Agreed to earlier words' : 'Said no to earlier words'}
    </Tag>
  ) : (
    <>Not answered yet</>
  )
}
