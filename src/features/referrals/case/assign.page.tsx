import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import { Button, DateInput, Form, Radios, Select, SummaryList } from '#govuk/index.ts'
import { dayAnswers, optionalDay } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { assignReferral, assignSupport, colleagues, endSupport } from './assign.ts'
import { caseDisclosed } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { openForTriage } from './decide.pages.tsx'

/** Who owns the case, and who of the support workers may see it, from when to when. */
export const assignPage = formPage({
  path: '/cases/:referral/assign',
  permission: 'referral.triage',
  load: async visit => {
    const { tx, me, today, params } = visit
    const opened = await openForTriage(visit)
    const support = await tx
      .selectFrom('case_assignment as assignment')
      .leftJoin('user_account as person', 'person.id', 'assignment.user_id')
      .select(['assignment.id', 'person.name', 'assignment.from_on', 'assignment.to_on'])
      .where('assignment.referral_id', '=', params.referral)
      .where('assignment.role', '=', 'support')
      .orderBy('assignment.from_on')
      .execute()
    return {
      opened,
      support,
      coordinators: await colleagues(tx, me.organisationId, 'coordinator', today),
      workers: await colleagues(tx, me.organisationId, 'support-worker', today),
      today,
    }
  },
  discloses: ({ opened }) => caseDisclosed(opened),
  schema: ({ coordinators, workers }) =>
    z
      .object({
        what: z.enum(['owner', 'support']),
        owner: z.string().optional(),
        worker: z.string().optional(),
        from: optionalDay('the first day'),
        to: optionalDay('the last day'),
      })
      .superRefine(({ what, owner, worker, from, to }, context) => {
        const wrong = (field: string, message: string) =>
          context.addIssue({ code: 'custom', path: [field], message })
        if (what === 'owner' && !coordinators.some(({ id }) => id === owner))
          return wrong('owner', 'Choose who owns the case')
        if (what === 'owner') return
        if (!workers.some(({ id }) => id === worker)) wrong('worker', 'Choose a support worker')
        if (!from) wrong('from', 'Enter the first day')
        if (from && to && to < from) wrong('to', 'The last day must not be before the first day')
      }),
  initial: ({ opened, today }) => ({
    ...(opened.referral.assigned_to ? { owner: opened.referral.assigned_to } : {}),
    ...dayAnswers('from', today),
  }),
  version: ({ opened }) => opened.referral.version,
  view: ({ opened, support, coordinators, workers, today }, form) => {
    const { referral } = opened
    return (
      <CaseLayout opened={opened} title="Assign" form={form} back={`/cases/${referral.id}`}>
        <h2 class="govuk-heading-m">Owner</h2>
        <Form version={referral.version}>
          <Radios
            name="owner"
            form={form}
            label="Who owns the case?"
            items={coordinators.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button name="what" value="owner" preventDoubleClick>
            Save the owner
          </Button>
        </Form>
        <h2 class="govuk-heading-m">Support workers</h2>
        <p class="govuk-body">
          A support worker sees the case only while it is assigned, and only between these days.
        </p>
        {support.length > 0 && (
          <SummaryList
            rows={support.map(({ id, name, from_on, to_on }) => ({
              key: name ?? 'Somebody',
              value: (
                <>
                  From {dayInWords(from_on)}
                  {to_on ? ` to ${dayInWords(to_on)}` : ', without an end'}
                  {(!to_on || to_on > today) && (
                    <Form action={`/cases/${referral.id}/support/${id}/end`}>
                      <Button variant="secondary">
                        End today<span class="govuk-visually-hidden"> for {name}</span>
                      </Button>
                    </Form>
                  )}
                </>
              ),
            }))}
          />
        )}
        {workers.length === 0 ? (
          <p class="govuk-body">Your partnership has no support worker in Onroll.</p>
        ) : (
          <Form version={referral.version}>
            <Select
              name="worker"
              form={form}
              label="Support worker"
              blank="Choose a support worker"
              items={workers.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <DateInput name="from" form={form} label="First day" labelSize="s" />
            <DateInput name="to" form={form} label="Last day (optional)" labelSize="s" />
            <Button name="what" value="support" variant="secondary" preventDoubleClick>
              Assign the support worker
            </Button>
          </Form>
        )}
      </CaseLayout>
    )
  },
  submit: async (visit, { opened, today }, { what, owner, worker, from, to }) => {
    const id = opened.referral.id
    if (what === 'owner') await assignReferral(visit, id, owner ?? '')
    else await assignSupport(visit, id, { userId: worker ?? '', from: from ?? today, to })
    visit.flash(what === 'owner' ? 'The case is assigned' : 'The support worker is assigned')
    return what === 'owner' ? `/cases/${id}` : `/cases/${id}/assign`
  },
})

export const endSupportAction = action({
  path: '/cases/:referral/support/:assignment/end',
  permission: 'referral.triage',
  load: openForTriage,
  schema: z.object({}),
  submit: async (visit, { referral }) => {
    await endSupport(visit, referral.id, visit.params.assignment)
    visit.flash('The assignment ends today')
    return `/cases/${referral.id}/assign`
  },
})
