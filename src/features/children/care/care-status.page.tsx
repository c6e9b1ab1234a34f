import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, TextInput } from '#govuk/index.ts'
import { day, dayAnswers, optionalDay, pastDay } from '#platform/forms.ts'
import { reasonForCorrection } from '../answers.ts'
import { correctRow } from '../correct.ts'
import { childForm } from '../record/child-page.tsx'
import { careOf } from './care.query.ts'
import { careColumns, setCareStatus } from './care.ts'
import { CareFields, careAsked } from './care-fields.tsx'

export const setCarePage = childForm({
  path: '/children/:child/care/new',
  section: 'care',
  permission: 'child.care',
  title: 'Is the child looked after?',
  load: async () => ({}),
  schema: (_model, _subject, today) =>
    z.object({ ...careAsked, fromOn: pastDay('the day from which it holds', today) }),
  fields: (form, _model, _subject, { today }) => (
    <>
      <CareFields form={form} today={today} />
      <DateInput name="fromOn" label="Holds from" labelSize="s" form={form} />
    </>
  ),
  saved: 'The status has been recorded',
  submit: async (visit, _model, input, { child }) => {
    await setCareStatus(visit, { childId: child.id, ...input })
    return undefined
  },
})

export const correctCarePage = childForm({
  path: '/children/:child/care/:care/correct',
  section: 'care',
  permission: 'child.care',
  title: 'Correct a status',
  async load({ tx, params }, { child }) {
    const found = (await careOf(tx, child.id)).find(({ id }) => id === params.care)
    if (!found) throw new NotFound()
    return found
  },
  schema: () =>
    z
      .object({
        ...careAsked,
        fromOn: day('the day from which it held'),
        toOn: optionalDay('the last day'),
        reason: reasonForCorrection(),
      })
      .refine(({ fromOn, toOn }) => !toOn || toOn >= fromOn, {
        path: ['toOn'],
        error: 'The last day must be on or after the first',
      }),
  initial: care => ({
    status: care.status,
    authority: care.authority ?? '',
    socialWorker: care.socialWorker ?? '',
    virtualSchoolContact: care.virtualSchoolContact ?? '',
    placedInAuthority: care.placedInAuthority ?? '',
    source: care.source,
    ...dayAnswers('fromOn', care.fromOn),
    ...dayAnswers('toOn', care.toOn),
  }),
  version: care => care.version,
  fields: (form, _care, _subject, { today }) => (
    <>
      <CareFields form={form} today={today} />
      <DateInput name="fromOn" label="Held from" labelSize="s" form={form} />
      <DateInput name="toOn" label="Until, if it no longer holds" labelSize="s" form={form} />
      <TextInput name="reason" label="Why are you correcting this?" form={form} />
    </>
  ),
  saved: 'The status has been corrected',
  submit: async (visit, { id, version }, { fromOn, toOn, reason, ...input }, { child }) => {
    await correctRow(
      visit,
      'care_status',
      { id, childId: child.id, version },
      { ...careColumns(input), from_on: fromOn, to_on: toOn },
      reason,
    )
    return undefined
  },
})
