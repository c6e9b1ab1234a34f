import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, type FormState, Radios, TextInput } from '#govuk/index.ts'
import { dayAnswers, optionalDay, optionalText, text } from '#platform/forms.ts'
import { reasonForCorrection } from '../answers.ts'
import { correctRow } from '../correct.ts'
import { childForm } from '../record/child-page.tsx'
import { agencyStatusWords } from '../words.ts'
import { addAgency, agenciesOf, agencyColumns } from './agencies.ts'

const asked = {
  agency: text('Enter the name of the agency', { most: 200 }),
  status: z.enum(['open', 'waiting', 'referred', 'closed'], 'Choose how things stand'),
  worker: optionalText({ most: 200 }),
  workerContact: optionalText({ most: 200 }),
  fromOn: optionalDay('the day from which it works with the child'),
  toOn: optionalDay('the last day'),
}
const inOrder = ({ fromOn, toOn }: { fromOn: string | null; toOn: string | null }) =>
  !fromOn || !toOn || toOn >= fromOn
const outOfOrder = { path: ['toOn'], error: 'The last day must be on or after the first' }

export const addAgencyPage = childForm({
  path: '/children/:child/agencies/add',
  section: 'agencies',
  permission: 'child.agencies',
  title: 'Add an agency',
  load: async () => ({}),
  schema: () => z.object(asked).refine(inOrder, outOfOrder),
  fields: form => <AgencyFields form={form} />,
  button: 'Add this agency',
  saved: 'The agency has been added',
  submit: async (visit, _model, input, { child }) => {
    await addAgency(visit, { childId: child.id, ...input })
    return undefined
  },
})

export const changeAgencyPage = childForm({
  path: '/children/:child/agencies/:agency',
  section: 'agencies',
  permission: 'child.agencies',
  async load({ tx, params }, { child }) {
    const found = (await agenciesOf(tx, child.id)).find(({ id }) => id === params.agency)
    if (!found) throw new NotFound()
    return found
  },
  title: agency => `Change ${agency.agency}`,
  schema: () => z.object({ ...asked, reason: reasonForCorrection() }).refine(inOrder, outOfOrder),
  initial: agency => ({
    agency: agency.agency,
    status: agency.status,
    worker: agency.worker ?? '',
    workerContact: agency.workerContact ?? '',
    ...dayAnswers('fromOn', agency.fromOn),
    ...dayAnswers('toOn', agency.toOn),
  }),
  version: agency => agency.version,
  fields: form => (
    <>
      <AgencyFields form={form} />
      <TextInput name="reason" label="What has changed, or was wrong?" form={form} />
    </>
  ),
  saved: 'The agency has been changed',
  submit: async (visit, { id, version }, { reason, ...input }, { child }) => {
    await correctRow(
      visit,
      'agency_involvement',
      { id, childId: child.id, version },
      agencyColumns(input),
      reason,
    )
    return undefined
  },
})

const AgencyFields = ({ form }: { form: FormState }) => (
  <>
    <TextInput
      name="agency"
      label="Agency"
      hint="For example, Children’s social care, or CAMHS"
      form={form}
      width="two-thirds"
    />
    <Radios
      name="status"
      label="How do things stand?"
      labelSize="s"
      form={form}
      items={agencyStatusWords}
    />
    <TextInput name="worker" label="Worker" form={form} width="two-thirds" />
    <TextInput
      name="workerContact"
      label="How to reach the worker"
      form={form}
      width="two-thirds"
    />
    <DateInput name="fromOn" label="Since" labelSize="s" form={form} />
    <DateInput name="toOn" label="Until, if it has ended" labelSize="s" form={form} />
  </>
)
