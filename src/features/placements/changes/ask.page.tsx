import { z } from 'zod'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { schoolWeeksFrom } from '#features/organisations/index.ts'
import { Button, DateInput, Form, Radios, Select, TextArea, TwoThirds } from '#govuk/index.ts'
import { choices, optionalDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { placementById, sessionsOf } from '../placement.query.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { providersToChoose } from '../proposal/providers.query.ts'
import { weekShape } from '../proposal/week-fields.tsx'
import { askChange } from './ask-change.ts'
import {
  checkTwoWeeks,
  sessionsOfTwoWeeks,
  TwoWeekFields,
  twoWeekAnswers,
  twoWeekShape,
} from './two-week-fields.tsx'
import { changeKinds, type Wanted } from './wanted.ts'

/** Asks for a change of a placement that the provider has accepted. The provider may ask too. */
export const askChangePage = formPage({
  path: '/placements/:placement/changes/new',
  permission: 'placement.ask-change',
  async load({ tx, params, today, me }) {
    const placement = await placementById(tx, params.placement)
    const sessions = await sessionsOf(tx, [placement.id])
    return {
      placement,
      today,
      sessions: sessions.filter(({ to_on }) => to_on === null || to_on >= today),
      weeks: await schoolWeeksFrom(tx, today, 1),
      providers: (await providersToChoose(tx)).filter(({ id }) => id !== placement.provider_id),
      back:
        me.role === 'provider-manager' ? `/placed/${placement.id}` : `/placements/${placement.id}`,
    }
  },
  discloses: placementViewed,
  schema: ({ providers, today, placement }) =>
    z
      .object({
        kind: z.enum(Object.keys(changeKinds) as (keyof typeof changeKinds)[], 'Choose the change'),
        endOn: optionalDay('the last day'),
        soonerOn: optionalDay('the last day'),
        fromOn: optionalDay('the first day of the change'),
        moveOn: optionalDay('the first day there'),
        provider: z.enum(['', ...providers.map(({ id }) => id)]).optional(),
        ...weekShape,
        ...twoWeekShape,
        days: choices(['1', '2', '3', '4', '5']),
        reason: text('Say why', { most: 2000 }),
      })
      .superRefine((answers, context) => {
        const say = (field: string, message: string) =>
          context.addIssue({ code: 'custom', path: [field], message })
        const later = (field: 'endOn' | 'soonerOn' | 'fromOn' | 'moveOn', missing: string) => {
          const on = answers[field]
          if (!on) say(field, missing)
          else if (on < today) say(field, 'The day must be today or in the future')
          return on
        }
        if (answers.kind === 'extend') {
          const end = later('endOn', 'Enter the new last day')
          if (end && placement.planned_end_on && end <= placement.planned_end_on)
            say('endOn', 'The new last day must be after the one that is planned now')
        } else if (answers.kind === 'end early') later('soonerOn', 'Enter the last day')
        else if (answers.kind === 'transfer') {
          later('moveOn', 'Enter the first day there')
          if (!answers.provider) say('provider', 'Choose the provider')
        } else {
          later('fromOn', 'Enter from which day')
          checkTwoWeeks(answers, context)
        }
      }),
  initial: ({ sessions }) => twoWeekAnswers(sessions),
  view: ({ placement, providers, back, weeks, today }, form) => (
    <PlacementLayout placement={placement} title="Ask for a change" back={back} form={form}>
      <TwoThirds>
        <p class="govuk-body">
          Nothing changes until {placement.runnerName} agrees. Then it is carried out from the day
          that you name.
        </p>
        <Form warnUnsaved>
          <Radios
            name="kind"
            label="What should change?"
            form={form}
            items={[
              {
                value: 'extend',
                label: changeKinds.extend,
                conditional: <DateInput name="endOn" label="New last day" form={form} />,
              },
              {
                value: 'change days',
                label: changeKinds['change days'],
                conditional: (
                  <>
                    <DateInput name="fromOn" label="From which day?" form={form} />
                    <TwoWeekFields form={form} weeks={weeks} today={today} />
                  </>
                ),
              },
              {
                value: 'transfer',
                label: changeKinds.transfer,
                conditional: (
                  <>
                    <Select
                      name="provider"
                      label="Which provider?"
                      blank="Choose a provider"
                      items={Object.fromEntries(providers.map(({ id, name }) => [id, name]))}
                      form={form}
                    />
                    <DateInput name="moveOn" label="First day there" form={form} />
                  </>
                ),
              },
              {
                value: 'end early',
                label: changeKinds['end early'],
                conditional: <DateInput name="soonerOn" label="Last day" form={form} />,
              },
            ]}
          />
          <TextArea name="reason" label="Why?" rows={3} form={form} />
          <Button preventDoubleClick>Ask for the change</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, back, today }, answers) {
    const on = (day: IsoDate | null) => day ?? addDays(today, 1)
    const wanted: Wanted =
      answers.kind === 'extend'
        ? { kind: 'extend', endOn: on(answers.endOn) }
        : answers.kind === 'end early'
          ? { kind: 'end early', endOn: on(answers.soonerOn) }
          : answers.kind === 'transfer'
            ? { kind: 'transfer', fromOn: on(answers.moveOn), providerId: answers.provider ?? '' }
            : {
                kind: 'change days',
                fromOn: on(answers.fromOn),
                sessions: sessionsOfTwoWeeks(answers),
              }
    await askChange(visit, placement, wanted, answers.reason)
    visit.flash(`${placement.runnerName} is asked for the change`)
    return visit.me.role === 'provider-manager' ? back : `/placements/${placement.id}/changes`
  },
})
