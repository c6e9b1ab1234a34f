import { minuteOf } from '#domain/clock-time.ts'
import { dayInWords } from '#domain/london-time.ts'
import { fullerWeek } from '#domain/two-weeks.ts'
import type { Known } from './known.query.ts'
import { aYear, dayOf, halfATerm, newest, type Piece, said } from './piece.ts'

/** Questions 7 to 15: what it is for, how it is followed, and what comes after. */
export const monitoringPieces = (known: Known): Record<number, Piece[]> => ({
  7: purpose(known),
  8: curriculum(known),
  9: objectives(known),
  10: progress(known),
  11: reviews(known),
  12: contact(known),
  13: belonging(known),
  14: goingBack(known),
  15: nextPhase(known),
})

const fromPlan = (
  plan: NonNullable<Known['plan']>,
  text: string | null | undefined,
  before = '',
): Piece[] => said(text, 'Individual plan', dayOf(plan.made_at), aYear, before)

const purpose = ({ placements, plan }: Known): Piece[] => [
  ...placements.flatMap(each => [
    ...said(each.purpose, 'Placement', dayOf(each.made_at), aYear),
    ...said(
      `It began on ${dayInWords(each.started_on ?? each.planned_start_on)} and is planned ${each.planned_end_on ? `to ${dayInWords(each.planned_end_on)}` : 'without an end'}.`,
      'Placement',
      each.started_on ?? each.planned_start_on,
    ),
  ]),
  ...(plan
    ? [
        ...fromPlan(plan, plan.timeframe, 'Timeframe: '),
        ...fromPlan(plan, plan.baseline, 'Baseline: '),
      ]
    : []),
]

const minutesIn = (sessions: Readonly<Known['sessions']>): number =>
  sessions.reduce(
    (sum, { starts_at, ends_at, break_minutes }) =>
      sum + minuteOf(ends_at.slice(0, 5)) - minuteOf(starts_at.slice(0, 5)) - break_minutes,
    0,
  )

function curriculum({ sessions, plan, placements }: Known): Piece[] {
  const week = fullerWeek(sessions, minutesIn)
  const days = new Set(week.map(({ weekday }) => weekday)).size
  const subjects = [...new Set(placements.flatMap(each => each.subjects))]
  return [
    ...(sessions.length > 0
      ? said(
          `${minutesIn(week) / 60} hours a week on ${days === 1 ? 'one day' : `${days} days`}.`,
          'Timetable',
          newest(sessions.map(({ from_on }) => from_on)),
        )
      : []),
    ...(subjects.length > 0
      ? said(`Taught there: ${subjects.join(', ')}.`, 'Placement', null)
      : []),
    ...(plan
      ? [
          ...fromPlan(plan, plan.qualifications, 'Qualifications: '),
          ...fromPlan(plan, plan.english, 'English: '),
          ...fromPlan(plan, plan.maths, 'Maths: '),
          ...fromPlan(plan, plan.science, 'Science: '),
        ]
      : []),
  ]
}

const objectives = ({ objectives: all }: Known): Piece[] =>
  all.flatMap(({ kind, objective, measure, made_at }) =>
    said(
      `${kind === 'personal' ? 'Personal' : 'Academic'}: ${objective}${measure ? ` (measured by: ${measure})` : ''}`,
      'Objective',
      dayOf(made_at),
      aYear,
    ),
  )

function progress({ plan, objectives: all, progress: steps, reports: [report] }: Known): Piece[] {
  return [
    ...(plan ? fromPlan(plan, plan.assessment) : []),
    ...said(
      report?.learning,
      'Progress report of the provider',
      report?.period_to ?? null,
      halfATerm,
    ),
    ...all.flatMap(({ id, objective }) => {
      const last = steps.find(({ objective_id }) => objective_id === id)
      return last ? said(`${objective}: ${last.standing}.`, 'Progress', last.on_day, halfATerm) : []
    }),
  ]
}

function reviews({ reviews: all, today }: Known): Piece[] {
  const held = all.filter(({ held_on }) => held_on !== null)
  const last = held.at(-1)
  const next = all.find(({ held_on, due_on }) => held_on === null && due_on >= today)
  return [
    ...(last?.held_on
      ? said(
          `Reviewed ${held.length === 1 ? 'once' : `${held.length} times`}, last on ${dayInWords(last.held_on)}${last.attendees ? ` with ${last.attendees}` : ''}.`,
          'Reviews',
          last.held_on,
          halfATerm,
        )
      : []),
    ...(next ? said(`The next review is due on ${dayInWords(next.due_on)}.`, 'Reviews', null) : []),
  ]
}

function contact({ contacts, placements }: Known): Piece[] {
  const ours = contacts.filter(
    ({ by_organisation }) => by_organisation === placements[0]?.commissioner_id,
  )
  const last = ours[0]
  return last
    ? said(
        `${ours.length === 1 ? 'One contact is' : `${ours.length} contacts are`} recorded; the last was a ${last.kind} with ${last.with_whom} on ${dayInWords(last.on_day)}.`,
        'Contact log',
        last.on_day,
        halfATerm,
      )
    : []
}

const belonging = ({ plan, pupilViews }: Known): Piece[] => [
  ...(plan ? [...fromPlan(plan, plan.home_school_link), ...fromPlan(plan, plan.peer_contact)] : []),
  ...(pupilViews[0]
    ? said(
        `The pupil told us their own view on ${dayInWords(pupilViews[0].on_day)}.`,
        'Pupil’s view',
        pupilViews[0].on_day,
        halfATerm,
      )
    : []),
]

const goingBack = ({ plan }: Known): Piece[] =>
  plan
    ? [
        ...(plan.reintegration === false
          ? fromPlan(plan, 'Going back to mainstream is not an aim of this placement.')
          : []),
        ...fromPlan(plan, plan.readiness, 'Ready when: '),
        ...fromPlan(plan, plan.support_package, 'Support: '),
      ]
    : []

const nextPhase = ({ plan }: Known): Piece[] =>
  plan ? [...fromPlan(plan, plan.transition), ...fromPlan(plan, plan.next_steps)] : []
