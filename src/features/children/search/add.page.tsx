import { z } from 'zod'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'
import { asNameInParts } from '#domain/person-name.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  TwoThirds,
} from '#govuk/index.ts'
import { dayAnswers, optionalDay } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { optionalChoice } from '../answers.ts'
import { addChild } from '../identity/add-child.ts'
import { identityAsked } from '../identity/identity-answers.ts'
import { BirthDateField, DetailFields, NameFields, UpnField } from '../identity/identity-fields.tsx'
import { possiblySame } from '../identity/same-child.query.ts'
import { enrolChild } from '../roll/enrol.ts'
import { openSchools } from '../roll/schools.query.ts'
import { FirstRollFields } from './first-roll-fields.tsx'
import { forgetLookup, keepDraft, lookupOf } from './lookup.ts'
import { type Terms, wantedBy } from './terms.ts'

/** Everything that a new record holds when it is first entered. */
export const newRecord = (today: IsoDate, schools: readonly { id: string }[]) =>
  z
    .object({
      ...identityAsked(today),
      onRoll: z.enum(['yes', 'no'], 'Choose whether the child is on roll at a school'),
      school: optionalChoice(schools.map(({ id }) => id)),
      kind: z.enum(['current', 'main', 'subsidiary']).optional(),
      rollFrom: optionalDay('the first day on roll'),
      yearGroup: optionalChoice(Array.from({ length: 16 }, (_, at) => String(at - 1))),
    })
    .refine(({ onRoll, school }) => onRoll === 'no' || school, {
      path: ['school'],
      error: 'Choose the school',
    })
    .refine(({ onRoll, rollFrom }) => onRoll === 'no' || rollFrom, {
      path: ['rollFrom'],
      error: 'Enter the first day on roll',
    })
    .refine(({ onRoll, kind }) => onRoll === 'no' || kind, {
      path: ['kind'],
      error: 'Choose the kind of registration',
    })
    .refine(({ rollFrom, birthDate }) => !rollFrom || rollFrom > birthDate, {
      path: ['rollFrom'],
      error: 'The first day on roll must be after the date of birth',
    })
export type NewRecord = z.infer<ReturnType<typeof newRecord>>

export const addPage = formPage({
  path: '/children/found/:lookup/new',
  permission: 'child.add',
  discloses: 'nothing personal',
  async load({ tx, me, params, today }) {
    const { terms } = await lookupOf(tx, params.lookup)
    const mine =
      me.organisationKind === 'school'
        ? [{ id: me.organisationId, name: me.organisationName }]
        : undefined
    return { terms, today, schools: mine ?? (await openSchools(tx)), lookup: params.lookup }
  },
  schema: ({ today, schools }) => newRecord(today, schools),
  initial: ({ terms, schools }) => ({
    ...openingAnswers(terms),
    kind: 'current',
    school: schools.length === 1 ? schools[0]?.id : undefined,
  }),
  view: ({ schools, lookup }, form) => (
    <Layout
      title="Start a new record"
      form={form}
      before={<BackLink href={`/children/found/${lookup}`} />}
    >
      <ErrorSummary form={form} />
      <TwoThirds>
        <PageHeading>Start a new record</PageHeading>
        <Form warnUnsaved>
          <NewRecordFields form={form} schools={schools} />
          <Button preventDoubleClick>Add this child</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { lookup }, record) {
    const same = await possiblySame(visit.tx, record)
    if (same.length === 0) return enter(visit, lookup, record)
    await keepDraft(visit.tx, lookup, record)
    return `/children/found/${lookup}/new/same`
  },
})

const NewRecordFields = ({
  form,
  schools,
}: {
  form: FormState
  schools: readonly { id: string; name: string }[]
}) => (
  <>
    <NameFields form={form} />
    <BirthDateField form={form} />
    <UpnField form={form} />
    <FirstRollFields form={form} schools={schools} />
    <h2 class="govuk-heading-m">More about the child, if you know it</h2>
    <DetailFields form={form} />
  </>
)

/** Enters the child, and the school whose roll the child is on; answers where the record is. */
export async function enter(visit: Visit, lookup: string, record: NewRecord): Promise<string> {
  const childId = await addChild(visit, record)
  if (record.onRoll === 'yes' && record.school && record.rollFrom)
    await enrolChild(visit, {
      childId,
      schoolId: record.school,
      kind: record.kind ?? 'current',
      fromOn: record.rollFrom,
      yearGroup: record.yearGroup === null ? null : Number(record.yearGroup),
    })
  await forgetLookup(visit.tx, lookup)
  visit.flash(`The record of ${record.forename} ${record.surname} has been added`)
  return `/children/${childId}`
}

/** What the search said already need not be typed again. */
function openingAnswers(terms: Terms): FormState['values'] {
  const { upn, words, birthDate } = wantedBy(terms)
  const name = words.length > 0 ? asNameInParts(terms.who) : undefined
  const born = birthDate && isIsoDate(birthDate) ? birthDate : undefined
  return {
    upn,
    forename: name?.forename ?? (words.length > 1 ? terms.who.split(' ')[0] : undefined),
    surname:
      name?.surname ??
      (words.length > 0
        ? terms.who
            .split(' ')
            .slice(words.length > 1 ? 1 : 0)
            .join(' ')
        : undefined),
    ...dayAnswers('birthDate', born),
  }
}
