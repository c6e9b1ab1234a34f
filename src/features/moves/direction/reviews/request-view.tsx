import { Details, Tag } from '#govuk/index.ts'
import type { RequestWorking } from './request-working.ts'

/** What the ten-week rule says to a request, and how it is worked out. */
export const RequestWorkingView = ({
  working,
  open = false,
}: {
  working: RequestWorking
  open?: boolean
}) => (
  <>
    <p class="govuk-body">
      {working.duty && !working.heldOn ? (
        <Tag tone="yellow">A review must be held</Tag>
      ) : working.duty ? (
        <Tag tone="green">Held</Tag>
      ) : (
        <Tag tone="grey">No duty</Tag>
      )}
    </p>
    <Details summary="How the ten weeks are counted" open={open}>
      {working.lines.map(line => (
        <p class="govuk-body">{line}</p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href="/rules/OSD-05">
          Rule OSD-05
        </a>
      </p>
    </Details>
  </>
)
