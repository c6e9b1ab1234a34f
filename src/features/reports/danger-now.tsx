import { type Hub, HubNumbers } from '#features/organisations/index.ts'
import { WarningText } from '#govuk/index.ts'

/** Before anything is written: a form never comes first when a child is in danger. */
export const DangerNow = ({ hub }: { hub: Hub }) => (
  <>
    <WarningText>
      If a child is in danger now, do not write here first. Call 999. Then tell your safeguarding
      lead, and ring the authority’s safeguarding hub.
    </WarningText>
    <p class="govuk-body govuk-!-font-weight-bold">
      <HubNumbers hub={hub} />
    </p>
    <p class="govuk-body">Nobody is on duty here: a report is read on working days.</p>
  </>
)
