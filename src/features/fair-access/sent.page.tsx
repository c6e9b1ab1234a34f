import { Layout, Panel } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { fairAccessDraft } from './refer.ts'

export const fairAccessSentPage = page({
  path: '/fair-access/:referral/sent',
  permission: 'fair-access.refer',
  discloses: 'nothing personal',
  load: ({ tx, params }) => fairAccessDraft({ tx }, params.referral),
  view: draft => (
    <Layout title="Referral sent">
      <Panel title="Referral sent">
        Reference <strong>{`R-${draft.reference}`}</strong>
      </Panel>
      <h2 class="govuk-heading-m">What happens next</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{`${draft.partnership} checks the criteria, and asks you if it is in doubt.`}</li>
        <li>
          The case goes to a meeting to which every member school is invited. A place has to be
          allocated within 20 school days.
        </li>
        <li>
          You are told of the decision when it is taken, and asked to confirm that the child is on
          roll within a week.
        </li>
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`/cases/${draft.id}`}>
          Follow the case
        </a>
      </p>
    </Layout>
  ),
})
