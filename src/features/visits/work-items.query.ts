import { sql } from 'kysely'
import { addDays, londonDay } from '#domain/dates.ts'
import { may } from '#domain/permissions.ts'
import { writeReference } from '#domain/reference.ts'
import type { WorkItem } from '#domain/work-item.ts'
import type { Visit } from '#platform/http/visit.ts'
import { visits } from './visit.query.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today'>

/** What a commissioner has to do about the quality of providers: visits of its own, reports to moderate, actions to look at. */
export async function visitWork(asker: Asker): Promise<WorkItem[]> {
  const { tx, me } = asker
  const open = await visits(tx)
    .where('v.status', 'in', ['planned', 'draft', 'submitted', 'moderated'])
    .orderBy('v.reference')
    .execute()
  const moderates = may(me, 'visit.moderate')
  const items = open.flatMap((row): WorkItem[] => {
    const ours = row.commissioner_id === me.organisationId
    const item = {
      about: writeReference('visit', row.reference),
      detail: row.providerName,
      href: `/visits/${row.id}`,
      due: null,
      since: londonDay(row.made_at),
      turn: 'ours' as const,
    }
    if (ours && row.status === 'planned')
      return [{ ...item, what: 'Visit a provider', due: row.planned_on }]
    if (ours && row.status === 'draft')
      return [
        {
          ...item,
          what: row.sent_back_at ? 'Mend a visit report' : 'Finish a visit report',
          since: londonDay(row.sent_back_at ?? row.made_at),
        },
      ]
    const since = londonDay(row.moderated_at ?? row.submitted_at ?? row.made_at)
    if (row.status === 'submitted' && moderates && row.submitted_by !== me.userId)
      return [{ ...item, what: 'Moderate a visit report', since }]
    if (row.status === 'moderated' && moderates)
      return [{ ...item, what: 'Publish a visit report', since }]
    if (ours && (row.status === 'submitted' || row.status === 'moderated'))
      return [
        {
          ...item,
          what: row.status === 'submitted' ? 'Report to be moderated' : 'Report to be published',
          since,
          turn: 'others',
          whoseTurn: 'Quality assurance',
        },
      ]
    return []
  })
  return [...items, ...(await actions(asker, 'commissioner')), ...(await assessmentsDue(asker))]
}

/** What a provider has to do after a visit: reply, if it wants to, and its actions. */
export async function visitWorkOfProvider(asker: Asker): Promise<WorkItem[]> {
  const rows = await visits(asker.tx)
    .where('v.provider_id', '=', asker.me.organisationId)
    .where('v.status', 'in', ['moderated', 'published'])
    .where('v.moderated_at', '>', sql<Date>`${asker.today}::date - 60`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('visit_reply as r').select('r.id').whereRef('r.visit_id', '=', 'v.id')),
      ),
    )
    .execute()
  return [
    ...rows.map(row => ({
      what: 'Read a visit report, and reply if you want to',
      about: writeReference('visit', row.reference),
      detail: row.commissionerName,
      href: `/visits/${row.id}`,
      due: null,
      since: londonDay(row.moderated_at ?? row.made_at),
      turn: 'ours' as const,
    })),
    ...(await actions(asker, 'provider')),
  ]
}

async function actions({ tx, me }: Asker, who: 'commissioner' | 'provider'): Promise<WorkItem[]> {
  const rows = await visits(tx)
    .innerJoin('visit_action as a', 'a.visit_id', 'v.id')
    .select(['a.id as actionId', 'a.action', 'a.due_on', 'a.done_on', 'a.made_at as askedAt'])
    .where('a.accepted_on', 'is', null)
    .where('v.status', 'in', ['moderated', 'published'])
    .where(who === 'provider' ? 'v.provider_id' : 'v.commissioner_id', '=', me.organisationId)
    .orderBy('a.due_on')
    .execute()
  return rows.map(row => {
    const isTheirTurn = who === 'provider' ? row.done_on !== null : row.done_on === null
    return {
      what:
        row.done_on === null
          ? 'Action after a visit'
          : 'Look whether an action after a visit is done',
      about: writeReference('visit', row.reference),
      detail: `${who === 'provider' ? '' : `${row.providerName}: `}${row.action.slice(0, 80)}`,
      href: isTheirTurn
        ? `/visits/${row.id}`
        : `/visits/${row.id}/actions/${row.actionId}${who === 'provider' ? '/done' : ''}`,
      due: row.done_on === null ? row.due_on : null,
      since: row.done_on ?? londonDay(row.askedAt),
      turn: isTheirTurn ? ('others' as const) : ('ours' as const),
      whoseTurn: who === 'provider' ? row.commissionerName : row.providerName,
    }
  })
}

const assessing: Readonly<Record<string, string>> = {
  'QAV-01': 'Assess a provider: the year is over',
  'QAV-03': 'Visit a provider again',
  'QAV-05': 'Adopt an assessment that is shared with you',
}

/** What the rules say of our own part at the providers that we use; a year counts as work from two months before its end. */
async function assessmentsDue({ tx, me, today }: Asker): Promise<WorkItem[]> {
  const rows = await tx
    .selectFrom('finding')
    .innerJoin('organisation as o', 'o.id', 'finding.provider_id')
    .select(['finding.id', 'rule', 'level', 'due', 'finding.since', 'provider_id', 'o.name'])
    .select('subject_id')
    .where('rule', 'in', Object.keys(assessing))
    .where('superseded_at', 'is', null)
    .where(sql<boolean>`"values" ->> 'commissioner' = ${await commissionerKey({ tx, me })}`)
    .orderBy('o.name')
    .execute()
  return rows
    .filter(({ rule, due }) => rule !== 'QAV-01' || due === null || due <= addDays(today, 61))
    .map(row => ({
      what:
        row.rule === 'QAV-01' && row.level === 'info'
          ? 'Assess a provider before its year ends'
          : (assessing[row.rule] ?? ''),
      about: row.rule,
      detail: row.name,
      href:
        row.rule === 'QAV-05'
          ? `/visits/${row.subject_id}`
          : `/visits/plan?provider=${row.provider_id}`,
      due: row.due,
      since: londonDay(row.since),
      turn: 'ours' as const,
    }))
}

/** The teams of the authority are one commissioner to the rules, under the authority's own key. */
async function commissionerKey({ tx, me }: Pick<Asker, 'tx' | 'me'>): Promise<string> {
  if (me.organisationKind !== 'team' && me.organisationKind !== 'authority')
    return me.organisationId
  const setting = await tx
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'authority')
    .executeTakeFirst()
  return (setting?.value as { key?: string } | undefined)?.key ?? me.organisationId
}
