import { z } from 'zod'
import { Button, Form, Radios, TextArea, TextInput } from '#govuk/index.ts'
import { optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { markSession, type Said } from './mark-register.ts'
import { AtSession, sessionAsked, sessionViewed } from './one-session.ts'
import { Frame } from './why.pages.tsx'
import { markInWords, reasonKeys, reasons } from './words.ts'

const schema = z
  .object({
    mark: z.enum(['present', 'late', 'absent', 'did not happen'], 'Choose what happened'),
    minutes: z.string().optional(),
    reason: z.enum(reasonKeys, 'Choose why the child was absent').optional(),
    note: optionalText({ most: 1000 }),
    because: text('Say why', { most: 1000 }),
  })
  .refine(({ mark, minutes }) => mark !== 'late' || /^[1-9]\d{0,2}$/.test(minutes?.trim() ?? ''), {
    path: ['minutes'],
    error: 'Enter how many minutes late, as a whole number',
  })
  .refine(({ mark, reason }) => mark !== 'absent' || reason, {
    path: ['reason'],
    error: 'Choose why the child was absent',
  })
  .transform(({ mark, minutes, reason, note, because }) => ({
    said: saidFrom(mark, minutes, reason),
    note,
    because,
  }))

/** Corrects a mark, or enters one that is late: the first stays, and why is said. */
export const markPage = formPage({
  path: '/register/:placement/mark',
  permission: 'register.mark',
  query: AtSession,
  load: visit => sessionAsked(visit),
  discloses: sessionViewed,
  schema,
  initial: ({ mark }) =>
    mark
      ? {
          mark: mark.happened ? (mark.mark ?? 'present') : 'did not happen',
          minutes: mark.minutes_late === null ? '' : String(mark.minutes_late),
          reason: mark.reason ?? '',
          note: mark.note ?? '',
        }
      : {},
  view: (session, form) => (
    <Frame
      session={session}
      form={form}
      title={session.mark ? `Correct: ${session.child}` : `Enter later: ${session.child}`}
    >
      {session.mark && (
        <p class="govuk-body">
          It stands as: {markInWords(session.mark)}. The first mark is kept beside the correction.
        </p>
      )}
      <Form>
        <Radios
          name="mark"
          label="What happened?"
          form={form}
          items={[
            { value: 'present', label: 'Present' },
            {
              value: 'late',
              label: 'Late',
              conditional: (
                <TextInput
                  name="minutes"
                  label="How many minutes?"
                  width="3"
                  inputmode="numeric"
                  form={form}
                />
              ),
            },
            {
              value: 'absent',
              label: 'Absent',
              conditional: (
                <Radios name="reason" label="Why absent?" small form={form} items={reasons} />
              ),
            },
            { value: 'did not happen', label: 'The session did not happen' },
          ]}
        />
        <TextInput name="note" label="Anything to add? (optional)" form={form} />
        <TextArea
          name="because"
          label={session.mark ? 'Why is it corrected?' : 'Why is it entered now?'}
          rows={2}
          form={form}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Frame>
  ),
  async submit(visit, session, { said, note, because }) {
    await markSession(visit, session, said, { note, because })
    visit.flash(session.mark ? 'The mark is corrected' : 'The mark is entered')
    return `/register?on=${session.day}`
  },
})

function saidFrom(
  mark: Said['mark'],
  minutes: string | undefined,
  reason: (typeof reasonKeys)[number] | undefined,
): Said {
  if (mark === 'late') return { mark, minutes: Number(minutes) }
  if (mark === 'absent') return { mark, reason: reason ?? 'not known' }
  return { mark }
}
