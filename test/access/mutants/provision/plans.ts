import { addDays } from '#domain/dates.ts'
import { iAm } from '../../oracle/asking.ts'
import {
  type Attempts,
  adding,
  anybodyBut,
  changing,
  type Scene,
  whoAdds,
  whoChanges,
} from '../try.ts'

const tomorrow = ({ world }: Scene) => ({ on_day: addDays(world.today, 1) })

export const planAttempts: Attempts = [
  scene => {
    const found = whoChanges(
      scene,
      'individual_plan',
      (who, row) => iAm(who, 'provider-manager') && row.status === 'with provider',
    )
    const agreed = (status: string, by: string) =>
      `status = '${status}', provider_agreed_on = '2026-01-01', provider_agreed_by = '${by}'`
    return changing(
      'individual_plan',
      found,
      ['it is agreed', agreed('agreed', found.me.userId), 'done'],
      ['it is agreed in another’s name', agreed('agreed', anybodyBut(scene, found.me.userId))],
      ['it is agreed and stays as it was', agreed('with provider', found.me.userId)],
      ['it is taken back', `status = 'draft'`],
    )
  },
  scene => {
    const found = whoAdds(scene, 'objective_progress', (_who, row) =>
      scene.world.rows.placement_review.some(each => each.placement_id === row.placement_id),
    )
    const reviews = scene.world.rows.placement_review
    const ours = reviews.find(each => each.placement_id === found.row.placement_id)
    const other = reviews.find(each => each.placement_id !== found.row.placement_id)
    return adding(
      'objective_progress',
      found,
      ['at a review of the placement', { review_id: ours?.id }, 'done'],
      ['at no review', { review_id: null }, 'done'],
      ['at another’s review', { review_id: other?.id }],
      ['before the day has come', tomorrow(scene)],
    )
  },
  scene =>
    adding(
      'placement_contact',
      whoAdds(scene, 'placement_contact'),
      ['as it is', {}, 'done'],
      ['before the day has come', tomorrow(scene)],
    ),
  scene =>
    adding(
      'pupil_link',
      whoAdds(scene, 'pupil_link'),
      ['as it is', {}, 'done'],
      ['tried already', { tries: 1 }],
      ['used already', { used_at: scene.world.now.toISOString() }],
      ['stopped already', { revoked_at: scene.world.now.toISOString() }],
      ['for a year', { expires_at: `${addDays(scene.world.today, 365)}T12:00:00Z` }],
    ),
  scene => {
    const found = whoAdds(scene, 'pupil_view')
    const link = scene.world.rows.pupil_link[0]?.id
    return adding(
      'pupil_view',
      found,
      ['as it is', {}, 'done'],
      ['as if it came by a link', { how: 'link' }],
      ['with a link', { link_id: link }],
    )
  },
]
