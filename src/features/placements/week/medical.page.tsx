import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import { childForm } from '#features/children/index.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import { DateInput, InsetText, Radios, TextArea } from '#govuk/index.ts'
import { optionalDay, optionalText } from '#platform/forms.ts'
import type { Doer } from '#platform/http/visit.ts'

/** A medical condition that makes full-time education inappropriate: recorded, looked at again, ended. */
export const medicalPage = childForm({
  path: '/children/:child/programme/medical',
  section: 'programme',
  permission: 'programme.change',
  title: 'Medical exception',
  saved: 'The medical exception is saved',
  load: ({ tx }, { child }) =>
    tx
      .selectFrom('medical_exception')
      .select(['id', 'evidence', 'review_on', 'recorded_on', 'version'])
      .where('child_id', '=', child.id)
      .where('ended_on', 'is', null)
      .executeTakeFirst()
      .then(exception => ({ exception })),
  schema: ({ exception }, _subject, today) =>
    z
      .object({
        what: z.enum(
          exception ? ['keep', 'end'] : ['keep'],
          'Choose whether the exception goes on',
        ),
        evidence: optionalText({ most: 2000 }),
        reviewOn: optionalDay('the day to look at it again'),
      })
      .superRefine(({ what, evidence, reviewOn }, context) => {
        if (what === 'end') return
        const say = (field: string, message: string) =>
          context.addIssue({ code: 'custom', path: [field], message })
        if (!evidence) say('evidence', 'Say what shows that full time is not right now')
        if (!reviewOn) say('reviewOn', 'Enter the day on which it is looked at again')
        else if (reviewOn <= today) say('reviewOn', 'The day must be in the future')
      }),
  initial: ({ exception }) => ({
    what: exception ? undefined : 'keep',
    evidence: exception?.evidence ?? '',
  }),
  version: ({ exception }) => exception?.version ?? 0,
  fields: (form, { exception }) => (
    <>
      <InsetText>
        Only where a condition of body or mind makes full-time education inappropriate. It takes the
        child’s week out of the rule on full time until it is ended.
      </InsetText>
      <Radios
        name="what"
        label={
          exception
            ? `Recorded on ${dayInWords(exception.recorded_on)}. Does it go on?`
            : 'Record it'
        }
        form={form}
        items={[
          {
            value: 'keep',
            label: exception ? 'Yes, it goes on' : 'Full time is not right for medical reasons',
            conditional: (
              <>
                <TextArea
                  name="evidence"
                  label="What shows it?"
                  hint="Who said so and when. Not the condition itself, unless it is needed"
                  rows={3}
                  form={form}
                />
                <DateInput name="reviewOn" label="When is it looked at again?" form={form} />
              </>
            ),
          },
          ...(exception ? [{ value: 'end', label: 'No, it has ended' }] : []),
        ]}
      />
    </>
  ),
  async submit(visit, { exception }, { what, evidence, reviewOn }, { child }) {
    if (exception)
      await changeException(
        visit,
        exception,
        what === 'end'
          ? { ended_on: visit.today }
          : { evidence: evidence ?? '', review_on: reviewOn },
      )
    else
      await visit.tx
        .insertInto('medical_exception')
        .values({
          id: newId(),
          child_id: child.id,
          recorded_on: visit.today,
          evidence: evidence ?? '',
          review_on: reviewOn,
          recorded_by: visit.me.userId,
          recorded_at: visit.now,
        })
        .execute()
    visit.audit({
      event: 'programme.changed',
      subjectKind: 'child',
      subjectId: child.id,
      childId: child.id,
      detail: { what: 'medical exception' },
    })
    await reevaluateProvision(visit, child.id)
    return undefined
  },
})

async function changeException(
  { tx }: Pick<Doer, 'tx'>,
  { id, version }: { id: string; version: number },
  changes: { ended_on?: Doer['today']; evidence?: string; review_on?: Doer['today'] | null },
) {
  const { numUpdatedRows } = await tx
    .updateTable('medical_exception')
    .set(changes)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal('Somebody else has just changed this. Reload the page and look again.')
}
