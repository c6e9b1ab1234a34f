import { z } from 'zod'
import { DateInput, Radios, TextArea, TextInput } from '#govuk/index.ts'
import { choice, dayAnswers, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { ProfileForm } from '../profile/profile-form.tsx'
import { checksHref, toRecord } from './checks-of.ts'
import { recordAudit, recordCheck } from './record-checks.ts'

export const addCheckPage = formPage({
  path: '/providers/:provider/checks/add',
  permission: 'evidence.sight',
  discloses: 'nothing personal',
  load: toRecord,
  schema: ({ today }) =>
    z.object({
      what: choice(['registration', 'staff'], 'Say what you checked'),
      checkedOn: pastDay('the day of the check', today),
      found: text('Say what you found', { most: 2000 }),
    }),
  initial: ({ today }) => dayAnswers('checkedOn', today),
  view: ({ provider }, form) => (
    <ProfileForm
      title="Record a check"
      provider={provider}
      form={form}
      back={checksHref(provider.id)}
    >
      <Radios
        form={form}
        name="what"
        label="What did you check?"
        items={{
          registration: 'Whether the setting must be registered, and is',
          staff: 'That its staff are trained, experienced and cleared',
        }}
      />
      <DateInput form={form} name="checkedOn" label="When?" />
      <TextArea
        form={form}
        name="found"
        label="What did you look at, and what did you find?"
        hint="Do not name members of staff"
        rows={4}
      />
    </ProfileForm>
  ),
  async submit(visit, { provider }, it) {
    await recordCheck(visit, provider.id, it)
    visit.flash('The check is recorded')
    return checksHref(provider.id)
  },
})

export const addAuditPage = formPage({
  path: '/providers/:provider/audits/add',
  permission: 'provider.audit',
  discloses: 'nothing personal',
  load: toRecord,
  schema: ({ today }) =>
    z.object({
      auditedOn: pastDay('the day of the audit', today),
      byWhom: text('Say who made the audit', { most: 200 }),
    }),
  view: ({ provider }, form) => (
    <ProfileForm
      title="Record an audit"
      provider={provider}
      form={form}
      back={checksHref(provider.id)}
    >
      <DateInput form={form} name="auditedOn" label="When was it?" />
      <TextInput form={form} name="byWhom" label="Who made it?" width="20" />
    </ProfileForm>
  ),
  async submit(visit, { provider }, it) {
    await recordAudit(visit, provider.id, it)
    visit.flash('The audit is recorded')
    return checksHref(provider.id)
  },
})
