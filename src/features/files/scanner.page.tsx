import { sql } from 'kysely'
import { londonDay } from '#domain/dates.ts'
import { shortDayInWords as dayInWords, momentInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import {
  BackLink,
  InsetText,
  Layout,
  PageHeading,
  SummaryList,
  Table,
  WarningText,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { type ScannerState, scannerState, signaturesAreOld } from '#platform/files/clamd.ts'
import { Administration } from '#platform/http/administration.tsx'
import { page } from '#platform/http/page.tsx'
import type { Site } from '#platform/http/visit.ts'

interface FileNotPassed {
  readonly id: string
  readonly state: 'received' | 'scanning' | 'blocked' | 'not scanned'
  readonly state_reason: string | null
  readonly uploaded_at: Date
  readonly person: string | null
  readonly organisation: string | null
  readonly reference: number | null
  readonly provider: string | null
}

/** Is somebody looking into what is uploaded, with signatures of which day, and what was found? */
export const scannerPage = page({
  path: '/administration/scanner',
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load: async ({ tx, site }) => ({ scanner: await askScanner(site), files: await notPassed(tx) }),
  view: ({ scanner, files }, { me, now }) => {
    const blocked = files.filter(({ state }) => state === 'blocked')
    return (
      <Layout
        title="Virus scanner"
        wide
        before={<BackLink href="/administration">Administration</BackLink>}
      >
        <Administration me={me}>
          <PageHeading>Virus scanner</PageHeading>
          <Standing scanner={scanner} files={files} now={now} />
          <h2 class="govuk-heading-m">Blocked documents</h2>
          <p class="govuk-body">
            Nobody can open them. Whoever added one was told by email; they can remove it.
          </p>
          <Table
            caption="Blocked documents"
            captionHidden
            head={['Added', 'By', 'Of', 'What was found']}
            empty="No document has been blocked."
            rows={blocked.map(file => [
              momentInWords(file.uploaded_at),
              `${file.person ?? ''}, ${file.organisation ?? ''}`,
              file.reference === null
                ? (file.provider ?? '')
                : writeReference('referral', file.reference),
              file.state_reason ?? '',
            ])}
          />
        </Administration>
      </Layout>
    )
  },
})

type Standing = ScannerState | 'none' | 'away'

/** At most a moment is waited for it: the page says what it knows. */
async function askScanner({ configuration: { scanner } }: Site): Promise<Standing> {
  if (!scanner) return 'none'
  return scannerState(scanner, { patience: 3_000 }).catch(() => 'away' as const)
}

const notPassed = async (tx: Tx) =>
  (
    await sql<FileNotPassed>`select * from files_not_passed() order by uploaded_at desc limit 1000`.execute(
      tx,
    )
  ).rows

const Standing = ({
  scanner,
  files,
  now,
}: {
  scanner: Standing
  files: readonly FileNotPassed[]
  now: Date
}) => {
  const waiting = files.filter(({ state }) => state === 'received' || state === 'scanning')
  const unjudged = files.filter(({ state }) => state === 'not scanned')
  const oldest = waiting.at(-1)
  if (scanner === 'none')
    return (
      <InsetText>
        No virus scanner is connected. Documents are kept and can be opened, and each says that it
        was not scanned. {unjudged.length} documents so far. The operator connects ClamAV with the
        setting ONROLL_CLAMAV.
      </InsetText>
    )
  return (
    <>
      {scanner === 'away' && (
        <WarningText>
          The virus scanner does not answer. New documents wait until it does, and nobody can open
          them. Tell the operator of this service.
        </WarningText>
      )}
      {scanner !== 'away' && signaturesAreOld(scanner, now) && (
        <WarningText>
          The signatures are more than a week old, so that new viruses are not found. Tell the
          operator of this service.
        </WarningText>
      )}
      <SummaryList
        rows={[
          { key: 'Scanner', value: scanner === 'away' ? 'Does not answer' : scanner.version },
          scanner !== 'away' && {
            key: 'Signatures of',
            value: scanner.signaturesFrom
              ? dayInWords(londonDay(scanner.signaturesFrom))
              : 'A day that the scanner does not tell',
          },
          {
            key: 'Waiting to be checked',
            value: oldest
              ? `${waiting.length}, the oldest since ${momentInWords(oldest.uploaded_at)}`
              : 'None',
          },
          unjudged.length > 0 && {
            key: 'From before there was a scanner',
            value: `${unjudged.length}, checked in the background`,
          },
        ]}
      />
    </>
  )
}
