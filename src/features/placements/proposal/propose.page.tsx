import { z } from 'zod'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { childForm } from '#features/children/index.ts'
import { DateInput, Radios, Select, TextArea } from '#govuk/index.ts'
import { choice, day, optionalDay, text } from '#platform/forms.ts'
import { keysOf, kinds, needs, routes } from '../words.ts'
import { alsoInTheNameOf } from './commissioner.query.ts'
import { proposePlacement } from './propose-placement.ts'
import { providersToChoose } from './providers.query.ts'
import { checkWeek, sessionsIn, WeekFields, weekShape } from './week-fields.tsx'

/** Asks what a placement is for, where, when and by which route. It is a proposal: the provider hears nothing of it yet. */
export const proposePage = childForm({
  path: '/children/:child/placements/new',
  section: 'programme',
  permission: 'placement.run',
  title: 'Propose a placement',
  button: 'Save the proposal',
  load: async ({ tx, me }) => ({
    providers: await providersToChoose(tx),
    own: me.organisationName,
    authority: await alsoInTheNameOf(tx, me),
  }),
  schema: ({ providers }, _subject, today) => proposalSchema(providers, today),
  initial: () => ({ kind: 'alternative provision', commissioner: 'own' }),
  fields: (form, { providers, own, authority }) => (
    <>
      {authority && (
        <Radios
          name="commissioner"
          label="Who commissions it?"
          hint="There is exactly one: who buys it and holds the agreement with the provider"
          items={[
            { value: 'own', label: own },
            {
              value: 'authority',
              label: authority.name,
              hint: `Under section 19, or where an EHCP names it. ${own} arranges it and keeps it here, and the authority’s rules count`,
            },
          ]}
          form={form}
        />
      )}
      <Radios name="kind" label="What is it?" items={kinds} form={form} inline />
      <p class="govuk-body">
        You can{' '}
        <a class="govuk-link" href="/providers">
          look for a provider
        </a>{' '}
        by need, place, days and free sessions first.
      </p>
      <Select
        name="provider"
        label="Provider"
        hint="A provider that is not in the list is added under Organisations"
        blank="Choose a provider"
        items={Object.fromEntries(providers.map(({ id, name }) => [id, name]))}
        form={form}
      />
      <Radios name="route" label="By which route?" items={routes} form={form} small />
      <TextArea
        name="purpose"
        label="What is it for?"
        hint="What should be different for the child at the end of it"
        rows={4}
        form={form}
      />
      <Radios name="need" label="Which need does it answer?" items={needs} form={form} />
      <DateInput name="startOn" label="First day" form={form} />
      <DateInput name="endOn" label="Last day, if it is known (optional)" form={form} />
      <WeekFields form={form} />
    </>
  ),
  async submit(visit, { authority }, answers, { child }) {
    const id = await proposePlacement(visit, {
      childId: child.id,
      providerId: answers.provider,
      forAuthority: authority !== undefined && answers.commissioner === 'authority',
      kind: answers.kind,
      route: answers.route,
      purpose: answers.purpose,
      needCategory: answers.need,
      plannedStartOn: answers.startOn,
      plannedEndOn: answers.endOn,
      sessions: sessionsIn(answers),
    })
    visit.flash('The proposal is saved. The provider does not know of it yet.')
    return `/placements/${id}`
  },
})

const proposalSchema = (providers: readonly { id: string }[], today: IsoDate) =>
  z
    .object({
      // Asked only of who may arrange for the authority; everybody else proposes in their own name.
      commissioner: z.enum(['own', 'authority'], 'Choose who commissions it').default('own'),
      kind: choice(keysOf(kinds), 'Choose what it is'),
      provider: z.enum(
        providers.map(({ id }) => id),
        'Choose the provider',
      ),
      route: choice(keysOf(routes), 'Choose the route'),
      purpose: text('Say what the placement is for', { most: 4000 }),
      need: choice(keysOf(needs), 'Choose the need'),
      startOn: day('the first day').refine(
        start => start >= addDays(today, -366),
        'The first day must be within the last year or in the future',
      ),
      endOn: optionalDay('the last day'),
      ...weekShape,
    })
    .superRefine((answers, context) => {
      if (answers.endOn && answers.endOn < answers.startOn)
        context.addIssue({
          code: 'custom',
          path: ['endOn'],
          message: 'The last day must not be before the first',
        })
      checkWeek(answers, context)
    })
