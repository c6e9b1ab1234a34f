import { iAm } from '../../oracle/asking.ts'
import { confirmedLately } from '../../oracle/provision/providers.ts'
import { type Attempts, adding, anybodyBut, changing, first, whoAdds, whoChanges } from '../try.ts'

export const providerAttempts: Attempts = [
  scene =>
    changing(
      'evidence_item',
      whoChanges(scene, 'evidence_item', () => true),
      ['another follows it', `superseded_at = now()`, 'done'],
      ['nothing follows it', `superseded_at = null`],
    ),
  scene => {
    const found = whoChanges(scene, 'evidence_sighting', () => true)
    return changing(
      'evidence_sighting',
      found,
      ['it is taken back', `withdrawn_by = '${found.me.userId}'`, 'done'],
      ['it is taken back by another', `withdrawn_by = '${anybodyBut(scene, found.me.userId)}'`],
    )
  },
  scene => {
    // Who may read of staff, writes nothing about them.
    const found = first(scene, 'provider_training', (who, row) =>
      iAm(who, 'quality-assurance') && confirmedLately(who)
        ? { ...row, recorded_by: who.me?.userId }
        : undefined,
    )
    return adding('provider_training', found, ['by who checks it', {}])
  },
  scene => {
    const found = whoAdds(scene, 'provider_concern')
    const { userId } = found.me
    return adding(
      'provider_concern',
      found,
      ['as it is', {}, 'done'],
      ['with an outcome', { outcome: 'Nothing was found in it' }],
      ['closed by somebody', { closed_by: userId }],
      ['closed some day', { closed_at: scene.world.now.toISOString() }],
    )
  },
  scene => {
    const found = whoChanges(scene, 'provider_concern', () => true)
    return changing(
      'provider_concern',
      found,
      ['it is closed', `closed_by = '${found.me.userId}'`, 'done'],
      ['it is closed in another’s name', `closed_by = '${anybodyBut(scene, found.me.userId)}'`],
    )
  },
  scene =>
    changing(
      'provider_concern',
      whoChanges(scene, 'provider_concern', (_, row) => !row['closed_by']),
      ['it is looked into, and not closed', `outcome = 'Somebody was asked'`, 'done'],
    ),
]
