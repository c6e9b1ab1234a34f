import { createHash } from 'node:crypto'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { addEvidence, addEvidenceFile, evidenceKinds } from '#features/providers/index.ts'
import { fileKinds } from '#platform/files/file-kind.ts'
import { currentKey, type FileStore } from '#platform/files/file-store.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from './chance.ts'

/** Seven of the eight: one provider’s newest paper says nothing of the eighth. */
export const otherProcedures = [
  'allegations',
  'physical-intervention',
  'behaviour',
  'attendance',
  'substance-misuse',
  'anti-bullying',
  'child-sexual-exploitation',
] as const

export interface Lapses {
  /** Documents that nobody has brought yet. */
  readonly lacks?: readonly string[] | undefined
  /** How many days ago the year of public liability began. */
  readonly publicLiabilityFrom?: number | undefined
}

/** Every document but those that it lacks, all in date, each with a page that says whose it is. */
export async function bringDocuments(
  doer: Doer,
  chance: Chance,
  id: string,
  today: IsoDate,
  files: FileStore | undefined,
  { lacks = [], publicLiabilityFrom }: Lapses = {},
): Promise<string[]> {
  const items: string[] = []
  for (const kind of evidenceKinds) {
    if (lacks.includes(kind.id)) continue
    const age = chance.between(205, 330)
    const from = addDays(today, -(kind.id === 'DOC-02' ? (publicLiabilityFrom ?? age) : age))
    const until = addDays(from, 365)
    const evidenceId = await addEvidence(doer, {
      providerId: id,
      document: kind.id,
      issuedOn: from,
      expiresOn: kind.id === 'DOC-08' ? null : until,
      ...(kind.id === 'DOC-08' ? { staffCount: 4, firstAiderCount: 1 } : {}),
      ...(kind.id === 'DOC-13' ? { procedures: ['online-safety', ...otherProcedures] } : {}),
      ...(kind.insurance
        ? {
            insurance: {
              insurer: 'Invented Mutual',
              policyNumber: `IM-${chance.between(10_000, 99_999)}`,
              amountPence: chance.oneOf([5, 10, 10]) * 100_000_000,
              startsOn: from,
              endsOn: until,
            },
          }
        : {}),
    })
    items.push(evidenceId)
    if (files) await bringFile(doer, files, { id: evidenceId, providerId: id }, kind.title)
  }
  return items
}

async function bringFile(
  doer: Doer,
  files: FileStore,
  evidence: { id: string; providerId: string },
  title: string,
) {
  const bytes = Buffer.from(`${title}\n\nAn invented document of an invented provider.\n`)
  const id = newId()
  const writer = await files.receive(id)
  await writer.write(bytes)
  await writer.finish()
  await files.keep(id)
  await addEvidenceFile(doer, evidence, {
    id,
    name: `${title}.txt`,
    kind: fileKinds.text,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    keyNumber: currentKey,
  })
}
