import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, TextInput } from '#govuk/index.ts'
import { day, dayAnswers, optionalDay, pastDay } from '#platform/forms.ts'
import { reasonForCorrection } from '../answers.ts'
import { correctRow } from '../correct.ts'
import { childForm } from '../record/child-page.tsx'
import { NeedsFields, needsAsked } from './needs-fields.tsx'
import { specialNeedsOf } from './special-needs.query.ts'
import { setSpecialNeeds } from './special-needs.ts'

export const setNeedsPage = childForm({
  path: '/children/:child/special-needs/new',
  section: 'special-needs',
  permission: 'child.special-needs',
  title: 'Special educational needs status',
  load: async () => ({}),
  schema: (_model, _subject, today) =>
    z.object({ ...needsAsked, fromOn: pastDay('the day from which it holds', today) }),
  fields: (form, _model, _subject, { today }) => (
    <>
      <NeedsFields form={form} today={today} />
      <DateInput name="fromOn" label="Holds from" labelSize="s" form={form} />
    </>
  ),
  saved: 'The status has been recorded',
  submit: async (visit, _model, input, { child }) => {
    await setSpecialNeeds(visit, { childId: child.id, ...input })
    return undefined
  },
})

export const correctNeedsPage = childForm({
  path: '/children/:child/special-needs/:needs/correct',
  section: 'special-needs',
  permission: 'child.special-needs',
  title: 'Correct a status',
  async load({ tx, params }, { child }) {
    const found = (await specialNeedsOf(tx, child.id)).find(({ id }) => id === params.needs)
    if (!found) throw new NotFound()
    return found
  },
  schema: () =>
    z
      .object({
        ...needsAsked,
        fromOn: day('the day from which it held'),
        toOn: optionalDay('the last day'),
        reason: reasonForCorrection(),
      })
      .refine(({ fromOn, toOn }) => !toOn || toOn >= fromOn, {
        path: ['toOn'],
        error: 'The last day must be on or after the first',
      }),
  initial: needs => ({
    status: needs.status,
    maintainingAuthority: needs.maintainingAuthority ?? '',
    primaryNeed: needs.primaryNeed ?? '',
    secondaryNeed: needs.secondaryNeed ?? '',
    source: needs.source,
    ...dayAnswers('fromOn', needs.fromOn),
    ...dayAnswers('toOn', needs.toOn),
  }),
  version: needs => needs.version,
  fields: (form, _needs, _subject, { today }) => (
    <>
      <NeedsFields form={form} today={today} />
      <DateInput name="fromOn" label="Held from" labelSize="s" form={form} />
      <DateInput name="toOn" label="Until, if it no longer holds" labelSize="s" form={form} />
      <TextInput name="reason" label="Why are you correcting this?" form={form} />
    </>
  ),
  saved: 'The status has been corrected',
  submit: async (visit, { id, version }, input, { child }) => {
    await correctRow(
      visit,
      'special_needs',
      { id, childId: child.id, version },
      {
        status: input.status,
        maintaining_authority: input.status === 'ehcp' ? input.maintainingAuthority : null,
        primary_need: input.primaryNeed,
        secondary_need: input.secondaryNeed,
        source: input.source,
        from_on: input.fromOn,
        to_on: input.toOn,
      },
      input.reason,
    )
    return undefined
  },
})
