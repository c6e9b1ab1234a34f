import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { addressesOf, teamOf } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail.ts'

/** What a message may say of a form: its reference and a day. Never whom it is about. */
const toSchool = {
  opened: ['is open', day => `is open, and due by ${day}`],
  'due soon': ['is due soon', day => `is due by ${day}`],
  overdue: ['is overdue', day => `was due by ${day}`],
  'sent back': ['was sent back', day => `was sent back with a reason, and is due again by ${day}`],
  'not needed': ['is not needed', () => 'is not needed: the Virtual School set it aside'],
  'evidence due soon': ['asks for evidence soon', day => `asks for evidence by ${day}`],
  'evidence overdue': [
    'waits for evidence',
    day => `waits for evidence that was asked for by ${day}`,
  ],
  accepted: ['was accepted', () => 'was accepted by the Virtual School'],
  'evidence asked': [
    'asks for evidence',
    day => `was read, and evidence is asked for on one question by ${day}`,
  ],
} as const satisfies Record<string, readonly [string, (day: string) => string]>

export async function tellSchool(
  tx: Tx,
  today: IsoDate,
  form: {
    readonly commissionerId: string
    readonly name: string
    readonly dueOn: IsoDate
    readonly what: keyof typeof toSchool
    readonly fromOrganisationId?: string
  },
) {
  const [subject, body] = toSchool[form.what]
  const people = await addressesOf(
    tx,
    form.commissionerId,
    ['school-referrer', 'school-dsl'],
    today,
  )
  for (const to of people)
    await sendMail(tx, {
      kind: 'questionnaire',
      to,
      subject: `Questionnaire ${form.name} ${subject}`,
      body: `Questionnaire for commissioners ${form.name} ${body(dayInWords(form.dueOn))}. Sign in to Onroll to see it.`,
      fromOrganisationId: form.fromOrganisationId,
    })
}

const toVirtualSchool = {
  returned: 'was returned by the school',
  'evidence supplied': 'has evidence that you asked for',
} as const

export async function tellVirtualSchool(
  tx: Tx,
  today: IsoDate,
  form: {
    readonly name: string
    readonly what: keyof typeof toVirtualSchool
    readonly fromOrganisationId: string
  },
) {
  const team = await teamOf(tx, 'virtual-school')
  if (!team) return
  for (const to of await addressesOf(tx, team.id, ['virtual-school'], today))
    await sendMail(tx, {
      kind: 'questionnaire',
      to,
      subject: `Questionnaire ${form.name} ${toVirtualSchool[form.what]}`,
      body: `Questionnaire for commissioners ${form.name} ${toVirtualSchool[form.what]}. Sign in to Onroll to read it.`,
      fromOrganisationId: form.fromOrganisationId,
    })
}
