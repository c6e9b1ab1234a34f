import { newId } from '#domain/ids.ts'
import { foldedName } from '#domain/name-search.ts'
import type { Value } from '../row.ts'
import { inWords } from './identity-writes.ts'
import type { KnownContact } from './known.query.ts'
import type { FileContact } from './read-row.ts'
import { recorded } from './record-writes.ts'
import type { By, Judging, Outcome } from './writes.ts'

/** Contacts are known by their names. None is ever ended: a list says who is there, not who is not. */
export function contactWrites(by: By, { row, on }: Judging, childId: string, outcome: Outcome) {
  const known = on?.contacts ?? []
  for (const [at, contact] of row.contacts.entries()) {
    const now = known.find(each => foldedName(each.name) === foldedName(contact.name))
    if (now) changeContact(now, contact, outcome)
    else {
      outcome.writes.push({
        table: 'contact',
        id: newId(),
        add: {
          child_id: childId,
          name: contact.name,
          relationship: contact.relationship ?? 'Not recorded',
          parental_responsibility: contact.responsibility ?? null,
          telephone: contact.telephone ?? null,
          email: contact.email ?? null,
          priority: Math.min(20, known.length + at + 1),
          ...recorded(by),
        },
      })
      if (on) outcome.changes.push({ what: 'Contact', from: 'nothing', to: contact.name })
    }
  }
}

function changeContact(now: KnownContact, contact: FileContact, { writes, changes }: Outcome) {
  const said: Record<string, Value | undefined> = {
    relationship: contact.relationship,
    parental_responsibility: contact.responsibility,
    telephone: contact.telephone,
    email: contact.email,
  }
  const old = now as unknown as Record<string, Value>
  const different = Object.entries(said).filter(
    ([column, value]) => value !== undefined && value !== null && value !== old[column],
  )
  if (different.length === 0) return
  writes.push({
    table: 'contact',
    id: now.id,
    version: now.version,
    change: Object.fromEntries(different) as Record<string, Value>,
    before: Object.fromEntries(different.map(([column]) => [column, old[column] ?? null])),
  })
  for (const [column, value] of different)
    changes.push({
      what: `${now.name}: ${column.replaceAll('_', ' ')}`,
      from: inWords(old[column]),
      to: inWords(value),
    })
}
