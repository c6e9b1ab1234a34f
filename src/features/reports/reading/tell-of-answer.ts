import { addressesOf } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import type { Report } from '../report.query.ts'

/** Tells the provider’s manager and who wrote the report that somebody answered: which report, and nothing more. */
export async function tellOfAnswer({ tx, today, me }: Doer, report: Report) {
  const author = await tx
    .selectFrom('user_account')
    .innerJoin('membership', 'membership.user_id', 'user_account.id')
    .select(['user_account.id', 'user_account.email'])
    .where('user_account.id', '=', report.by_user)
    .where('user_account.ended_at', 'is', null)
    // Who has left the provider is told nothing more of it.
    .where('membership.organisation_id', '=', report.by_organisation)
    .where('membership.valid_from', '<=', today)
    .where(at =>
      at.or([at('membership.valid_to', 'is', null), at('membership.valid_to', '>=', today)]),
    )
    .executeTakeFirst()
  const managers = await addressesOf(tx, report.by_organisation, ['provider-manager'], today)
  const writer = author
    ? [{ address: author.email, userId: author.id, organisationId: report.by_organisation }]
    : []
  for (const to of [...managers.filter(({ userId }) => userId !== author?.id), ...writer])
    await sendMail(tx, {
      kind: 'answer to a report',
      to,
      subject: `Report ${report.name}: there is an answer`,
      body: `Somebody has read report ${report.name} and answered.\n\nSign in to Onroll to read it: /provider-reports/${report.id}`,
      fromOrganisationId: me.organisationId,
    })
}
