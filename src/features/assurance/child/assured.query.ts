import type { IsoDate } from '#domain/dates.ts'
import { type CaseFindingRow, findingsOfPlacement } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { type Known, knownAbout } from '../known/known.query.ts'
import { forms, named, type Questionnaire } from '../questionnaire/questionnaire.query.ts'
import { type Watched, watch } from '../watch-list/watch.ts'
import { watched } from '../watch-list/watched.query.ts'

/** One provider at which a child is, by one commissioner, with everything that shows that it is right and safe. */
export interface Assured {
  readonly providerId: string
  readonly provider: string
  readonly commissioner: string
  readonly known: Known
  readonly attendance: Attendance
  readonly watched: readonly Watched[]
  readonly forms: readonly Questionnaire[]
  readonly findings: readonly CaseFindingRow[]
}

export interface Attendance {
  readonly sessions: number
  readonly attended: number
  readonly absent: number
  readonly didNotHappen: number
  readonly lastOn: IsoDate | null
}

/** Everything about a child's provision that an officer, a head or an inspector asks for, as far as the reader may see it. */
export async function assuredFor(tx: Tx, childId: string, today: IsoDate): Promise<Assured[]> {
  const places = await tx
    .selectFrom('placement as p')
    .innerJoin('organisation as provider', 'provider.id', 'p.provider_id')
    .innerJoin('organisation as commissioner', 'commissioner.id', 'p.commissioner_id')
    .select([
      'p.provider_id',
      'p.commissioner_id',
      'provider.name as provider',
      'commissioner.name as commissioner',
    ])
    .distinct()
    .where('p.child_id', '=', childId)
    .where('p.status', 'in', ['accepted', 'live'])
    .orderBy('provider.name')
    .orderBy('commissioner.name')
    .execute()
  const watching = (await watched(tx, today, childId)).map(row => watch(row, today))
  const found: Assured[] = []
  for (const { provider_id, commissioner_id, provider, commissioner } of places) {
    if (!provider_id) continue
    const known = await knownAbout(tx, { child_id: childId, provider_id, commissioner_id }, today)
    const placementIds = known.placements.map(({ id }) => id)
    found.push({
      providerId: provider_id,
      provider,
      commissioner,
      known,
      attendance: await attendanceAt(tx, placementIds),
      watched: watching.filter(({ row }) => placementIds.includes(row.id)),
      forms: await formsAbout(tx, { childId, provider_id, commissioner_id }),
      findings: await findingsOn(tx, placementIds),
    })
  }
  return found
}

async function formsAbout(
  tx: Tx,
  about: { childId: string; provider_id: string; commissioner_id: string },
) {
  const rows = await forms(tx)
    .where('q.child_id', '=', about.childId)
    .where('q.provider_id', '=', about.provider_id)
    .where('q.commissioner_id', '=', about.commissioner_id)
    .orderBy('q.reference', 'desc')
    .execute()
  return rows.map(named)
}

/** What stands, less what is only to know and stops nothing; the same sentence about two placements is said once. */
async function findingsOn(tx: Tx, placementIds: readonly string[]) {
  const all: CaseFindingRow[] = []
  for (const id of placementIds) all.push(...(await findingsOfPlacement(tx, id)))
  const once = new Map(all.map(each => [`${each.rule} ${each.message}`, each]))
  return [...once.values()].filter(({ level, blocks }) => level !== 'info' || blocks.length > 0)
}

/** The last word about each session: a mark that was corrected counts no more. */
async function attendanceAt(tx: Tx, placementIds: readonly string[]): Promise<Attendance> {
  if (placementIds.length === 0)
    return { sessions: 0, attended: 0, absent: 0, didNotHappen: 0, lastOn: null }
  const row = await tx
    .selectFrom('register_mark as m')
    .select(({ fn }) => [
      fn.countAll<number>().as('sessions'),
      fn.countAll<number>().filterWhere('m.mark', 'in', ['present', 'late']).as('attended'),
      fn.countAll<number>().filterWhere('m.mark', '=', 'absent').as('absent'),
      fn.countAll<number>().filterWhere('m.happened', '=', false).as('didNotHappen'),
      fn.max('m.on_day').as('lastOn'),
    ])
    .where('m.placement_id', 'in', placementIds)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('register_mark as later')
            .select('later.id')
            .whereRef('later.corrects_id', '=', 'm.id'),
        ),
      ),
    )
    .executeTakeFirst()
  return {
    sessions: Number(row?.sessions ?? 0),
    attended: Number(row?.attended ?? 0),
    absent: Number(row?.absent ?? 0),
    didNotHappen: Number(row?.didNotHappen ?? 0),
    lastOn: row?.lastOn ?? null,
  }
}
