import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import { Button, DateInput, Form, Radios, TextArea, TextInput, TwoThirds } from '#govuk/index.ts'
import { dayAnswers, optionalText, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { WhatIsAgreed } from './agreement-view.tsx'
import { answerMove } from './answer-move.ts'
import { moveToChange } from './move.query.ts'
import { MoveLayout, moveViewed } from './move-layout.tsx'
import { mayAnswer, partiesOf } from './parties.query.ts'

/**
 * One party’s answer: a school’s own, and, recorded by the school that proposes, that of each person with parental
 * responsibility. The words stand above the question; the answer carries their hash.
 */
export const moveConsentPage = formPage({
  path: '/moves/:move/consents/:party',
  permission: 'move.propose',
  async load(visit) {
    const { tx, me, today, params } = visit
    const move = await moveToChange(visit, params.move, ['from', 'to'], ['proposed', 'agreed'])
    const party = (await partiesOf(tx, move)).find(({ key }) => key === params.party)
    if (!party || !mayAnswer(move, party, me)) throw new NotFound()
    return { move, party, today }
  },
  discloses: moveViewed,
  schema: ({ today }) => answerSchema(today),
  initial: ({ move, party, today }) => ({
    words: move.agreement_sha256,
    how: party.contactId ? undefined : 'In Onroll',
    ...dayAnswers('onDay', today),
  }),
  view: ({ move, party }, form) => (
    <MoveLayout move={move} title={`The answer of ${party.name}`} form={form}>
      <TwoThirds>
        <WhatIsAgreed move={move} />
        <Form>
          <input type="hidden" name="words" value={String(form.values['words'] ?? '')} />
          <Radios
            name="answer"
            label="Do they agree to these words?"
            labelSize="s"
            items={[
              { value: 'yes', label: 'Yes' },
              {
                value: 'no',
                label: 'No',
                ...(party.party === 'to school'
                  ? { hint: 'The move is over then, and its school is told why' }
                  : {}),
                conditional: <TextArea name="because" label="Why not?" rows={3} form={form} />,
              },
            ]}
            form={form}
          />
          <DateInput name="onDay" label="On which day did they say so?" labelSize="s" form={form} />
          <TextInput
            name="how"
            label="How did they say so?"
            hint="For example, signed at a meeting in school"
            form={form}
          />
          <Button preventDoubleClick>Record the answer</Button>
        </Form>
      </TwoThirds>
    </MoveLayout>
  ),
  async submit(visit, { move, party }, { words, answer, onDay, how, because }) {
    await answerMove(visit, { move, sha256: words }, party, {
      agreed: answer === 'yes',
      onDay,
      how,
      because,
    })
    const over = party.party === 'to school' && answer === 'no'
    visit.flash(over ? 'You refused the move, and its school is told' : 'The answer is recorded')
    return over ? '/moves' : `/moves/${move.id}`
  },
})

const answerSchema = (today: IsoDate) =>
  z
    .object({
      words: z.string().max(64),
      answer: z.enum(['yes', 'no'], 'Choose what they said'),
      onDay: pastDay('the day on which they said so', today),
      how: text('Say how they said so', { most: 300 }),
      because: optionalText({ most: 1000 }),
    })
    .refine(({ answer, because }) => answer === 'yes' || because !== null, {
      path: ['because'],
      error: 'Say why not',
    })
