import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { assetUrl } from '#govuk/assets.ts'
import {
  BackLink,
  Button,
  InsetText,
  Layout,
  PageContext,
  PageHeading,
  untouched,
} from '#govuk/index.ts'
import { publicPage } from '#platform/http/public-page.tsx'
import { InterviewForm, ItemForm, JudgementForms } from './entry-forms.tsx'
import { PhotographForm } from './photograph-form.tsx'

const path = '/visits/without-signal'

/** What the scripts of this page ask for beside them: a page without a signal has nowhere to get it from. */
const modules = [
  'govuk-frontend.min.js',
  'kept-box.js',
  'kept-form.js',
  'kept-list.js',
  'kept-seal.js',
  'kept-send.js',
  'kept-store.js',
  'photograph-list.js',
  'photograph-store.js',
  'smaller-photograph.js',
  'stand-in.js',
] as const

/**
 * Takes the place of a visit's page that cannot be reached (kept-worker.js). It is the same for everybody and lies on the
 * device as it is: so it holds nobody's name, no token and no key, and what is written on it is sealed so that only a page
 * of the visitor, signed in, opens it (kept-box.js).
 */
export const withoutSignalPage = publicPage({
  path,
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  load: async () => undefined,
  view: () => (
    <Layout title="Without a signal" before={<BackLink href="/visits">Visits</BackLink>}>
      <PageHeading>Without a signal</PageHeading>
      <div data-onroll-kept>
        <div data-onroll-kept-state role="status">
          <InsetText>
            Where Onroll cannot be reached, what you wrote is kept on this device, sealed, and is
            sent when there is a signal and you are signed in. To go on writing, open the page “On
            site” of your visit, on this device. It opens there without a signal for twelve hours
            after you last opened it with one, unless you have signed out.
          </InsetText>
        </div>
        <div data-onroll-away={path} hidden role="status">
          <InsetText>
            <p class="govuk-body">
              There is a signal again. Finish what you are writing, then go on with the page itself.
            </p>
            <Button type="button">Go on, and send what is kept</Button>
          </InsetText>
        </div>
        <div data-onroll-kept-list />
      </div>
      <div data-onroll-kept-forms hidden>
        <p class="govuk-body">
          You can go on writing. The names of the visit and what was received are not shown without
          a signal. Never write down a child’s name. Staff are called by their job.
        </p>
        <Unsigned>
          <ItemForm form={untouched} />
          <PhotographForm form={untouched} />
          <InterviewForm form={untouched} />
          <JudgementForms form={untouched} judgements={[]} />
        </Unsigned>
      </div>
      {modules.map(name => (
        <link rel="modulepreload" href={assetUrl(name)} />
      ))}
      <script type="module" src={assetUrl('kept.js')} />
      <script type="module" src={assetUrl('photographs.js')} />
      <script type="module" src={assetUrl('away.js')} />
    </Layout>
  ),
})

/** Forms that are posted nowhere carry no token. */
function Unsigned({ children }: { children: ComponentChildren }) {
  const context = useContext(PageContext)
  return (
    <PageContext.Provider value={{ ...context, csrfToken: '', formKey: undefined }}>
      {children}
    </PageContext.Provider>
  )
}
