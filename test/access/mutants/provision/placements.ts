import { mayReadPlacement, ofAProvider } from '../../oracle/provision/placements.ts'
import { type Attempts, adding, anybodyBut, changing, whoAdds, whoChanges } from '../try.ts'

export const placementAttempts: Attempts = [
  scene =>
    changing(
      'placement',
      whoChanges(scene, 'placement', (who, row) => ofAProvider(who) && row.status === 'offered'),
      ['an offer is accepted', `status = 'accepted'`, 'done'],
      ['an offer is declined', `status = 'declined'`, 'done'],
      ['an offer begins at once', `status = 'live'`],
    ),
  scene =>
    changing(
      'placement_change',
      whoChanges(
        scene,
        'placement_change',
        (who, row) =>
          ofAProvider(who) && row['status'] === 'asked' && mayReadPlacement(who, row.placement_id),
      ),
      ['what was asked is taken back', `status = 'withdrawn'`, 'done'],
      ['who asked agrees to it', `status = 'agreed'`],
    ),
  scene =>
    changing(
      'placement_change',
      whoChanges(scene, 'placement_change', (who, row) => {
        const placement = scene.find.byId('placement', row.placement_id)
        return (
          placement?.commissioner_id === who.me?.organisationId &&
          row['asked_by_organisation_id'] !== who.me?.organisationId
        )
      }),
      ['the commissioner agrees', `status = 'agreed'`, 'done'],
    ),
  scene => {
    const found = whoAdds(scene, 'placement_change', (_who, row) => row['status'] === 'asked')
    return adding(
      'placement_change',
      found,
      ['as it is', {}, 'done'],
      ['decided already', { decided_by: found.me.userId }],
      ['agreed already', { status: 'agreed' }],
      ['asked by another', { asked_by: anybodyBut(scene, found.me.userId) }],
    )
  },
]
