import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { EmptyState, InsetText, Table, WarningText } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { ChangesTable } from '../form/changes-table.tsx'
import { differences } from '../form/content.ts'
import { ContentView } from '../form/content-view.tsx'
import { isWhole, type SentVersion, versionsOf } from '../versions.ts'
import { caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'

/** What was sent, in each of its versions, and what each changed. */
export const caseReferralPage = page({
  path: '/cases/:referral/referral',
  permission: 'referral.read',
  query: z.object({ version: z.coerce.number().int().positive().optional().catch(undefined) }),
  load: async visit => {
    const versions = await versionsOf(visit.tx, visit.params.referral)
    const shown = versions.find(({ number }) => number === visit.query.version) ?? versions[0]
    return {
      opened: await openCase(visit, visit.params.referral),
      versions,
      shown,
      before: versions.find(({ number }) => number === (shown?.number ?? 0) - 1),
    }
  },
  discloses: ({ opened }) => caseDisclosed(opened),
  view: ({ opened, versions, shown, before }) => {
    const path = `/cases/${opened.referral.id}/referral`
    return (
      <CaseLayout opened={opened} title="Referral" path={path}>
        {!shown ? (
          <EmptyState title="Nothing was sent yet" />
        ) : (
          <>
            <Sealed version={shown} newest={shown === versions[0]} />
            {before && (
              <ChangesTable
                caption={`What version ${shown.number} changed`}
                changes={differences(before.content, shown.content)}
              />
            )}
            <ContentView content={shown.content} />
            {versions.length > 1 && (
              <Table
                caption="All versions"
                head={['Version', 'Sent', 'By', 'Why']}
                rows={versions.map(({ number, madeAt, madeBy, because }) => [
                  <a class="govuk-link" href={`${path}?version=${number}`}>
                    Version {number}
                  </a>,
                  momentInWords(madeAt),
                  madeBy ?? '',
                  because,
                ])}
              />
            )}
          </>
        )}
      </CaseLayout>
    )
  },
})

const Sealed = ({ version, newest }: { version: SentVersion; newest: boolean }) => (
  <>
    <InsetText>
      <p class="govuk-body">
        Version {version.number}, sent {momentInWords(version.madeAt)}
        {version.madeBy && ` by ${version.madeBy}`}. {version.because}
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-0">
        It was frozen when it was sent. Fingerprint {version.hash.slice(0, 16)}
      </p>
    </InsetText>
    {!newest && (
      <WarningText>This is an older version. The school has changed it since.</WarningText>
    )}
    {!isWhole(version) && (
      <WarningText>
        This version is not as it was sent: its words no longer fit its fingerprint. Tell the data
        steward.
      </WarningText>
    )}
  </>
)
