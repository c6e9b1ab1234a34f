import { dayInWords } from '#domain/london-time.ts'
import type { Tx } from '#platform/database/database.ts'
import type { SightingCount } from './evidence.query.ts'

/** How many partnerships there are, of which some have seen a document. */
export async function numberOfPartnerships(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('organisation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', 'partnership')
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** “Seen by 3 of 5 partnerships and 7 schools, last on 12 November 2026.” */
export function sightingsInWords(seen: SightingCount | undefined, partnerships: number): string {
  if (!seen) return 'Seen by nobody yet.'
  const who = [
    seen.partnerships > 0 && `${seen.partnerships} of ${counted(partnerships, 'partnership')}`,
    seen.schools > 0 && counted(seen.schools, 'school'),
    seen.others > 0 && counted(seen.others, 'team of the authority', 'teams of the authority'),
  ].filter(words => words !== false)
  return `Seen by ${listed(who)}, last on ${dayInWords(seen.lastOn)}.`
}

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`

const listed = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '')
