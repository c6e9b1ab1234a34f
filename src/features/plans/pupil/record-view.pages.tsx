import { z } from 'zod'
import { PlacementLayout } from '#features/placements/index.ts'
import { Button, DateInput, Form, Radios, TextInput, TwoThirds } from '#govuk/index.ts'
import { choice, dayAnswers, pastDay, text } from '#platform/forms.ts'
import { formPage, page } from '#platform/http/page.tsx'
import { enqueue } from '#platform/jobs.ts'
import { openOwn, viewed } from '../open-placement.ts'
import { recordPupilView } from './pupil-link.ts'
import {
  faces,
  learningWords,
  nothingSaid,
  PupilQuestions,
  pupilShape,
  safeWords,
  saysSomething,
} from './questions.tsx'
import { feelsUnsafe, tellOfViewName } from './tell-of-view.job.ts'

/** What the child said with an adult’s help, or wrote on paper. */
export const recordViewPage = formPage({
  path: '/placements/:placement/pupil-view/new',
  permission: 'plan.write',
  load: async visit => ({ ...(await openOwn(visit)), today: visit.today }),
  discloses: viewed('pupil-view.viewed'),
  schema: ({ today }) =>
    z
      .object({
        how: choice(['with an adult', 'on paper'], 'Choose how the child said it'),
        on: pastDay('the day', today),
        helpedBy: text('Say who helped, or who brought the paper', { most: 200 }),
        ...pupilShape,
      })
      .refine(saysSomething, nothingSaid),
  initial: ({ today }) => dayAnswers('on', today),
  view: ({ placement }, form) => (
    <PlacementLayout
      placement={placement}
      title="What the child said"
      back={`/placements/${placement.id}/pupil-view`}
      backText="The child’s view"
      form={form}
    >
      <TwoThirds>
        <p class="govuk-body">
          In the child’s own words, as they were said. Nobody from the provider should be in the
          room.
        </p>
        <Form warnUnsaved>
          <Radios
            name="how"
            label="How did the child say it?"
            form={form}
            items={{ 'with an adult': 'An adult asked and wrote it down', 'on paper': 'On paper' }}
          />
          <DateInput name="on" label="When?" form={form} />
          <TextInput name="helpedBy" label="Who helped, or brought the paper?" form={form} />
          <PupilQuestions form={form} />
          <Button preventDoubleClick>Save what the child said</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement }, view) {
    const id = await recordPupilView(visit, placement, view)
    if (feelsUnsafe(view)) await enqueue(visit.tx, { name: tellOfViewName }, { view: id })
    visit.flash('What the child said is kept')
    return `/placements/${placement.id}/pupil-view`
  },
})

/** The same questions on paper, without the child’s name. */
export const paperPage = page({
  path: '/placements/:placement/pupil-view/paper',
  permission: 'plan.write',
  load: openOwn,
  discloses: viewed('plan.viewed'),
  view: ({ placement }) => (
    <PlacementLayout
      placement={placement}
      title="Say what you think"
      back={`/placements/${placement.id}/pupil-view`}
      backText="The child’s view"
    >
      <p class="govuk-body">
        You can leave out any question. The people who teach you there do not read this. If you are
        worried, talk to an adult you trust, or ring Childline on 0800 1111.
      </p>
      {(
        [
          ['How is it going there?', faces],
          ['Do you feel safe there?', safeWords],
          ['How much are you learning?', learningWords],
        ] as const
      ).map(([question, words]) => (
        <p class="govuk-body">
          <strong>{question}</strong>
          <br />
          {([5, 4, 3, 2, 1] as const).map(value => `☐ ${words[value]}`).join('   ')}
        </p>
      ))}
      {[
        'What is the best thing about it?',
        'What would you change?',
        'Is there anything else you want to say?',
      ].map(question => (
        <p class="govuk-body govuk-!-margin-bottom-9">
          <strong>{question}</strong>
        </p>
      ))}
    </PlacementLayout>
  ),
})
