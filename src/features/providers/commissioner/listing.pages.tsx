import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, TextInput } from '#govuk/index.ts'
import { dayAnswers, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { ProfileForm } from '../profile/profile-form.tsx'
import { listingsOf } from './checks.query.ts'
import { checksHref, toRecord } from './checks-of.ts'
import { endListing, recordListing } from './record-listing.ts'

/** A list that names the provider: which, whose, and since when. */
export const addListingPage = formPage({
  path: '/providers/:provider/lists/add',
  permission: 'evidence.sight',
  discloses: 'nothing personal',
  load: toRecord,
  schema: ({ today }) =>
    z.object({
      list: text('Enter what the list is called', { most: 200 }),
      keptBy: text('Say who keeps the list', { most: 200 }),
      sinceOn: pastDay('the day since when it is on the list', today),
    }),
  view: ({ provider }, form) => (
    <ProfileForm
      title="Record a local list"
      provider={provider}
      form={form}
      back={checksHref(provider.id)}
    >
      <p class="govuk-body">
        Being on a list or in a database is a place to start. It does not take the place of your own
        assessment.
      </p>
      <TextInput form={form} name="list" label="What is the list called?" width="20" />
      <TextInput form={form} name="keptBy" label="Who keeps it?" width="20" />
      <DateInput
        form={form}
        name="sinceOn"
        label="Since when is the provider on it?"
        hint="If you do not know, the day on which you saw it there"
      />
    </ProfileForm>
  ),
  async submit(visit, { provider }, it) {
    await recordListing(visit, provider.id, it)
    visit.flash('The list is recorded')
    return checksHref(provider.id)
  },
})

/** Who recorded a list says when the provider was on it no more. */
export const endListingPage = formPage({
  path: '/providers/:provider/lists/:listing',
  permission: 'evidence.sight',
  discloses: 'nothing personal',
  load: async visit => {
    const { provider, today } = await toRecord(visit)
    const listing = (await listingsOf(visit.tx, provider.id)).find(
      ({ id, by_organisation, left_on }) =>
        id === visit.params.listing &&
        by_organisation === visit.me.organisationId &&
        left_on === null,
    )
    if (!listing) throw new NotFound()
    return { provider, listing, today }
  },
  schema: ({ listing, today }) =>
    z.object({
      leftOn: pastDay('the day on which it was on the list no more', today).refine(
        on => on >= listing.since_on,
        'The day on which it was on the list no more must not be before it was on it',
      ),
    }),
  initial: ({ today }) => dayAnswers('leftOn', today),
  version: ({ listing }) => listing.version,
  view: ({ provider, listing }, form) => (
    <ProfileForm
      title="No longer on a local list"
      provider={provider}
      form={form}
      version={listing.version}
      back={checksHref(provider.id)}
    >
      <p class="govuk-body">
        {listing.list}, kept by {listing.kept_by}.
      </p>
      <DateInput
        form={form}
        name="leftOn"
        label="Since when is the provider on it no more?"
        hint="If you do not know, the day on which you saw that it is not there"
      />
    </ProfileForm>
  ),
  async submit(visit, { listing }, { leftOn }) {
    await endListing(visit, listing, leftOn)
    visit.flash('The list is ended')
    return checksHref(listing.provider_id)
  },
})
