import { z } from 'zod'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { identityOf } from '../record/identity.query.ts'
import { ChildIdentityBar } from '../record/identity-bar.tsx'
import { possibleDuplicate } from './duplicates.query.ts'
import { saidDifferent, saidSame } from './resolve-duplicate.ts'

export const duplicatePage = formPage({
  path: '/children/duplicates/:pair',
  permission: 'child.duplicates',
  async load({ tx, params, today }) {
    const pair = await possibleDuplicate(tx, params.pair)
    return {
      pair,
      one: await identityOf(tx, pair.oneId, today),
      other: await identityOf(tx, pair.otherId, today),
    }
  },
  discloses: ({ one, other }) =>
    [one, other].map(({ id }) => ({
      event: 'child.viewed',
      subjectKind: 'child',
      subjectId: id,
      childId: id,
      detail: { section: 'possible duplicate' },
    })),
  schema: ({ one, other }) =>
    z
      .object({
        answer: z.enum(['different', one.id, other.id], 'Choose whether these are one child'),
        reason: optionalText({ most: 500 }),
      })
      .refine(({ answer, reason }) => answer === 'different' || reason !== null, {
        path: ['reason'],
        error: 'Enter how you know that they are one child',
      }),
  view: ({ one, other }, form) => (
    <Layout
      title="Are these one child?"
      form={form}
      before={<BackLink href="/children/duplicates" />}
    >
      <ErrorSummary form={form} />
      <ChildIdentityBar child={one} link label={`About ${one.reference}`} />
      <div class="govuk-!-margin-top-4">
        <ChildIdentityBar child={other} link label={`About ${other.reference}`} />
      </div>
      <TwoThirds>
        <div class="govuk-!-margin-top-6">
          <PageHeading>Are these one child?</PageHeading>
        </div>
        <Form>
          <Radios
            name="answer"
            label="What do you know?"
            labelSize="m"
            hint="Records that are joined cannot be parted again. A second person confirms it"
            form={form}
            items={[
              { value: 'different', label: 'They are two children' },
              { value: one.id, label: `One child: keep ${one.name}, ${one.reference}` },
              { value: other.id, label: `One child: keep ${other.name}, ${other.reference}` },
            ]}
          />
          <TextInput name="reason" label="How do you know, if they are one child?" form={form} />
          <Button preventDoubleClick>Continue</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { pair }, { answer, reason }) {
    if (answer === 'different') {
      await saidDifferent(visit, pair)
      visit.flash('They stay two children')
    } else {
      await saidSame(visit, pair, answer, reason ?? '')
      visit.flash('The joining of the two records waits for a second person')
    }
    return '/children/duplicates'
  },
})
