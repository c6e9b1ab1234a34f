import { toString as picture } from 'qrcode'
import { NotFound } from '#domain/refusal.ts'
import { PlacementLayout } from '#features/placements/index.ts'
import { SummaryList, TwoThirds, WarningText } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { openOwn, viewed } from '../open-placement.ts'
import { pupilCode, pupilToken } from './pupil-secrets.ts'
import { pupilLinkOf } from './views.query.ts'

const tenMinutes = 10 * 60_000

/** Link and code, to who made them and for ten minutes only: after that nobody reads them again. */
export const giveLinkPage = page({
  path: '/placements/:placement/pupil-view/links/:link',
  permission: 'pupil-link.make',
  async load(visit) {
    const opened = await openOwn(visit)
    const link = await pupilLinkOf(visit.tx, opened.placement.id)
    if (
      link?.id !== visit.params.link ||
      link.made_by !== visit.me.userId ||
      link.used_at !== null ||
      link.revoked_at !== null ||
      visit.now.getTime() - link.made_at.getTime() > tenMinutes
    )
      throw new NotFound()
    const { secret, configuration } = visit.site
    const address = `${configuration.baseUrl}/your-view/${pupilToken(secret, link.id)}`
    return {
      ...opened,
      address,
      code: pupilCode(secret, link.id),
      qr: await picture(address, { type: 'svg' }),
    }
  },
  discloses: viewed('pupil-view.viewed'),
  view: ({ placement, address, code, qr }) => (
    <PlacementLayout
      placement={placement}
      title="Give the link to the child"
      back={`/placements/${placement.id}/pupil-view`}
      backText="The child’s view"
    >
      <TwoThirds>
        <WarningText>
          Give the code by hand or by word, never with the link. Both are shown for ten minutes, to
          you alone.
        </WarningText>
        <p class="govuk-body">Let the child take a picture of this, or send the address:</p>
        <img
          src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
          alt="QR code of the link"
          width="220"
          height="220"
        />
        <SummaryList
          rows={[
            { key: 'Link', value: <span class="govuk-!-text-break-word">{address}</span> },
            { key: 'Code', value: <strong>{code}</strong> },
          ]}
        />
        <p class="govuk-body">
          It works for seven days, once. Five wrong codes stop it. The provider is not told what the
          child says.
        </p>
      </TwoThirds>
    </PlacementLayout>
  ),
})
