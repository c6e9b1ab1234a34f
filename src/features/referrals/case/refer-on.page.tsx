import { z } from 'zod'
import { services } from '#domain/codes/decision-code.ts'
import { Button, Form, Radios, Select, TextArea } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { caseDisclosed } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { openForTriage } from './decide.pages.tsx'
import { handOver, referOn } from './triage.ts'

/** Somebody else is to act: another partnership, which then holds the case, or a service outside. */
export const referOnPage = formPage({
  path: '/cases/:referral/refer-on',
  permission: 'referral.triage',
  load: async visit => ({
    opened: await openForTriage(visit),
    partnerships: await visit.tx
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('kind', '=', 'partnership')
      .where('id', '<>', visit.me.organisationId)
      .where('closed_on', 'is', null)
      .orderBy('name')
      .execute(),
  }),
  discloses: ({ opened }) => caseDisclosed(opened),
  version: ({ opened }) => opened.referral.version,
  schema: ({ partnerships }) =>
    z
      .object({
        to: z.enum(['partnership', 'service'], 'Choose to whom'),
        partnership: z.string().optional(),
        service: z.string().optional(),
        reason: text('Say why you refer it on'),
      })
      .superRefine(({ to, partnership, service }, context) => {
        if (to === 'partnership' && !partnerships.some(({ id }) => id === partnership))
          context.addIssue({
            code: 'custom',
            path: ['partnership'],
            message: 'Choose the partnership',
          })
        if (to === 'service' && !services.has(service ?? ''))
          context.addIssue({ code: 'custom', path: ['service'], message: 'Choose the service' })
      }),
  view: ({ opened, partnerships }, form) => (
    <CaseLayout opened={opened} title="Refer on" form={form} back={`/cases/${opened.referral.id}`}>
      <Form version={opened.referral.version}>
        <Radios
          name="to"
          form={form}
          label="To whom?"
          items={[
            {
              value: 'partnership',
              label: 'Another partnership',
              hint: 'It takes the case over at once and you no longer see it. If you are not agreed, dispute responsibility instead.',
              conditional: (
                <Select
                  name="partnership"
                  form={form}
                  label="Partnership"
                  blank="Choose a partnership"
                  items={partnerships.map(({ id, name }) => ({ value: id, text: name }))}
                />
              ),
            },
            {
              value: 'service',
              label: 'A service or another authority',
              hint: 'The case ends here. Pass it on in your usual way.',
              conditional: (
                <Select
                  name="service"
                  form={form}
                  label="Service"
                  blank="Choose a service"
                  items={services.all.map(({ key, name }) => ({ value: key, text: name }))}
                />
              ),
            },
          ]}
        />
        <TextArea name="reason" form={form} label="Why?" />
        <Button preventDoubleClick>Refer on</Button>
      </Form>
    </CaseLayout>
  ),
  submit: async (visit, { opened }, { to, partnership, service, reason }) => {
    const id = opened.referral.id
    if (to === 'partnership') {
      await handOver(visit, id, { partnershipId: partnership ?? '', reason })
      visit.flash('The other partnership has taken the case over')
      return '/inbox'
    }
    await referOn(visit, id, { to: services.find(service ?? '')?.name ?? '', reason })
    visit.flash('The referral is referred on')
    return `/cases/${id}`
  },
})
