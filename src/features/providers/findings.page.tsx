import { may } from '#domain/permissions.ts'
import {
  type CaseFindingRow,
  FindingCard,
  findingsOfProvider,
  mayStand,
  wayRoundAtProvider,
} from '#features/findings/index.ts'
import { page } from '#platform/http/page.tsx'
import { doIWorkThere } from './approval/conflict.query.ts'
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
      accepts:
        may(visit.me, 'provider.accept-finding') && !(await doIWorkThere(visit.tx, provider.id)),
    }
  },
  view: ({ provider, me, findings, opens, accepts }) => (
    <ProviderLayout provider={provider} me={me} title="Findings" part="/findings">
      <p class="govuk-body">
        What the rules on registration, evidence and safeguarding say of this provider. They are
        asked again whenever something changes, and every night.
      </p>
      {findings.length === 0 ? (
        <p class="govuk-body">Nothing is found.</p>
      ) : (
        findings.map(finding => (
          <FindingCard
            finding={finding}
            headingLevel={2}
            unless={wayRoundAtProvider(finding)}
            actions={
              <Ways
                base={`/providers/${provider.id}`}
                finding={finding}
                place={whereToMend(finding, opens)}
                accepts={accepts && mayStand(finding) && !finding.acceptedAt}
              />
            }
          />
        ))
      )}
    </ProviderLayout>
  ),
})

const Ways = ({
  base,
  finding: { id, rule },
  place,
  accepts,
}: {
  base: string
  finding: CaseFindingRow
  place: ReturnType<typeof whereToMend>
  accepts: boolean
}) => (
  <>
    {place && (
      <p class="govuk-body">
        <a class="govuk-link" href={base + place.path} aria-describedby={`finding-${id}`}>
          {place.text}
        </a>
      </p>
    )}
    {accepts && (
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/findings/${id}/accept`}>
          Accept it with a reason
          <span class="govuk-visually-hidden"> (rule {rule})</span>
        </a>
      </p>
    )}
  </>
)
