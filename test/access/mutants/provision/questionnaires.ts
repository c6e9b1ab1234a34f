import { atSchool, iAm } from '../../oracle/asking.ts'
import {
  type Attempts,
  adding,
  anybodyBut,
  changing,
  first,
  type Scene,
  whoAdds,
  whoChanges,
} from '../try.ts'

/** The form that differs from one that was accepted about this in one thing alone. */
const differingIn = ({ world }: Scene, row: object, column: string) =>
  world.rows.questionnaire.find(
    form =>
      // What the Virtual School set aside itself may be asked for after all.
      !(form.status === 'not needed' && (form as Record<string, unknown>)['set_aside_by']) &&
      ['child_id', 'provider_id', 'commissioner_id', 'status'].every(name => {
        const due = name === 'status' ? 'accepted' : (row as Record<string, unknown>)[name]
        return ((form as Record<string, unknown>)[name] === due) !== (name === column)
      }),
  )?.id

const words = `not_needed_because = 'The child has left'`

export const questionnaireAttempts: Attempts = [
  scene =>
    changing(
      'questionnaire',
      whoChanges(scene, 'questionnaire', who => atSchool(who)),
      ['it is returned', `status = 'returned'`, 'done'],
      ['it is still a draft', `status = 'draft'`],
      ['its school accepts it itself', `status = 'accepted'`],
      ['its school sets it aside', `status = 'not needed', ${words}`],
    ),
  scene =>
    changing(
      'questionnaire',
      whoChanges(
        scene,
        'questionnaire',
        (who, row) => iAm(who, 'virtual-school') && row.status === 'returned',
      ),
      ['it is accepted', `status = 'accepted'`, 'done'],
      ['it is sent back', `status = 'sent back'`, 'done'],
      ['it is a draft again', `status = 'draft'`],
    ),
  scene =>
    changing(
      'questionnaire',
      whoChanges(
        scene,
        'questionnaire',
        (who, row) => iAm(who, 'virtual-school') && row.status === 'draft',
      ),
      ['nobody owes it', `status = 'not needed', ${words}`, 'done'],
      ['the Virtual School returns it itself', `status = 'returned'`],
      ['nobody owes it, without a word', `status = 'not needed', not_needed_because = ' '`],
      ['it is a draft with a reason', `status = 'draft', ${words}`],
    ),
  scene => {
    const found = whoAdds(scene, 'questionnaire')
    const { row } = found
    const accepted = scene.world.rows.questionnaire.find(
      each => each.status === 'accepted' && each.child_id !== row.child_id,
    )
    return adding(
      'questionnaire',
      found,
      ['after one that was accepted', {}, 'done'],
      ['returned in words already', { returned: { answers: [] } }],
      ['accepted in days already', { accepted_at: scene.world.now.toISOString() }],
      ['with the next one due', { next_due_on: scene.world.today }],
      ['as returned', { status: 'returned' }],
      ['after no form', { follows_id: null }],
      ['after another child’s form', { follows_id: accepted?.id }],
      ...['child_id', 'provider_id', 'commissioner_id', 'status'].map(
        column =>
          [
            `after a form of another ${column}`,
            { follows_id: differingIn(scene, row, column) },
          ] as const,
      ),
    )
  },
  scene => {
    // A form was accepted, and the child is no longer there.
    const found = first(scene, 'questionnaire', (who, row) => {
      const there = scene.find
        .of('placement', 'child_id', row.child_id)
        .some(
          each =>
            each.provider_id === row.provider_id &&
            each.commissioner_id === row.commissioner_id &&
            ['accepted', 'live'].includes(each.status),
        )
      return iAm(who, 'virtual-school') && row['follows_id'] && !there && row.status === 'draft'
        ? row
        : undefined
    })
    return adding('questionnaire', found, ['about a child who has left', {}])
  },
  scene => {
    // Whoever else reads of the child asks for nothing.
    const asked = whoAdds(scene, 'questionnaire').row
    const found = first(scene, 'questionnaire', (who, row) =>
      iAm(who, 'coordinator', 'school-dsl', 'school-referrer') &&
      row.status === 'draft' &&
      row['follows_id'] &&
      scene.find
        .of('placement', 'child_id', row.child_id)
        .some(
          each =>
            each.commissioner_id === row.commissioner_id &&
            each.commissioner_id === who.me?.organisationId &&
            each.provider_id === row.provider_id &&
            ['accepted', 'live'].includes(each.status),
        )
        ? { ...asked, ...row }
        : undefined,
    )
    return adding('questionnaire', found, ['by the school that owes it', {}])
  },
  scene => {
    const found = whoAdds(scene, 'questionnaire_answer')
    const somebody = anybodyBut(scene, found.me.userId)
    return [
      ...adding(
        'questionnaire_answer',
        found,
        ['confirmed by nobody', { question: 9, confirmed_by: null }, 'done'],
        ['confirmed', { question: 9, confirmed_by: found.me.userId }, 'done'],
        ['confirmed by another', { question: 9, confirmed_by: somebody }],
      ),
    ]
  },
  scene => {
    const found = whoChanges(scene, 'questionnaire_answer', () => true)
    const somebody = anybodyBut(scene, found.me.userId)
    return changing(
      'questionnaire_answer',
      found,
      ['confirmed by nobody', `confirmed_by = null`, 'done'],
      ['confirmed', `confirmed_by = '${found.me.userId}'`, 'done'],
      ['confirmed by another', `confirmed_by = '${somebody}'`],
    )
  },
  scene => {
    const found = whoChanges(scene, 'questionnaire_rating', () => true)
    const somebody = anybodyBut(scene, found.me.userId)
    return changing('questionnaire_rating', found, ['in another’s name', `by_user = '${somebody}'`])
  },
  scene =>
    adding(
      'questionnaire_request',
      whoAdds(scene, 'questionnaire_request', (_who, row) => !row['supplied']),
      ['as it is', {}, 'done'],
      ['answered in words', { supplied: 'Here it is' }],
      ['answered some day', { supplied_at: scene.world.now.toISOString() }],
    ),
  scene => {
    const found = whoChanges(scene, 'questionnaire_request', () => true)
    const supply = (by: string, at: string, words: string) =>
      `supplied = '${words}', supplied_at = ${at}, supplied_by = '${by}'`
    const { userId } = found.me
    return changing(
      'questionnaire_request',
      found,
      ['it is answered', supply(userId, 'now()', 'Here'), 'done'],
      ['it is answered by another', supply(anybodyBut(scene, userId), 'now()', 'Here')],
      ['it is answered on no day', supply(userId, 'null', 'Here')],
      ['it is answered without a word', supply(userId, 'now()', ' ')],
    )
  },
]
