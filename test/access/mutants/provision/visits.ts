import { iAm } from '../../oracle/asking.ts'
import { type Attempts, adding, anybodyBut, changing, first, whoAdds, whoChanges } from '../try.ts'

export const visitAttempts: Attempts = [
  scene =>
    changing(
      'visit',
      whoChanges(
        scene,
        'visit',
        (who, row) => row.status === 'moderated' && row.commissioner_id !== who.me?.organisationId,
      ),
      ['it is published', `status = 'published'`, 'done'],
      ['its moderator submits it anew', `status = 'submitted'`],
    ),
  scene =>
    changing(
      'visit',
      whoChanges(
        scene,
        'visit',
        (who, row) => iAm(who, 'coordinator', 'school-dsl') && row.status === 'draft',
      ),
      ['it is submitted', `status = 'submitted'`, 'done'],
      ['its author publishes it', `status = 'published'`],
    ),
  // Quality assurance reads a draft that was sent back, and writes nothing in it.
  ...(['visit_item', 'visit_interview', 'visit_judgement'] as const).flatMap(
    (table): Attempts => [
      scene =>
        adding(
          table,
          first(scene, table, (who, row) => {
            const visit = scene.find.byId('visit', row.visit_id)
            return iAm(who, 'quality-assurance') &&
              visit?.status === 'draft' &&
              visit.sent_back_at &&
              visit.commissioner_id !== who.me?.organisationId
              ? { ...row, by_user: who.me?.userId }
              : undefined
          }),
          ['by its moderator', {}],
        ),
      scene => adding(table, whoAdds(scene, table), ['in one’s own draft', {}, 'done']),
    ],
  ),
  ...(['visit_item', 'visit_interview', 'visit_judgement'] as const).map(
    (table): Attempts[number] =>
      scene =>
        changing(
          table,
          first(scene, table, (who, row) => {
            const visit = scene.find.byId('visit', row.visit_id)
            return iAm(who, 'quality-assurance') &&
              visit?.status === 'draft' &&
              visit.sent_back_at &&
              visit.commissioner_id !== who.me?.organisationId
              ? row
              : undefined
          }),
          [
            'by its moderator',
            table === 'visit_judgement' ? 'by_user = by_user' : 'note = null',
            'nothing was there',
          ],
        ),
  ),
  scene => {
    const found = whoChanges(scene, 'visit_judgement', () => true)
    return changing(
      'visit_judgement',
      found,
      ['in one’s own name', `by_user = '${found.me.userId}'`, 'done'],
      ['in another’s name', `by_user = '${anybodyBut(scene, found.me.userId)}'`],
    )
  },
  scene =>
    adding(
      'visit_action',
      first(scene, 'visit_action', (who, row) => {
        const visit = scene.find.byId('visit', row.visit_id)
        return iAm(who, 'coordinator') &&
          visit?.status === 'published' &&
          visit.commissioner_id !== who.me?.organisationId
          ? { ...row, made_by: who.me?.userId }
          : undefined
      }),
      ['of a report that somebody else published', {}],
    ),
  scene => {
    const { asker, me, row } = first(scene, 'visit', (who, visit) =>
      iAm(who, 'coordinator', 'school-dsl', 'virtual-school', 'quality-assurance') &&
      ['planned', 'cancelled'].includes(visit.status) &&
      visit.commissioner_id === who.me?.organisationId
        ? visit
        : undefined,
    )
    const [action] = scene.world.rows.visit_action
    if (!action) return []
    const { id: visit_id, provider_id } = row
    const ours = { ...action, visit_id, provider_id, made_by: me.userId }
    return adding('visit_action', { asker, me, row: ours }, ['of a visit that was not made', {}])
  },
  scene => {
    const found = whoAdds(scene, 'file', (who, row) => !!row.visit_id && !!who.me)
    const unread = { referral_id: scene.world.rows.referral[0]?.id }
    const item = { evidence_id: scene.world.rows.evidence_item[0]?.id }
    return adding(
      'file',
      found,
      ['with a visit', {}, 'done'],
      ['with a visit and a case', unread],
      ['with a visit and a document', item],
    )
  },
  scene =>
    adding(
      'file',
      first(scene, 'file', (who, row) => {
        const visit = scene.find.byId('visit', row.visit_id)
        return iAm(who, 'quality-assurance') &&
          visit?.status === 'draft' &&
          visit.sent_back_at &&
          visit.commissioner_id !== who.me?.organisationId
          ? {
              ...row,
              state: 'received',
              uploaded_by: who.me?.userId,
              by_organisation: who.me?.organisationId ?? '',
            }
          : undefined
      }),
      ['with a visit by its moderator', {}],
    ),
]
