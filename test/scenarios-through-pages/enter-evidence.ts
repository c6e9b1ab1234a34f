import { appendixTwo, letterOnly, safeguardingProcedures } from '#rules/data/documents.ts'
import type { Evidence, Insurance } from '#rules/facts.ts'
import { type Actor, saved } from './county-of-the-scenarios.ts'

const titles = new Map([...appendixTwo, letterOnly].map(({ id, title }) => [id, title]))
const titleOf = (document: string) => titles.get(document) ?? document

const policies: Readonly<Record<Insurance['kind'], readonly [document: string, words: string]>> = {
  'employers-liability': ['DOC-01', 'employers’ liability'],
  'public-liability': ['DOC-02', 'public liability'],
  'professional-indemnity': ['DOC-26', 'professional indemnity'],
}
const ofInsurance = new Set(Object.values(policies).map(([document]) => document))

export async function enterPolicy(
  manager: Actor,
  path: string,
  { kind, amountPence = 0, expires }: Insurance,
) {
  const { page } = manager
  const [document, words] = policies[kind]
  await page.visit(`${path}/${document}/add`)
  page
    .fill('Insurer', 'Invented Mutual')
    .fill('Policy number', 'IM-1')
    .fill(`How much ${words} is covered?`, (amountPence / 100).toFixed(2).replace('.00', ''))
    .fillDate('startsOn', '2025-09-01')
    .fillDate('endsOn', expires ?? '2027-08-31')
  await saved(manager, 'Save and add the file', 'Add a file')
}

/** A document other than a policy, whose certificate is entered with its numbers. */
export async function enterPaper(manager: Actor, path: string, item: Evidence) {
  if (ofInsurance.has(item.document)) return
  const { page } = manager
  await page.visit(`${path}/${item.document}/add`)
  if (page.text.includes('Do you have this document?'))
    page.chooseIn('Do you have this document?', 'Yes')
  if (item.staffCount !== undefined)
    page.fill('How many staff does the record say there are?', String(item.staffCount))
  if (item.firstAiderCount !== undefined)
    page.fill('How many of them are first-aiders?', String(item.firstAiderCount))
  for (const { id, title } of safeguardingProcedures)
    if (item.procedures?.includes(id)) page.tick(`${title[0]?.toUpperCase()}${title.slice(1)}`)
  if (item.expires) page.fillDate('expiresOn', item.expires)
  await saved(manager, 'Save and add the file', 'Add a file')
}

/** A commissioner records what it saw; what was looked at on one day is recorded together. */
export async function see(actor: Actor, path: string, key: string, items: readonly Evidence[]) {
  const seen = items.flatMap(({ document, sightings = [] }) =>
    sightings
      .filter(each => each.commissioner === key && each.seen)
      .map(({ date }) => ({ document, date })),
  )
  for (const [date, together] of Map.groupBy(seen, each => each.date)) {
    await actor.page.visit(path)
    for (const { document } of together) actor.page.tick(titleOf(document))
    actor.page
      .fillDate('seenOn', date)
      .choose('I was shown it at the provider')
      .fill('What did you check?', 'That it is theirs, and holds')
    await saved(actor, 'Save', 'recorded as seen')
  }
}
