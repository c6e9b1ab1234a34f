import { z } from 'zod'
import { addMonths } from '#domain/dates.ts'
import { may } from '#domain/permissions.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { Button, DateInput, Form, Radios, TextArea, TwoThirds } from '#govuk/index.ts'
import { choice, day, dayAnswers, optionalDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import type { Me } from '#platform/sessions.ts'
import { VisitFrame, visitHref } from '../frame.tsx'
import { isOurs, visitIn } from '../own-visit.ts'
import { whyNotWritten } from '../record/names.ts'
import { answersTo, type VisitRow } from '../visit.query.ts'
import { acceptDone, openAgain, sayDone, setAction } from './actions.ts'

const after = ['draft', 'submitted', 'moderated', 'published'] as const

/** Those who made the visit ask for actions and judge them; quality assurance does for all. */
export const asksForActions = (me: Me, visit: VisitRow): boolean =>
  isOurs(me, visit) || may(me, 'visit.moderate')

export const addActionPage = formPage({
  path: '/visits/:visit/actions/add',
  permission: 'visit.write',
  discloses: 'nothing personal',
  load: async visit => {
    const row = await visitIn(visit, ...after)
    if (!asksForActions(visit.me, row)) throw new NotFound()
    return { visit: row, today: visit.today }
  },
  schema: ({ today }) =>
    z.object({
      action: text('Say what the provider is to do', { most: 2000 }),
      dueOn: day('the day by which it is due').refine(
        date => date >= today,
        'The day by which it is due must be today or later',
      ),
    }),
  initial: ({ today }) => dayAnswers('dueOn', addMonths(today, 1)),
  view: ({ visit }, form) => (
    <VisitFrame visit={visit} title="Add an action" form={form}>
      <TwoThirds>
        <Form>
          <TextArea
            form={form}
            name="action"
            label="What is the provider to do?"
            hint="The provider reads it once the report is moderated."
            rows={4}
          />
          <DateInput form={form} name="dueOn" label="By which day?" />
          <Button preventDoubleClick>Add the action</Button>
        </Form>
      </TwoThirds>
    </VisitFrame>
  ),
  async submit(visit, { visit: row }, { action, dueOn }) {
    const named = await whyNotWritten(visit.tx, row, action)
    if (named) return { errors: { action: named } }
    await setAction(visit, row, action, dueOn)
    visit.flash('The action is added')
    return visitHref(row)
  },
})

type InAction = Pick<Visit, 'tx' | 'me' | 'today'> & {
  readonly params: { readonly visit: string; readonly action: string }
}
async function actionOf(visit: InAction) {
  const row = await visitIn(visit, ...after)
  const { actions } = await answersTo(visit.tx, row.id)
  const action = actions.find(({ id }) => id === visit.params.action)
  if (!action) throw new NotFound()
  return { visit: row, action, today: visit.today }
}

/** The provider says that an action is done. */
export const actionDonePage = formPage({
  path: '/visits/:visit/actions/:action/done',
  permission: 'visit.reply',
  discloses: 'nothing personal',
  load: async (visit: InAction) => {
    const model = await actionOf(visit)
    if (model.visit.provider_id !== visit.me.organisationId) throw new NotFound()
    if (model.action.accepted_on) throw new Refusal('This action is accepted already.')
    return model
  },
  schema: z.object({ note: text('Say what you did', { most: 2000 }) }),
  version: ({ action }) => action.version,
  initial: ({ action }) => ({ note: action.done_note ?? '' }),
  view: ({ visit, action }, form) => (
    <VisitFrame visit={visit} title="The action is done" form={form}>
      <TwoThirds>
        <p class="govuk-body">{action.action}</p>
        <Form version={action.version}>
          <TextArea form={form} name="note" label="What did you do?" rows={4} />
          <Button preventDoubleClick>It is done</Button>
        </Form>
      </TwoThirds>
    </VisitFrame>
  ),
  async submit(visit, { visit: row, action }, { note }) {
    await sayDone(visit, action, note)
    visit.flash('Those who asked for it look at it now')
    return visitHref(row)
  },
})

/** Whoever asked says whether it is done. */
export const judgeActionPage = formPage({
  path: '/visits/:visit/actions/:action',
  permission: 'visit.write',
  discloses: 'nothing personal',
  load: async (visit: InAction) => {
    const model = await actionOf(visit)
    if (!asksForActions(visit.me, model.visit)) throw new NotFound()
    if (!model.action.done_on || model.action.accepted_on)
      throw new Refusal('The provider has not said that this is done.')
    return model
  },
  schema: ({ today }) =>
    z
      .object({
        accepted: choice(['yes', 'no'], 'Say whether it is done'),
        dueOn: optionalDay('the new day').refine(
          date => date === null || date >= today,
          'The new day must be today or later',
        ),
      })
      .refine(({ accepted, dueOn }) => accepted === 'yes' || dueOn !== null, {
        path: ['dueOn'],
        message: 'Enter the new day',
      }),
  version: ({ action }) => action.version,
  view: ({ visit, action }, form) => (
    <VisitFrame visit={visit} title="Is the action done?" form={form}>
      <TwoThirds>
        <p class="govuk-body">{action.action}</p>
        <p class="govuk-body">The provider says: {action.done_note}</p>
        <Form version={action.version}>
          <Radios
            form={form}
            name="accepted"
            label="Is it done?"
            items={[
              { value: 'yes', label: 'Yes, it is done' },
              {
                value: 'no',
                label: 'No, not yet',
                conditional: <DateInput form={form} name="dueOn" label="By which day now?" />,
              },
            ]}
          />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </VisitFrame>
  ),
  async submit(visit, { visit: row, action }, { accepted, dueOn }) {
    if (accepted === 'yes') await acceptDone(visit, action)
    else await openAgain(visit, action, dueOn ?? action.due_on)
    visit.flash(accepted === 'yes' ? 'The action is accepted' : 'The action is open again')
    return visitHref(row)
  },
})
