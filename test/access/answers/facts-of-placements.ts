import type { Asking } from '../oracle/asking.ts'
import { newest, only } from './answer.ts'
import { among, cut, type Facts, known, mayAskAbout, ofRecord, there } from './fact-rows.ts'

export function provisionFacts(asking: Asking): Facts {
  const { find } = asking
  const planned = known(asking, 'placement', each =>
    among(each, 'status', 'proposed', 'offered', 'declined', 'accepted', 'live'),
  )
  const plans = known(asking, 'substantial_plan')
  return {
    children: cut(
      asking.world.rows.child.filter(({ id }) => mayAskAbout(asking, id)),
      'id',
      'birth_date',
    ),
    ...ofRecord(asking, child => mayAskAbout(asking, child)),
    placements: planned
      .filter(each => each.provider_id !== null)
      .map(each => ({
        ...only(
          each,
          ...['id', 'child_id', 'provider_id', 'commissioner_id', 'status', 'planned_start_on'],
          ...['planned_end_on', 'started_on', 'purpose', 'need_category', 'supervised'],
          ...['dual_registered', 'arranged_under', 'attendance_code', 'subjects'],
        ),
        commissioner_kind: find.byId('organisation', each.commissioner_id)?.kind,
      })),
    sessions: planned.flatMap(({ id }) =>
      find.of('placement_session', 'placement_id', id).map(each => ({
        ...only(each, 'placement_id', 'weekday', 'break_minutes', 'in_weeks', 'from_on', 'to_on'),
        starts_at: String(each['starts_at']).slice(0, 5),
        ends_at: String(each['ends_at']).slice(0, 5),
      })),
    ),
    schoolSessions: known(asking, 'school_session').map(each => ({
      ...only(each, 'child_id', 'school_id', 'break_minutes', 'subjects', 'from_on', 'to_on'),
      minutes: minutesOf(each['ends_at']) - minutesOf(each['starts_at']),
    })),
    noSchoolTime: cut(known(asking, 'no_school_time'), 'child_id', 'from_on', 'to_on'),
    medicalExceptions: cut(
      known(asking, 'medical_exception', each => !there(each, 'ended_on')),
      ...['child_id', 'recorded_on', 'review_on'],
    ),
    plans: cut(
      // A draft is told of only where no other plan stands.
      plans.filter(
        each =>
          among(each, 'status', 'in force', 'lapsed') ||
          (among(each, 'status', 'draft') &&
            !find
              .of('substantial_plan', 'placement_id', each.placement_id)
              .some(other => among(other, 'status', 'in force', 'lapsed'))),
      ),
      ...['id', 'placement_id', 'child_id', 'provider_id', 'status', 'start_on', 'written_on'],
      ...['review_on', 'end_on', 'school_agreed_on', 'copy_acknowledged_on', 'made_at'],
    ),
    planAgreements: cut(
      plans.flatMap(({ id }) => find.of('substantial_plan_agreement', 'plan_id', id)),
      ...['plan_id', 'contact_id', 'agreed'],
    ),
  }
}
const minutesOf = (time: unknown) => {
  const [hours = 0, minutes = 0] = String(time).split(':').map(Number)
  return hours * 60 + minutes
}

export function planFacts(asking: Asking): Facts {
  const { find } = asking
  const open = known(asking, 'placement', each =>
    among(each, 'status', 'proposed', 'offered', 'accepted', 'live'),
  )
  return {
    plans: open.flatMap(({ id }) => {
      const versions = [...find.of('individual_plan', 'placement_id', id)].sort(
        (a, b) => b.number - a.number,
      )
      const plan = versions.find(({ status }) => status === 'agreed') ?? versions[0]
      if (!plan) return []
      const objectives = find
        .of('plan_objective', 'placement_id', id)
        .filter(
          each =>
            each.added_in <= plan.number &&
            (each['dropped_in'] === null || Number(each['dropped_in']) > plan.number),
        )
        .map(each => each['objective'])
      return [
        {
          ...only(
            plan,
            ...['placement_id', 'number', 'baseline', 'timeframe', 'assessment', 'qualifications'],
            ...['staff_qualifications_seen_on', 'service_links', 'next_steps', 'home_school_link'],
            ...['peer_contact', 'reintegration', 'readiness', 'support_package'],
            'provider_agreed_on',
          ),
          ehcp_linked: there(plan, 'ehcp_link'),
          objectives,
        },
      ]
    }),
    reviews: cut(
      open.flatMap(({ id }) =>
        find
          .of('placement_review', 'placement_id', id)
          .filter(each => !there(each, 'cancelled_because')),
      ),
      ...['placement_id', 'due_on', 'held_on'],
    ),
    contacts: open.flatMap(({ id }) =>
      [...Map.groupBy(find.of('placement_contact', 'placement_id', id), each => each['kind'])].map(
        ([kind, group]) => ({
          placement_id: id,
          kind,
          on_day: newest(group.map(each => each['on_day'])),
        }),
      ),
    ),
  }
}

const londonDay = (moment: unknown) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(String(moment)))

export function formFacts(asking: Asking): Facts {
  const { find } = asking
  // What the Virtual School set aside counts while its placement goes on; what a job set aside does not.
  const goesOn = (id: unknown) =>
    find.of('placement', 'id', String(id)).some(each => among(each, 'status', 'accepted', 'live'))
  const forms = known(
    asking,
    'questionnaire',
    each =>
      !among(each, 'status', 'not needed') ||
      (there(each, 'set_aside_by') && goesOn(each['placement_id'])),
  )
  return {
    forms: forms.map(form => {
      // D22: what a form says is told from its return on.
      const returned = among(form, 'status', 'returned', 'accepted')
      const asked = find
        .of('questionnaire_request', 'questionnaire_id', form.id)
        .filter(each => !there(each, 'supplied_at'))
        .map(each => String(each['asked_at']))
        .sort()[0]
      const second = find
        .of('questionnaire_answer', 'questionnaire_id', form.id)
        .find(({ question }) => question === 2)
      return {
        ...only(form, 'id', 'child_id', 'provider_id', 'commissioner_id', 'status', 'opened_on'),
        returned_on: returned && there(form, 'returned_at') ? londonDay(form['returned_at']) : null,
        registered: (returned ? second?.['registered'] : null) ?? null,
        evidence_asked_on: asked ? londonDay(asked) : null,
        to_mend_from:
          among(form, 'status', 'sent back') &&
          String(form['due_on']) >= asking.world.today &&
          there(form, 'returned_at')
            ? londonDay(form['returned_at'])
            : null,
        set_aside_on:
          among(form, 'status', 'not needed') && there(form, 'set_aside_at')
            ? londonDay(form['set_aside_at'])
            : null,
        told_quality: form['told_quality'],
        told_monitoring: form['told_monitoring'],
      }
    }),
    recorded: cut(
      known(
        asking,
        'placement',
        each => there(each, 'quality_recorded_on') || there(each, 'monitoring_recorded_on'),
      ),
      ...['id', 'quality_recorded_on', 'monitoring_recorded_on'],
    ),
  }
}

export function moveFacts(asking: Asking): Facts {
  const { find } = asking
  const moves = known(asking, 'managed_move')
  return {
    moves: cut(
      moves.filter(each => among(each, 'status', 'proposed', 'agreed')),
      ...['id', 'child_id', 'from_school_id', 'to_school_id', 'status', 'start_on', 'purpose'],
      ...['protocol', 'pressure_reported', 'authority_decision_on', 'trial', 'trial_end_on'],
      'agreement_sha256',
    ),
    consents: moves.flatMap(move => {
      const given = find
        .of('managed_move_consent', 'move_id', move.id)
        .filter(each => each['agreement_sha256'] === move['agreement_sha256'])
      return [...Map.groupBy(given, each => `${each.party} ${each['contact_id']}`).values()].map(
        group => {
          const last = [...group].sort((a, b) =>
            `${a['recorded_at']} ${a.id}` < `${b['recorded_at']} ${b.id}` ? 1 : -1,
          )[0]
          return only(last ?? {}, 'move_id', 'party', 'contact_id', 'agreed')
        },
      )
    }),
    removals: cut(
      known(asking, 'roll_removal', each => !among(each, 'status', 'withdrawn')),
      ...['id', 'child_id', 'school_id', 'ground', 'status', 'deleted_on', 'return_made_on'],
      ...['new_school_confirmed_on', 'parent_notice_on', 'enquiries_completed_on'],
      ...['sickness_believed', 'support_reason', 'support_from', 'proposed_on'],
    ),
    absences: cut(
      known(asking, 'roll_removal').flatMap(({ id }) =>
        find.of('removal_absence', 'removal_id', id),
      ),
      ...['removal_id', 'from_on', 'to_on', 'session', 'code'],
    ),
    returns: cut(
      known(asking, 'new_pupil_return'),
      ...['enrolment_id', 'child_id', 'school_id', 'entered_on', 'made_on'],
    ),
    placements: cut(
      known(asking, 'placement', each => there(each, 'provider_id') && there(each, 'started_on')),
      ...['id', 'child_id', 'provider_id', 'need_category', 'started_on', 'ended_on', 'status'],
    ),
  }
}
