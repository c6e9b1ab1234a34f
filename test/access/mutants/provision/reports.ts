import { iAm } from '../../oracle/asking.ts'
import { mayReport } from '../../oracle/provision/placements.ts'
import { type Attempts, anybodyBut, changing, whoChanges } from '../try.ts'

const sent = (by: string) => `status = 'sent', sent_at = now(), sent_by = '${by}'`

export const reportAttempts: Attempts = [
  scene => {
    const found = whoChanges(
      scene,
      'provider_report',
      (who, row) => iAm(who, 'provider-manager') && mayReport(who, row.placement_id),
    )
    return changing(
      'provider_report',
      found,
      ['it goes on', `next_steps = 'More'`, 'done'],
      ['it is sent', sent(found.me.userId), 'done'],
      ['it is sent in another’s name', sent(anybodyBut(scene, found.me.userId))],
    )
  },
  scene => {
    const found = whoChanges(
      scene,
      'provider_report',
      (who, row) => iAm(who, 'provider-manager') && !mayReport(who, row.placement_id),
    )
    return changing(
      'provider_report',
      found,
      ['it goes on after the ten days', `next_steps = 'More'`],
      ['it is sent after the ten days', sent(found.me.userId)],
      ['it is thrown away after the ten days', `status = 'discarded'`, 'done'],
    )
  },
]
