import { z } from 'zod'
import {
  Button,
  Checkboxes,
  Form,
  type FormState,
  SummaryList,
  TextArea,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { choices, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { PlacementLayout } from '../placement-layout.tsx'
import { runPlacement } from '../run-placement.query.ts'
import {
  alwaysTold,
  type Releasable,
  releasableFields,
  type WrittenField,
  writtenFields,
} from '../sharing/released-fields.ts'
import { shownValue } from '../sharing/released-view.tsx'
import { type Stop, tripwireFor } from '../tripwire/tripwire.ts'
import { offerPlacement } from './offer-placement.ts'

/** Asks what the provider is told, and, past a block, why and in whose name. */
export const offerPage = formPage({
  path: '/placements/:placement/offer',
  permission: 'placement.run',
  async load(visit) {
    const { tx, params, today } = visit
    const placement = await runPlacement(tx, params.placement, ['proposed', 'declined'])
    const { stops } = await tripwireFor(tx, placement, today)
    return { placement, stops, fields: await releasableFields(visit, placement.child_id) }
  },
  discloses: ({ placement }) => ({
    event: 'placement.viewed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  }),
  schema: ({ stops, fields }) => offerSchema(stops, fields),
  initial: () => ({ why: 'To decide about the placement, and to keep the child safe there' }),
  version: ({ placement }) => placement.version,
  view: ({ placement, stops, fields }, form) => (
    <PlacementLayout
      placement={placement}
      title={`Offer it to ${placement.providerName}`}
      back={`/placements/${placement.id}/tripwire`}
      backText="What it would do"
      form={form}
    >
      <TwoThirds>
        <Form version={placement.version} warnUnsaved>
          {stops.length > 0 && <Override stops={stops} form={form} />}
          <WhatIsTold fields={fields} form={form} />
          <Button preventDoubleClick>Offer the placement</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, stops, fields }, answers) {
    const chosen = new Set<string>([...alwaysTold, ...answers.told])
    const written = (Object.keys(writtenFields) as WrittenField[]).flatMap(key => {
      const value = answers[key]
      return value ? [{ key, label: writtenFields[key], value }] : []
    })
    await offerPlacement(visit, placement, {
      fields: [...fields.filter(({ key }) => chosen.has(key)), ...written],
      why: answers.why,
      withheld: answers.withheld,
      override:
        stops.length > 0 && answers.reason && answers.headName
          ? { reason: answers.reason, headName: answers.headName }
          : undefined,
    })
    visit.flash(`The placement is offered to ${placement.providerName}`)
    return `/placements/${placement.id}`
  },
})

function offerSchema(stops: readonly Stop[], fields: readonly Releasable[]) {
  const needed = stops.length > 0
  return z.object({
    reason: needed
      ? text('Say why it goes on all the same', { most: 4000 }).refine(
          words => words.length >= 20,
          'Say why in a sentence or more',
        )
      : optionalText(),
    headName: needed
      ? text('Enter the name of the head who stands behind it', { most: 200 })
      : optionalText(),
    told: choices(fields.map(({ key }) => key) as [string, ...string[]]),
    risks: optionalText({ most: 2000 }),
    health: optionalText({ most: 2000 }),
    helps: optionalText({ most: 2000 }),
    emergency: optionalText({ most: 500 }),
    why: text('Say why the provider needs to know this', { most: 2000 }),
    withheld: optionalText({ most: 2000 }),
  })
}

const Override = ({ stops, form }: { stops: readonly Stop[]; form: FormState }) => (
  <>
    <h2 class="govuk-heading-m">Going on all the same</h2>
    <p class="govuk-body">These stand in the way. Your reason is kept with them.</p>
    <ul class="govuk-list govuk-list--bullet">
      {stops.map(({ rule, message }) => (
        <li>
          {message}{' '}
          <a class="govuk-link" href={`/rules/${rule}`}>
            Rule {rule}
          </a>
        </li>
      ))}
    </ul>
    <TextArea name="reason" label="Why does it go on all the same?" rows={4} form={form} />
    <TextInput name="headName" label="Which head stands behind it?" form={form} />
  </>
)

const WhatIsTold = ({ fields, form }: { fields: readonly Releasable[]; form: FormState }) => (
  <>
    <h2 class="govuk-heading-m">What the provider is told</h2>
    <SummaryList
      rows={fields
        .filter(({ key }) => isAlwaysTold(key))
        .map(each => ({ key: each.label, value: shownValue(each.key, each.value) }))}
    />
    <Checkboxes
      name="told"
      label="What else does it need to know from the record?"
      hint="Choose only what it needs. It is told as it stands today"
      form={form}
      items={fields
        .filter(({ key }) => !isAlwaysTold(key))
        .map(each => ({
          value: each.key,
          label: `${each.label}: ${shownValue(each.key, each.value)}`,
        }))}
    />
    {(Object.keys(writtenFields) as WrittenField[]).map(key => (
      <TextArea name={key} label={`${writtenFields[key]} (optional)`} rows={3} form={form} />
    ))}
    <TextArea name="why" label="Why does the provider need to know this?" rows={2} form={form} />
    <TextArea
      name="withheld"
      label="What did you decide not to share, and why? (optional)"
      hint="Kept in the register of what was shared. The provider does not see it"
      rows={2}
      form={form}
    />
  </>
)

const isAlwaysTold = (key: string) => (alwaysTold as readonly string[]).includes(key)
