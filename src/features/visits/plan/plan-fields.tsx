import { sql } from 'kysely'
import { addMonths, type IsoDate } from '#domain/dates.ts'
import { Checkboxes, DateInput, type FormState, Select, TextArea, TextInput } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { day, optionalText, ticked } from '#platform/forms.ts'

export const planFields = (today: IsoDate) => ({
  plannedOn: day('the day of the visit')
    .refine(date => date >= addMonths(today, -12), 'The day of the visit is too long ago')
    .refine(date => date <= addMonths(today, 24), 'The day of the visit is too far ahead'),
  visitors: optionalText({ most: 500 }),
  purpose: optionalText({ most: 2000 }),
  annual: ticked(),
})

/** Commissioners visit providers that are open. */
export const openProviders = (tx: Tx, today: IsoDate) =>
  tx
    .selectFrom('organisation')
    .innerJoin('provider', 'provider.organisation_id', 'organisation.id')
    .select(['organisation.id as value', 'organisation.name as text'])
    .where(({ or, eb }) =>
      or([eb('organisation.closed_on', 'is', null), eb('organisation.closed_on', '>=', today)]),
    )
    .orderBy(sql`organisation.name collate onroll.names`)
    .execute()

export const sitesOf = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('provider_site')
    .select(['id as value', 'name as text'])
    .where('provider_id', '=', providerId)
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()

export const PlanFields = ({ form }: { form: FormState }) => (
  <>
    <DateInput form={form} name="plannedOn" label="On which day?" />
    <TextInput
      form={form}
      name="visitors"
      label="Who visits? (optional)"
      hint="Those who go, by name or job"
    />
    <TextArea
      form={form}
      name="purpose"
      label="What is to be looked at? (optional)"
      hint="Do not name a child. The provider reads this with the report."
      rows={4}
    />
    <Checkboxes
      form={form}
      name="annual"
      label="Annual assessment"
      items={{ yes: 'This visit is our annual assessment of the provider' }}
    />
  </>
)

export const SiteField = ({
  form,
  sites,
}: {
  form: FormState
  sites: readonly { readonly value: string; readonly text: string }[]
}) =>
  sites.length > 0 ? (
    <Select form={form} name="site" label="Site" blank="Not said" items={sites} />
  ) : null
