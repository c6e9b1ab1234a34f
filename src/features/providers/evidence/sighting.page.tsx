import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  DateInput,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextArea,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { choice, dayAnswers, pastDay, text } from '#platform/forms.ts'
import { choiceAsked } from '#platform/http/list-query.ts'
import { formPage } from '#platform/http/page.tsx'
import { openDocument } from './document.page.tsx'
import {
  type SightingPlace,
  sightEvidence,
  sightingPlaces,
  withdrawSighting,
} from './sight-evidence.ts'

const places = Object.keys(sightingPlaces) as [SightingPlace, ...SightingPlace[]]

/** A commissioner records that it looked at a document: for itself, and for nobody else. */
export const sightingPage = formPage({
  path: '/providers/:provider/evidence/:document/sighting',
  permission: 'evidence.sight',
  discloses: 'nothing personal',
  query: z.object({ how: choiceAsked<SightingPlace>(sightingPlaces) }),
  load: async visit => {
    const { current, ...model } = await openDocument(visit)
    if (!current) throw new NotFound()
    return { ...model, current, how: visit.query.how }
  },
  schema: ({ today, current }) =>
    z
      .object({
        item: z.string(),
        seen: choice(['yes', 'no'], 'Say whether you saw it'),
        seenOn: pastDay('the day on which you looked', today),
        how: choice(places, 'Say how you saw it'),
        whatChecked: text('Say what you checked', { most: 2000 }),
      })
      // Nobody is to have seen what was not there yet when they looked.
      .refine(({ item }) => item === current.id, {
        path: ['seen'],
        error:
          'The provider has brought a newer version since you opened this page. Look at it before you say what you saw',
      }),
  initial: ({ today, how }) => ({ ...dayAnswers('seenOn', today), how }),
  view: ({ kind, provider, me, current }, form) => (
    <Layout
      title={`Record what you saw: ${kind.title}`}
      form={form}
      before={<BackLink href={`/providers/${provider.id}/evidence/${kind.id}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading caption={`${kind.title}, ${provider.name}`}>Record what you saw</PageHeading>
        <p class="govuk-body">
          You record it for {me.organisationName}. What other commissioners saw does not relieve you
          of looking yourself.
        </p>
        <Form>
          <input type="hidden" name="item" value={current.id} />
          <Radios
            form={form}
            name="seen"
            label="Did you see this document?"
            items={{
              yes: 'Yes, I saw it and it is what it should be',
              no: 'No, or not as it should be',
            }}
          />
          <DateInput form={form} name="seenOn" label="When did you look?" />
          <Radios form={form} name="how" label="How did you see it?" items={sightingPlaces} />
          <TextArea
            form={form}
            name="whatChecked"
            label="What did you check?"
            hint="For example the name, the amount, the days and the signature"
            rows={4}
          />
          <ButtonGroup>
            <Button preventDoubleClick>Save</Button>
            <a class="govuk-link" href={`/providers/${provider.id}/evidence/${kind.id}`}>
              Cancel
            </a>
          </ButtonGroup>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { current, provider, kind }, { seen, item: _item, ...answered }) {
    await sightEvidence(visit, {
      evidenceId: current.id,
      providerId: provider.id,
      seen: seen === 'yes',
      ...answered,
    })
    visit.flash('What you saw is recorded')
    return `/providers/${provider.id}/evidence/${kind.id}`
  },
})

/** Recorded by mistake: taken back with a reason, by the commissioner itself. */
export const takeBackPage = formPage({
  path: '/providers/:provider/evidence/:document/sightings/:sighting/take-back',
  permission: 'evidence.sight',
  discloses: 'nothing personal',
  load: async visit => {
    const model = await openDocument(visit)
    const sighting = model.sightings.find(
      ({ id, commissionerId, withdrawnAt }) =>
        id === visit.params.sighting && commissionerId === visit.me.organisationId && !withdrawnAt,
    )
    if (!sighting) throw new NotFound()
    return { ...model, sighting }
  },
  schema: z.object({ because: text('Say why you take it back', { most: 1000 }) }),
  view: ({ kind, provider }, form) => (
    <Layout
      title="Take back what you recorded"
      form={form}
      before={<BackLink href={`/providers/${provider.id}/evidence/${kind.id}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading caption={`${kind.title}, ${provider.name}`}>
          Take back what you recorded
        </PageHeading>
        <p class="govuk-body">It stays in the list with your reason, and counts no more.</p>
        <Form>
          <TextInput form={form} name="because" label="Why?" />
          <Button variant="warning" preventDoubleClick>
            Take it back
          </Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { sighting, provider, kind }, { because }) {
    await withdrawSighting(visit, { id: sighting.id, providerId: provider.id, because })
    visit.flash('It is taken back')
    return `/providers/${provider.id}/evidence/${kind.id}`
  },
})
