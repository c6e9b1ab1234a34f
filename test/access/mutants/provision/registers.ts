import { addDays, type IsoDate } from '#domain/dates.ts'
import { iAm } from '../../oracle/asking.ts'
import { type Attempts, adding, whoAdds } from '../try.ts'

const afternoon = { starts_at: '14:00:00', ends_at: '15:30:00' }
const clean = { mark: 'absent', reason: 'not known', corrects_id: null }

/** The last such weekday (1 is Monday) on or before a day. */
const lastly = (weekday: number, from: IsoDate): IsoDate => {
  const day = new Date(`${from}T12:00:00Z`).getUTCDay() || 7
  return addDays(from, -((day - weekday + 7) % 7))
}

export const registerAttempts: Attempts = [
  scene => {
    const { today } = scene.world
    const monday = lastly(1, today)
    const found = whoAdds(
      scene,
      'register_mark',
      (who, row) =>
        iAm(who, 'provider-manager') &&
        scene.find.byId('placement', row.placement_id)?.status === 'live',
    )
    return adding(
      'register_mark',
      found,
      ['this Monday', { ...clean, on_day: monday }, 'done'],
      ['a Monday to come', { ...clean, on_day: addDays(monday, 7) }],
      ['a Tuesday at the hours of Monday', { ...clean, on_day: lastly(2, today) }],
      ['at another hour', { ...clean, on_day: monday, starts_at: '10:30:00' }],
      ['for longer', { ...clean, on_day: monday, ends_at: '14:30:00' }],
      ['a year before it began', { ...clean, on_day: addDays(monday, -364) }],
      // Tuesday afternoons ended a fortnight ago; Thursday afternoons began then; Fridays’ begin today.
      [
        'a Tuesday while there was one',
        { ...clean, ...afternoon, on_day: lastly(2, addDays(today, -14)) },
        'done',
      ],
      ['a Tuesday afterwards', { ...clean, ...afternoon, on_day: lastly(2, today) }],
      ['a Thursday by now', { ...clean, ...afternoon, on_day: lastly(4, today) }, 'done'],
      [
        'a Thursday before there was one',
        { ...clean, ...afternoon, on_day: lastly(4, addDays(today, -15)) },
      ],
    )
  },
  scene => {
    const { today } = scene.world
    const over = whoAdds(
      scene,
      'register_mark',
      (_who, row) => scene.find.byId('placement', row.placement_id)?.['ended_on'] !== null,
    )
    return adding(
      'register_mark',
      over,
      ['of a placement that is over, before', { ...clean, on_day: over.row['on_day'] }, 'done'],
      ['of a placement that is over, afterwards', { ...clean, on_day: lastly(1, today) }],
    )
  },
  scene => {
    // A session of the week of one placement is none of another’s.
    const own = ({ placement_id }: { placement_id: string }) =>
      scene.world.rows.placement_session.some(
        each => each.placement_id === placement_id && each['starts_at'] === '16:00:00',
      )
    const found = whoAdds(
      scene,
      'register_mark',
      (who, row) =>
        iAm(who, 'provider-manager') &&
        scene.find.byId('placement', row.placement_id)?.status === 'live' &&
        !own(row),
    )
    const elsewhere = { starts_at: '16:00:00', ends_at: '17:00:00' }
    return adding('register_mark', found, [
      'at the hour of another child',
      { ...clean, ...elsewhere, on_day: lastly(3, scene.world.today) },
    ])
  },
  scene =>
    adding(
      'register_notice',
      whoAdds(scene, 'register_notice'),
      ['of an absence', {}, 'done'],
      ['that a register is late', { kind: 'late return' }],
    ),
]
