import { may } from '#domain/permissions.ts'
import { FindingCard, findingsOfProvider } from '#features/findings/index.ts'
import { page } from '#platform/http/page.tsx'
import { mayKeep } from './keep.query.ts'
import { ownOrCommissioned } from './own-or-commissioned.ts'
import { ProviderLayout } from './provider-layout.tsx'
import { whereToMend } from './where-to-mend.ts'

/** What the rules find about the institution, and what mends it. No child is in it. */
export const providerFindingsPage = page({
  path: '/providers/:provider/findings',
  permission: 'evidence.read',
  discloses: 'nothing personal',
  load: async visit => {
    const provider = await ownOrCommissioned(visit, visit.params.provider)
    return {
      provider,
      me: visit.me,
      findings: await findingsOfProvider(visit.tx, provider.id),
      opens: {
        people: may(visit.me, 'provider.people'),
        registration: await mayKeep(visit.tx, provider.id),
      },
    }
  },
  view: ({ provider, me, findings, opens }) => (
    <ProviderLayout provider={provider} me={me} title="Findings" part="/findings">
      <p class="govuk-body">
        What the rules on registration, evidence and safeguarding say of this provider. They are
        asked again whenever something changes, and every night.
      </p>
      {findings.length === 0 ? (
        <p class="govuk-body">Nothing is found.</p>
      ) : (
        findings.map(finding => {
          const place = whereToMend(finding, opens)
          return (
            <FindingCard
              finding={finding}
              headingLevel={2}
              actions={
                place && (
                  <p class="govuk-body">
                    <a
                      class="govuk-link"
                      href={`/providers/${provider.id}${place.path}`}
                      aria-describedby={`finding-${finding.id}`}
                    >
                      {place.text}
                    </a>
                  </p>
                )
              }
            />
          )
        })
      )}
    </ProviderLayout>
  ),
})
