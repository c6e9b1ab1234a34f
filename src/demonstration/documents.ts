import { createHash } from 'node:crypto'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { addEvidence, addEvidenceFile, evidenceKinds } from '#features/providers/index.ts'
import { fileKinds } from '#platform/files/file-kind.ts'
import { currentKey, type FileStore } from '#platform/files/file-store.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from './chance.ts'

/** Every document, most of them in date, each with a page that says whose it is. */
export async function bringDocuments(
  doer: Doer,
  chance: Chance,
  id: string,
  today: IsoDate,
  files: FileStore | undefined,
  { hasGaps = false, endsSoon = false }: { hasGaps?: boolean; endsSoon?: boolean } = {},
): Promise<string[]> {
  const items: string[] = []
  for (const kind of evidenceKinds) {
    if (chance.happens(0.04)) continue
    const age = chance.between(205, 330)
    const isOld = kind.id === 'DOC-02' && (hasGaps || endsSoon)
    const from = addDays(today, -(isOld ? (hasGaps ? 380 : 345) : age))
    const until = addDays(from, 365)
    const evidenceId = await addEvidence(doer, {
      providerId: id,
      document: kind.id,
      issuedOn: from,
      expiresOn: kind.id === 'DOC-08' ? null : until,
      ...(kind.id === 'DOC-08' && !hasGaps ? { staffCount: 4, firstAiderCount: 1 } : {}),
      ...(kind.id === 'DOC-13'
        ? {
            procedures: [
              ...(hasGaps ? [] : (['online-safety'] as const)),
              'allegations',
              'physical-intervention',
              'behaviour',
              'attendance',
              'substance-misuse',
              'anti-bullying',
              'child-sexual-exploitation',
            ],
          }
        : {}),
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
