import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  StaleAnswers,
  TextArea,
  TwoThirds,
} from '#govuk/index.ts'
import { optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { concernLifecycle } from './concern.ts'
import { type Concern, concernCalled } from './concerns.query.ts'
import {
  closeConcern,
  lookIntoConcern,
  noteOnConcern,
  openConcernAgain,
} from './look-into-concern.ts'
import { upnIn } from './names-in-words.ts'

type OfConcern = Pick<Visit, 'tx'> & { readonly params: { readonly concern: string } }

/** A concern with which this can be done now; else the refusal says why not. */
const openTo =
  (action?: Parameters<typeof concernLifecycle.next>[1]) =>
  async ({ tx, params }: OfConcern) => {
    const concern = await concernCalled(tx, params.concern)
    if (action) concernLifecycle.next(concern.status, action)
    return concern
  }

const terms = {
  permission: 'concern.look-into',
  version: (concern: Concern) => concern.version,
  discloses: (concern: Concern) => ({
    event: 'concern.viewed' as const,
    subjectKind: 'concern',
    subjectId: concern.id,
    detail: { provider: concern.providerId },
  }),
} as const

/** Words in which at least no unique pupil number stands: the quality team knows no children’s names to look for. */
const said = (missing: string) =>
  text(missing, { most: 4000 }).refine(words => !upnIn(words), 'Take out the unique pupil number')

export const lookIntoPage = formPage({
  ...terms,
  path: '/concerns/:concern/look-into',
  load: openTo('look into'),
  schema: z.object({ words: said('Say what you do first') }),
  view: (concern, form) => (
    <Frame concern={concern} form={form} title="Look into it" button="Save">
      <p class="govuk-body">
        Commissioners then see that it is being looked into. What you write here only the quality
        team reads.
      </p>
      <TextArea form={form} name="words" label="What do you do first?" rows={5} />
    </Frame>
  ),
  submit: async (visit, concern, { words }) => {
    await lookIntoConcern(visit, concern, words)
    visit.flash('The concern is being looked into')
    return `/concerns/${concern.id}`
  },
})

export const notePage = formPage({
  ...terms,
  path: '/concerns/:concern/note',
  load: openTo(),
  schema: z.object({ words: said('Write the note') }),
  view: (concern, form) => (
    <Frame concern={concern} form={form} title="Add a note" button="Save the note">
      <TextArea
        form={form}
        name="words"
        label="Note"
        hint="Only the quality team reads it. Name no child"
        rows={6}
      />
    </Frame>
  ),
  submit: async (visit, concern, { words }) => {
    await noteOnConcern(visit, concern, words)
    visit.flash('The note is saved')
    return `/concerns/${concern.id}`
  },
})

export const closeConcernPage = formPage({
  ...terms,
  path: '/concerns/:concern/close',
  load: openTo('close'),
  schema: z.object({
    outcome: said('Say what came of it'),
    words: optionalText({ most: 4000 }),
  }),
  view: (concern, form) => (
    <Frame concern={concern} form={form} title="Close the concern" button="Close it">
      <TextArea
        form={form}
        name="outcome"
        label="What came of it?"
        hint="Every commissioner with a child there reads this. Name no child, and nobody who raised it"
        rows={6}
      />
      <TextArea
        form={form}
        name="words"
        label="A note for the quality team (optional)"
        hint="Nobody else reads it"
        rows={4}
      />
    </Frame>
  ),
  submit: async (visit, concern, answers) => {
    await closeConcern(visit, concern, answers)
    visit.flash('The concern is closed, and commissioners with a child there are told')
    return `/concerns/${concern.id}`
  },
})

export const openAgainPage = formPage({
  ...terms,
  path: '/concerns/:concern/open-again',
  load: openTo('open again'),
  schema: z.object({ words: said('Say why it is opened again') }),
  view: (concern, form) => (
    <Frame concern={concern} form={form} title="Open the concern again" button="Open it again">
      <TextArea
        form={form}
        name="words"
        label="Why is it opened again?"
        hint="Only the quality team reads it. What came of it so far stays in the notes"
        rows={4}
      />
    </Frame>
  ),
  submit: async (visit, concern, { words }) => {
    await openConcernAgain(visit, concern, words)
    visit.flash('The concern is open again')
    return `/concerns/${concern.id}`
  },
})

const Frame = ({
  concern,
  form,
  title,
  button,
  children,
}: {
  concern: Concern
  form: FormState
  title: string
  button: string
  children: ComponentChildren
}) => (
  <Layout
    title={`${title}: ${concern.name}`}
    form={form}
    before={<BackLink href={`/concerns/${concern.id}`} />}
  >
    <TwoThirds>
      <ErrorSummary form={form} />
      <StaleAnswers form={form} labels={{}} />
      <PageHeading caption={`${concern.name}, ${concern.providerName}`}>{title}</PageHeading>
      <Form version={concern.version} warnUnsaved>
        {children}
        <ButtonGroup>
          <Button preventDoubleClick>{button}</Button>
          <a class="govuk-link" href={`/concerns/${concern.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </TwoThirds>
  </Layout>
)
