import { writeReference } from '#domain/reference.ts'
import { addressesOf } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'

/** What the subject line may say: what happened to which reference. Never a name, never what it is about. */
const words = {
  submitted: 'was sent to your partnership',
  amended: 'was changed by the school',
  withdrawn: 'was withdrawn',
  accepted: 'was accepted',
  returned: 'was returned to you',
  'referred on': 'was referred on to you',
  'information asked': 'needs information from you',
  'information answered': 'has the information you asked for',
  message: 'has a message for you',
  note: 'has a note shared with you',
  assigned: 'was assigned to you',
  dispute: 'has word about who is responsible',
  'looked after': 'is about a child whom your team leads on',
  closed: 'was closed',
  reopened: 'was opened again',
} as const

const rolesTold = {
  partnership: ['coordinator'],
  school: ['school-dsl', 'school-referrer'],
  team: ['admissions', 'virtual-school', 'sena'],
} as const

/** Word to another organisation that there is something to read about a case, and where. */
export async function tellOrganisation(
  { tx, me, today }: Pick<Doer, 'tx' | 'me' | 'today'>,
  organisation: { readonly id: string; readonly kind: keyof typeof rolesTold },
  what: keyof typeof words,
  referral: { readonly id: string; readonly reference: number },
  path = `/cases/${referral.id}`,
) {
  const addresses = await addressesOf(tx, organisation.id, rolesTold[organisation.kind], today)
  for (const to of addresses)
    await sendMail(tx, {
      kind: `referral ${what}`,
      to,
      ...mailText(what, referral.reference, path),
      fromOrganisationId: me.organisationId,
    })
}

/** The same to one person. */
export async function tellPerson(
  { tx, me }: Pick<Doer, 'tx' | 'me'>,
  userId: string,
  what: keyof typeof words,
  referral: { readonly id: string; readonly reference: number },
) {
  const person = await tx
    .selectFrom('user_account')
    .select('email')
    .where('id', '=', userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (person)
    await sendMail(tx, {
      kind: `referral ${what}`,
      to: { address: person.email, userId },
      ...mailText(what, referral.reference, `/cases/${referral.id}`),
      fromOrganisationId: me.organisationId,
    })
}

function mailText(what: keyof typeof words, reference: number, path: string) {
  const name = writeReference('referral', reference)
  return {
    subject: `${name} ${words[what]}`,
    body: `Referral ${name} ${words[what]}.\n\nSign in to Onroll to read it: ${path}`,
  }
}
