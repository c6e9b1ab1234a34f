import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { TextInput, WarningText } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { childForm } from '../record/child-page.tsx'
import { holderOf } from './locations.query.ts'
import { proposeEnding } from './second-person.ts'

export const endProtectionPage = childForm({
  path: '/children/:child/protected/end',
  section: 'home',
  permission: 'child.protect',
  title: 'Propose to end the protection',
  async load(visit, { child }) {
    requireRecentFactor(visit)
    if (!(await holderOf(visit.tx, child.id))) throw new NotFound()
  },
  schema: () =>
    z.object({
      reason: text('Enter why the address need not be protected any longer', { most: 500 }),
    }),
  fields: form => (
    <>
      <WarningText>
        When a second safeguarding lead has confirmed it, an ordinary address can be recorded again,
        and everybody who may read addresses will read it.
      </WarningText>
      <TextInput
        name="reason"
        label="Why need the address not be protected any longer?"
        form={form}
      />
    </>
  ),
  button: 'Propose to end the protection',
  saved: 'Your proposal waits for a second safeguarding lead',
  submit: async (visit, _model, { reason }, { child }) => {
    await proposeEnding(visit, child.id, reason)
    return `/children/${child.id}/protected`
  },
})
