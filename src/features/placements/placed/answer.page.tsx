import { z } from 'zod'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { answerOffer } from './answer-offer.ts'
import { placedById } from './placed.query.ts'

/** Yes or no: the one question that a provider is asked about an offer. */
export const answerPage = formPage({
  path: '/placed/:placement/answer',
  permission: 'placed.answer',
  load: ({ tx, params, me }) => placedById(tx, params.placement, me.organisationId),
  discloses: placementViewed,
  schema: z
    .object({
      answer: z.enum(['accept', 'decline'], 'Choose whether you take the child'),
      contact: optionalText({ most: 300 }),
      because: optionalText({ most: 2000 }),
    })
    .refine(({ answer, because }) => answer === 'accept' || because, {
      path: ['because'],
      error: 'Say why, so that the school can look elsewhere',
    }),
  version: ({ placement }) => placement.version,
  view: ({ placement, told }, form) => (
    <Layout
      title="Answer the offer"
      form={form}
      before={<BackLink href={`/placed/${placement.id}`}>The offer</BackLink>}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`${placement.name}, ${told['name'] ?? ''}`}>
        Answer the offer
      </PageHeading>
      <Form version={placement.version}>
        <Radios
          name="answer"
          label="Do you take this child?"
          form={form}
          items={[
            {
              value: 'accept',
              label: 'Yes, we take the child',
              conditional: (
                <TextInput
                  name="contact"
                  label="Whom should the school ring? (optional)"
                  hint="A name and a telephone number"
                  form={form}
                />
              ),
            },
            {
              value: 'decline',
              label: 'No, we cannot',
              conditional: <TextArea name="because" label="Why not?" rows={3} form={form} />,
            },
          ]}
        />
        <Button preventDoubleClick>Send the answer</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { placement }, { answer, contact, because }) {
    await answerOffer(
      visit,
      placement,
      answer === 'accept' ? { answer, contact } : { answer, because: because ?? '' },
    )
    visit.flash(answer === 'accept' ? 'You take this child' : 'You have said no to this offer')
    return answer === 'accept' ? `/placed/${placement.id}` : '/placed'
  },
})
