import { z } from 'zod'
import { isInvented, localAuthorities } from '#domain/codes/local-authority.ts'
import { Button, ErrorSummary, Form, Layout, PageHeading, Select, TextInput } from '#govuk/index.ts'
import { choice, text } from '#platform/forms.ts'
import { Administration } from '#platform/http/administration.tsx'
import { formPage } from '#platform/http/page.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import { authoritySetting } from './authority.query.ts'
import { setAuthority } from './set-authority.ts'

/** The county that this installation is for: which rules and which schools are its own hangs on it. */
export const settingsPage = formPage({
  path: '/administration/settings',
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load: async ({ tx, today, site }) => {
    const now = await authoritySetting(tx)
    // Invented authorities are for demonstrations alone, where there are no others.
    const { demo } = site.configuration
    const choices = localAuthorities
      .on(today)
      .filter(({ key, number }) => number && (isInvented(key) === demo || key === now.key))
    return { now, choices }
  },
  schema: ({ choices }) =>
    z.object({
      key: choice(['', ...choices.map(({ key }) => key)], 'Choose the authority').refine(
        Boolean,
        'Choose the authority',
      ),
      name: text('Enter the name of the authority', { most: 200 }),
    }),
  initial: ({ now }) => ({ key: now.key ?? '', name: now.name ?? '' }),
  version: ({ now }) => now.version,
  view: ({ now, choices }, form, { me }) => (
    <Layout title="Authority" form={form}>
      <Administration me={me}>
        <ErrorSummary form={form} />
        <SavedMeanwhile form={form} labels={{ key: 'Authority', name: 'Name in full' }} />
        <PageHeading caption="Settings">The authority that this service is for</PageHeading>
        <Form version={now.version}>
          <Select
            form={form}
            name="key"
            label="Authority"
            hint="Whose children are “ours” is judged by this: home addresses, looked-after children, EHCPs, and which schools an import proposes"
            blank="Choose an authority"
            items={choices.map(({ key, name, number }) => ({
              value: key,
              text: `${name} (${number})`,
            }))}
          />
          <TextInput
            form={form}
            name="name"
            label="Name in full"
            hint="As it stands in letters, for example Fennshire County Council"
          />
          <Button>Save</Button>
        </Form>
        <h2 class="govuk-heading-m">More settings</h2>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href="/administration/settings/postcodes">
              Which authority a postcode lies in
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/organisations?kind=team">
              Teams of the authority
            </a>
          </li>
        </ul>
      </Administration>
    </Layout>
  ),
  async submit(visit, { choices }, { key, name }) {
    const number = choices.find(each => each.key === key)?.number ?? ''
    await setAuthority(visit, { key, name, number })
    visit.flash('The authority has been saved')
    return '/administration/settings'
  },
})
