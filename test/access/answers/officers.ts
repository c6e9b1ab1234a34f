import { type Asking, officerRole, runsTheAuthority, writesGuidance } from '../oracle/asking.ts'
import type { World } from '../world/world.ts'
import { type Answer, asks, newest, only, perGroup, texts, uuids } from './answer.ts'

/** What officers are told of what they do not read: files that were stopped, what hangs on a school, questions. */
export const ofOfficers: Readonly<Record<string, Answer>> = {
  // FI-05: whoever runs the installation is told of each file that was not found clean: where, never what.
  files_not_passed: {
    ask: asks('onroll.files_not_passed()'),
    due: asking =>
      runsTheAuthority(asking)
        ? asking.world.rows.file
            .filter(file => file.state !== 'clean' && file['removed_at'] === null)
            .map(file => fileNotPassed(asking, file))
        : [],
  },
  // The organisations’ administrator is told how much hangs on a school that is to close: counts.
  work_of_school: {
    ask: asks('onroll.work_of_school(a.id)', 'school', 'organisation_id'),
    due: asking => (runsTheAuthority(asking) ? workOfSchools(asking) : []),
  },
  question_counts: {
    ask: () => `select to_jsonb(x) from onroll.question_counts('-infinity') x`,
    due: asking =>
      writesGuidance(asking)
        ? perGroup(
            asking.world.rows.question,
            row => String(row['topic']),
            group => {
              const open = group.filter(row => row['status'] === 'open')
              return {
                topic: group[0]?.['topic'],
                asked: group.length,
                unanswered: open.length,
                oldest: open.map(row => String(row['asked_at'])).sort()[0] ?? null,
              }
            },
          )
        : [],
  },
  // Whoever is to publish an answer is warned that it names the child: yes or no, of a question put to their team.
  question_names_child: {
    ask: ({ rows }) =>
      `select to_jsonb(a.id) from unnest(${uuids({ rows } as World, 'question')}) a (id)
        where onroll.question_names_child(a.id, ${texts(
          rows.child.flatMap(row => String(row['search_name']).split(' ')),
          'text',
        )})`,
    due: asking =>
      asking.world.rows.question
        .filter(row => {
          const child = asking.find.byId('referral', row['referral_id'] as string | null)?.child_id
          const names = String(asking.find.byId('child', child)?.['search_name'] ?? '').split(' ')
          return (
            officerRole(asking) !== undefined &&
            row.routed_role === officerRole(asking) &&
            names.some(name => name.length > 2)
          )
        })
        .map(({ id }) => id),
  },
}

function fileNotPassed({ find }: Asking, file: Readonly<Record<string, unknown>>) {
  const provider = find.byId('evidence_item', file['evidence_id'] as string | null)?.provider_id
  const nameOf = (table: 'user_account' | 'organisation', id: unknown) =>
    find.byId(table, id as string | null)?.['name'] ?? null
  return {
    ...only(file, 'id', 'state', 'state_reason', 'uploaded_at'),
    person: nameOf('user_account', file['uploaded_by']),
    organisation: nameOf('organisation', file['by_organisation']),
    reference: find.byId('referral', file['referral_id'] as string | null)?.['reference'] ?? null,
    provider: nameOf('organisation', provider),
  }
}

function workOfSchools({ world: { rows, now }, find }: Asking) {
  return rows.school.flatMap(school => {
    const of = String(school['organisation_id'])
    const open = rows.referral.filter(
      each =>
        each.referring_organisation_id === of &&
        !['closed', 'referred on', 'withdrawn', 'discarded'].includes(each.status),
    )
    const referrals = perGroup(
      open,
      each => String(each.responsible_partnership_id),
      group => {
        const drafts = group.filter(({ status }) => status === 'draft').length
        return {
          partnership_id: group[0]?.responsible_partnership_id ?? null,
          open_referrals: group.length - drafts,
          drafts,
          meeting_on: null as string | null,
        }
      },
    )
    const meetings = find
      .of('invitation', 'school_id', of)
      .flatMap(({ withdrawn_at, meeting_id }) => {
        const meeting = find.byId('meeting', meeting_id)
        if (withdrawn_at !== null || !meeting || meeting.status === 'cancelled') return []
        const starts = new Date(String(meeting['starts_at']))
        return starts > now
          ? [
              {
                ...only(meeting, 'partnership_id'),
                open_referrals: 0,
                drafts: 0,
                meeting_on: newest([londonDay(starts)]),
              },
            ]
          : []
      })
    return [...referrals, ...meetings].map(said => ({ of, said }))
  })
}

const londonDay = (moment: Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(moment)
