import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import { schoolWeeksFrom } from '#features/organisations/index.ts'
import { Button, Form, Radios, SummaryList, TextArea, TextInput, TwoThirds } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { providersToChoose } from '../proposal/providers.query.ts'
import { runPlacement } from '../run-placement.query.ts'
import { StopList } from '../tripwire/stop-list.tsx'
import { changeById } from './changes.query.ts'
import { decideChange, stopsOfChange } from './decide-change.ts'
import { changeKinds, type Wanted, wantedInWords } from './wanted.ts'

/** Agrees to a change or refuses it. What it would set off is said before, and needs a reason and a name. */
export const decideChangePage = formPage({
  path: '/placements/:placement/changes/:change',
  permission: 'placement.run',
  async load(visit) {
    const { tx, params } = visit
    const placement = await runPlacement(tx, params.placement, ['accepted', 'live'])
    const change = await changeById(tx, placement.id, params.change)
    if (change.status !== 'asked') throw new Refusal('This request was decided already.')
    return {
      placement,
      change,
      stops: await stopsOfChange(visit, placement, change),
      firstWeek: await firstWeekOf(visit.tx, change.wanted),
      providers: new Map((await providersToChoose(tx)).map(({ id, name }) => [id, name])),
    }
  },
  discloses: placementViewed,
  schema: ({ stops }) =>
    z
      .object({
        answer: z.enum(['agree', 'refuse'], 'Choose what you decide'),
        because: optionalText({ most: 2000 }),
        reason: optionalText({ most: 4000 }),
        headName: optionalText({ most: 200 }),
      })
      .superRefine(({ answer, because, reason, headName }, context) => {
        const say = (field: string, message: string) =>
          context.addIssue({ code: 'custom', path: [field], message })
        if (answer === 'refuse' && !because) say('because', 'Say why it is refused')
        if (answer === 'agree' && stops.length > 0) {
          if (!reason || reason.length < 20) say('reason', 'Say why in a sentence or more')
          if (!headName) say('headName', 'Enter the name of the head who stands behind it')
        }
      }),
  version: ({ change }) => change.version,
  view: ({ placement, change, stops, firstWeek, providers }, form) => (
    <PlacementLayout
      placement={placement}
      title="Decide about a change"
      back={`/placements/${placement.id}/changes`}
      backText="Changes"
      form={form}
    >
      <TwoThirds>
        <SummaryList
          rows={[
            { key: 'Change', value: changeKinds[change.kind] },
            { key: 'What exactly', value: wantedInWords(change.wanted, id => providers.get(id)) },
            firstWeek !== undefined && {
              key: 'It begins in',
              value: `Week ${firstWeek.letter}, from ${dayInWords(firstWeek.monday)}`,
            },
            { key: 'Why', value: change.reason },
            { key: 'Asked by', value: `${change.asker ?? 'Somebody'}, ${change.asked_from ?? ''}` },
          ]}
        />
        {stops.length > 0 && (
          <>
            <h2 class="govuk-heading-m">What it would set off</h2>
            <StopList stops={stops} provider={placement.provider_id} />
          </>
        )}
        <Form version={change.version}>
          <Radios
            name="answer"
            label="What do you decide?"
            form={form}
            items={[
              {
                value: 'agree',
                label: 'Agree, and carry it out',
                conditional:
                  stops.length > 0 ? (
                    <>
                      <TextArea
                        name="reason"
                        label="Why does it go on all the same?"
                        rows={4}
                        form={form}
                      />
                      <TextInput name="headName" label="Which head stands behind it?" form={form} />
                    </>
                  ) : undefined,
              },
              {
                value: 'refuse',
                label: 'Refuse',
                conditional: <TextArea name="because" label="Why?" rows={3} form={form} />,
              },
            ]}
          />
          <Button preventDoubleClick>Save the decision</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, change, stops }, answers) {
    await decideChange(
      visit,
      placement,
      change,
      answers.answer === 'refuse'
        ? { answer: 'refuse', because: answers.because ?? '' }
        : {
            answer: 'agree',
            override:
              stops.length > 0 && answers.reason && answers.headName
                ? { reason: answers.reason, headName: answers.headName }
                : undefined,
          },
    )
    visit.flash(answers.answer === 'agree' ? 'The change is agreed' : 'The change is refused')
    return `/placements/${placement.id}/changes`
  },
})

/** Which of two weeks the change begins in, where they alternate. */
const firstWeekOf = async (tx: Tx, wanted: Wanted) =>
  wanted.kind === 'change days' && wanted.sessions.some(({ inWeeks }) => inWeeks !== 'every')
    ? (await schoolWeeksFrom(tx, wanted.fromOn, 1))[0]
    : undefined
