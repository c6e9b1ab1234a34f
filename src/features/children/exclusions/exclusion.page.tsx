import { z } from 'zod'
import { suspensionReasons } from '#domain/codes/suspension.ts'
import type { IsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import { Checkboxes, DateInput, type FormState, Radios, TextInput } from '#govuk/index.ts'
import { choices, day, dayAnswers, optionalDay } from '#platform/forms.ts'
import { reasonForCorrection } from '../answers.ts'
import { correctRow } from '../correct.ts'
import { childForm } from '../record/child-page.tsx'
import { exclusionWords } from '../words.ts'
import { exclusionColumns, exclusionsOf, recordExclusion } from './exclusions.ts'

const asked = {
  kind: z.enum(['suspension', 'permanent'], 'Choose suspension or permanent exclusion'),
  fromOn: day('the first day'),
  toOn: optionalDay('the last day'),
  sessions: z
    .string()
    .optional()
    .transform(typed => typed?.trim() || null)
    .refine(
      typed => typed === null || /^\d{1,2}$/.test(typed),
      'Sessions must be a whole number from 1 to 90',
    )
    .transform(typed => (typed === null ? null : Number(typed)))
    .refine(
      number => number === null || (number >= 1 && number <= 90),
      'Sessions must be a whole number from 1 to 90',
    ),
  reasons: choices(suspensionReasons.keys)
    .refine(reasons => reasons.length >= 1, 'Choose at least one reason')
    .refine(reasons => reasons.length <= 3, 'Choose up to three reasons'),
  reinstatedOn: optionalDay('the day of reinstatement'),
}
const inOrder = ({ fromOn, toOn }: { fromOn: string; toOn: string | null }) =>
  !toOn || toOn >= fromOn
const outOfOrder = { path: ['toOn'], error: 'The last day must be on or after the first' }

export const addExclusionPage = childForm({
  path: '/children/:child/exclusions/add',
  section: 'exclusions',
  permission: 'child.exclusion',
  title: 'Record a suspension or exclusion',
  load: async () => ({}),
  schema: () => z.object(asked).refine(inOrder, outOfOrder),
  fields: (form, _model, _subject, { today }) => <ExclusionFields form={form} today={today} />,
  saved: 'It has been recorded',
  submit: async (visit, _model, input, { child }) => {
    await recordExclusion(visit, { childId: child.id, schoolId: visit.me.organisationId, ...input })
    return undefined
  },
})

export const changeExclusionPage = childForm({
  path: '/children/:child/exclusions/:exclusion',
  section: 'exclusions',
  permission: 'child.exclusion',
  title: 'Change a suspension or exclusion',
  async load({ tx, params, me }, { child }) {
    const found = (await exclusionsOf(tx, child.id)).find(
      ({ id, schoolId }) => id === params.exclusion && schoolId === me.organisationId,
    )
    if (!found) throw new NotFound()
    return found
  },
  schema: () => z.object({ ...asked, reason: reasonForCorrection() }).refine(inOrder, outOfOrder),
  initial: exclusion => ({
    kind: exclusion.kind,
    ...dayAnswers('fromOn', exclusion.fromOn),
    ...dayAnswers('toOn', exclusion.toOn),
    ...dayAnswers('reinstatedOn', exclusion.reinstatedOn),
    sessions: exclusion.sessions?.toString() ?? '',
    reasons: exclusion.reasons,
  }),
  version: exclusion => exclusion.version,
  fields: (form, _exclusion, _subject, { today }) => (
    <>
      <ExclusionFields form={form} today={today} />
      <TextInput name="reason" label="What has changed, or was wrong?" form={form} />
    </>
  ),
  saved: 'It has been changed',
  submit: async (visit, { id, version }, { reason, ...input }, { child }) => {
    await correctRow(
      visit,
      'exclusion',
      { id, childId: child.id, version },
      exclusionColumns(input),
      reason,
    )
    return undefined
  },
})

const ExclusionFields = ({ form, today }: { form: FormState; today: IsoDate }) => (
  <>
    <Radios name="kind" label="What was it?" labelSize="s" form={form} items={exclusionWords} />
    <DateInput name="fromOn" label="First day" labelSize="s" form={form} />
    <DateInput name="toOn" label="Last day, of a suspension" labelSize="s" form={form} />
    <TextInput
      name="sessions"
      label="Sessions missed, of a suspension"
      hint="A school day has two sessions"
      form={form}
      width="2"
      inputmode="numeric"
    />
    <Checkboxes
      name="reasons"
      label="Reasons"
      labelSize="s"
      hint="Up to three"
      form={form}
      small
      items={suspensionReasons.on(today).map(({ key, name }) => ({ value: key, label: name }))}
    />
    <DateInput
      name="reinstatedOn"
      label="Reinstated on, if the child was"
      labelSize="s"
      form={form}
    />
  </>
)
