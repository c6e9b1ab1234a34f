import { addDays, type IsoDate } from '#domain/dates.ts'
import { identityOf } from '#features/children/index.ts'
import { directionById, draftDirection, issueDirection } from '#features/moves/index.ts'
import { demonstrationCalendar, momentOn } from '../days.ts'
import type { Stage } from '../stage.ts'
import { enter } from './child-of-story.ts'
import type { Setting } from './setting.ts'

/** By days before today: when the child went there first, and when the first review is due. */
const issued = { startedAgo: 22, reviewIn: 5 }
const draft = { startsIn: 13 }
const noticeBefore = 14

/** A school directs a pupil elsewhere: one direction that runs, with its first review to come, and one that is being written. */
export async function tellDirections(stage: Stage, setting: Setting) {
  const school = setting.partnership.schools[1]
  const referrer = school && setting.cast.schools.get(school.id)?.referrer
  if (!school || !referrer) return
  const schoolDay = (day: IsoDate) => demonstrationCalendar(stage.today).lastOnOrBefore(day) ?? day
  const newChild = () =>
    enter(stage, setting, {
      school,
      referrer,
      telling: { needs: 'sen-support', yearGroup: 8 },
      daysAgo: issued.startedAgo + 60,
    })
  const child = await newChild()
  const startOn = schoolDay(addDays(stage.today, -issued.startedAgo))
  const noticeOn = schoolDay(addDays(startOn, -noticeBefore))
  await stage.as(referrer, momentOn(noticeOn, 4), async doer => {
    const id = await draftDirection(doer, child.id, {
      ...place,
      startOn,
      endOn: schoolDay(addDays(startOn, 60)),
      numberOfDays: 30,
      reasons: 'Eleven removals from lessons since September, nine of them after break.',
      objectives: 'To end each day without a removal, four weeks running.',
      firstReviewOn: schoolDay(addDays(stage.today, issued.reviewIn)),
    })
    const about = await identityOf(doer.tx, child.id, doer.today)
    await issueDirection(doer, await directionById(doer.tx, id), about, {
      noticeOn,
      to: 'The mother',
      how: 'By post, and handed over at school',
      authorityNoticeOn: null,
    })
  })
  if (setting.index > 0) return
  const next = await newChild()
  await stage.as(referrer, momentOn(addDays(stage.today, -1), 4), doer =>
    draftDirection(doer, next.id, {
      ...place,
      startOn: schoolDay(addDays(stage.today, draft.startsIn)),
      endOn: null,
      numberOfDays: null,
      reasons: 'Does not feel safe among so many, and shows it by leaving the room.',
      objectives: null,
      firstReviewOn: null,
    }),
  )
}

const place = {
  purpose: 'improve-behaviour',
  placementId: null,
  address: 'The learning centre, Mill Lane, Fennshire',
  reportTo: 'The head of the centre',
  sessions: 2,
  starts: '09:15',
  finishes: '15:00',
  breakFrom: '12:15',
  breakUntil: '13:00',
  consentOn: null,
} as const
