import { z } from 'zod'
import { asPostcode, whyNotPostcode } from '#domain/postcode.ts'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, type FormState, TextInput } from '#govuk/index.ts'
import { dayAnswers, judged, optionalDay, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { providerNamed, refuseUnlessKept } from '../keep.query.ts'
import { keepSite, type SiteDetails } from './keep-sites.ts'
import { ProfileForm } from './profile-form.tsx'

const degrees = (thing: string, least: number, most: number) =>
  optionalText({ most: 12 })
    .refine(
      typed =>
        typed === null ||
        (/^-?\d{1,2}(\.\d{1,8})?$/.test(typed) && Number(typed) >= least && Number(typed) <= most),
      `${thing} must be a number between ${least} and ${most}, like in “52.95”`,
    )
    .transform(typed => (typed === null ? null : Number(typed)))

const fields = {
  name: text('Enter a name for the site', { most: 200 }),
  street: optionalText({ most: 200 }),
  town: optionalText({ most: 100 }),
  postcode: judged(
    typed => (typed.trim() === '' ? undefined : whyNotPostcode(typed)),
    typed => (typed.trim() === '' ? null : asPostcode(typed)),
  ),
  latitude: degrees('Latitude', 49, 61),
  longitude: degrees('Longitude', -9, 3),
}
const bothOrNone = {
  path: ['longitude'],
  message: 'Enter both latitude and longitude, or neither',
}
const together = (it: { latitude: number | null; longitude: number | null }) =>
  (it.latitude === null) === (it.longitude === null)

const detailsOf = ({
  latitude,
  longitude,
  ...it
}: Omit<SiteDetails, 'position'> & {
  latitude: number | null
  longitude: number | null
}): SiteDetails => ({
  ...it,
  position: latitude === null || longitude === null ? null : { latitude, longitude },
})

const SiteFields = ({ form }: { form: FormState }) => (
  <>
    <TextInput form={form} name="name" label="Name of the site" autocomplete="off" />
    <TextInput form={form} name="street" label="Street (optional)" autocomplete="off" />
    <TextInput form={form} name="town" label="Town (optional)" width="20" autocomplete="off" />
    <TextInput
      form={form}
      name="postcode"
      label="Postcode (optional)"
      width="10"
      autocomplete="off"
    />
    <h2 class="govuk-heading-m">On the map</h2>
    <p class="govuk-body">
      Optional. A site without a position is in the list and not on the map. Nothing is asked of
      another service.
    </p>
    <TextInput form={form} name="latitude" label="Latitude" hint="For example 52.9548" width="10" />
    <TextInput
      form={form}
      name="longitude"
      label="Longitude"
      hint="For example -1.1581"
      width="10"
    />
  </>
)

export const addSitePage = formPage({
  path: '/providers/:provider/sites/add',
  permission: 'provider.keep',
  discloses: 'nothing personal',
  load: async ({ tx, params }) => {
    await refuseUnlessKept(tx, params.provider)
    return { provider: await providerNamed(tx, params.provider) }
  },
  schema: z.object(fields).refine(together, bothOrNone),
  view: ({ provider }, form) => (
    <ProfileForm title="Add a site" provider={provider} form={form}>
      <SiteFields form={form} />
    </ProfileForm>
  ),
  async submit(visit, { provider }, it) {
    await keepSite(visit, provider.id, detailsOf({ ...it, postcode: it.postcode ?? null }))
    visit.flash('The site is added')
    return `/providers/${provider.id}`
  },
})

export const changeSitePage = formPage({
  path: '/providers/:provider/sites/:site',
  permission: 'provider.keep',
  discloses: 'nothing personal',
  load: async ({ tx, params }) => {
    await refuseUnlessKept(tx, params.provider)
    const site = await tx
      .selectFrom('provider_site')
      .selectAll()
      .where('id', '=', params.site)
      .where('provider_id', '=', params.provider)
      .executeTakeFirst()
    if (!site) throw new NotFound()
    return { provider: await providerNamed(tx, params.provider), site }
  },
  schema: z
    .object({ ...fields, closedOn: optionalDay('the day on which it closed') })
    .refine(together, bothOrNone),
  initial: ({ site }) => ({
    name: site.name,
    street: site.street ?? '',
    town: site.town ?? '',
    postcode: site.postcode ?? '',
    latitude: String(site.latitude ?? ''),
    longitude: String(site.longitude ?? ''),
    ...dayAnswers('closedOn', site.closed_on),
  }),
  version: ({ site }) => site.version,
  view: ({ provider, site }, form) => (
    <ProfileForm title="Change a site" provider={provider} form={form} version={site.version}>
      <SiteFields form={form} />
      <DateInput form={form} name="closedOn" label="Closed on (optional)" />
    </ProfileForm>
  ),
  async submit(visit, { provider, site }, { closedOn, ...it }) {
    await keepSite(visit, provider.id, detailsOf({ ...it, postcode: it.postcode ?? null }), {
      id: site.id,
      version: site.version,
      closedOn,
    })
    visit.flash('The site is saved')
    return `/providers/${provider.id}`
  },
})
