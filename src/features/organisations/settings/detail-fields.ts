import { type ZodType, z } from 'zod'
import { asEmailAddress, whyNotEmailAddress } from '#domain/email-address.ts'
import { asPostcode, whyNotPostcode } from '#domain/postcode.ts'
import { asUrn, whyNotUrn } from '#domain/urn.ts'
import { optionalText, text } from '#platform/forms.ts'
import type { OrganisationKind } from '../organisation.ts'

interface DetailField {
  readonly label: string
  readonly hint?: string
  readonly width?: '4' | '10' | '20' | '30'
  readonly type?: 'email' | 'tel' | 'url'
  readonly schema: ZodType<string | null>
}

/** Checked by one of the domain's readers, and kept as that one writes it. */
const read = (
  why: (typed: string) => string | undefined,
  as: (typed: string) => string | undefined,
) =>
  optionalText({ most: 300 }).transform((typed, context) => {
    const problem = typed === null ? undefined : why(typed)
    if (problem) context.addIssue({ code: 'custom', message: problem })
    return typed === null ? null : (as(typed) ?? null)
  })

const address = read(whyNotEmailAddress, asEmailAddress)
const telephone = read(
  typed =>
    /^\+?[\d ()-]{8,25}$/.test(typed) ? undefined : 'Enter a telephone number, like 01632 960 001',
  typed => typed,
)
const website = read(
  typed =>
    /^(https?:\/\/)?[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(typed)
      ? undefined
      : 'Enter a web address, like https://www.example.org',
  typed => (/^https?:/i.test(typed) ? typed : `https://${typed}`),
)

/** Everything that people, and not the national register, say of an organisation. */
export const detailFields = {
  name: { label: 'Name', width: '30', schema: text('Enter the name', { most: 200 }) },
  shortName: {
    label: 'Short name',
    hint: 'As people call it, for example an abbreviation',
    width: '10',
    schema: optionalText({ most: 30 }),
  },
  contactName: { label: 'Contact', width: '30', schema: optionalText({ most: 200 }) },
  contactEmail: {
    label: 'Email address of the contact',
    width: '30',
    type: 'email',
    schema: address,
  },
  mailbox: {
    label: 'Shared mailbox',
    hint: 'Messages go here when nobody with the right role signs in',
    width: '30',
    type: 'email',
    schema: address,
  },
  telephone: { label: 'Telephone', width: '20', type: 'tel', schema: telephone },
  hubName: {
    label: 'Name of the safeguarding hub',
    hint: 'Whom anybody tells of a child at risk, as the hub is called here. It is shown with its number wherever Onroll speaks of danger',
    width: '30',
    schema: optionalText({ most: 100 }),
  },
  hubTelephone: {
    label: 'Telephone of the safeguarding hub',
    width: '20',
    type: 'tel',
    schema: telephone,
  },
  hubOutOfHours: {
    label: 'Telephone outside the hub’s hours',
    hint: 'The emergency duty team, at night and at weekends',
    width: '20',
    type: 'tel',
    schema: telephone,
  },
  website: { label: 'Website', width: '30', type: 'url', schema: website },
  area: {
    label: 'Area it serves',
    hint: 'For example, the districts',
    width: '30',
    schema: optionalText({ most: 200 }),
  },
  responseDays: {
    label: 'Working days within which a referral is answered',
    width: '4',
    schema: text('Enter the number of working days', { most: 2 }).refine(
      typed => /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 60,
      'The number of working days must be between 1 and 60',
    ),
  },
  weeklyHours: {
    label: 'Hours taught in a week',
    hint: 'Without breaks and lunch, for example 25 or 32.5. Whether provision is full time is judged by this.',
    width: '4',
    schema: optionalText({ most: 5 }).refine(
      typed => typed === null || (/^\d{1,2}(\.\d{1,2})?$/.test(typed) && Number(typed) <= 50),
      'Hours taught in a week must be a number like 25 or 32.5, and 50 or fewer',
    ),
  },
  street: { label: 'Street', width: '30', schema: optionalText({ most: 200 }) },
  town: { label: 'Town', width: '20', schema: optionalText({ most: 100 }) },
  postcode: { label: 'Postcode', width: '10', schema: read(whyNotPostcode, asPostcode) },
  urn: {
    label: 'URN',
    hint: 'Only if the provider is registered as a school',
    width: '10',
    schema: read(whyNotUrn, asUrn),
  },
} as const satisfies Record<string, DetailField>
export type DetailName = keyof typeof detailFields

/** What is asked of each kind. A school’s name, address and telephone number come from the national register. */
export const detailsOfKind: Record<OrganisationKind, readonly DetailName[]> = {
  school: ['shortName', 'mailbox', 'weeklyHours'],
  partnership: [
    'name',
    'shortName',
    'area',
    'contactName',
    'mailbox',
    'telephone',
    'street',
    'town',
    'postcode',
    'responseDays',
  ],
  provider: [
    'name',
    'contactName',
    'contactEmail',
    'telephone',
    'website',
    'street',
    'town',
    'postcode',
    'urn',
  ],
  team: ['name', 'mailbox', 'telephone'],
  authority: [
    'mailbox',
    'telephone',
    'street',
    'town',
    'postcode',
    'hubName',
    'hubTelephone',
    'hubOutOfHours',
  ],
}

export type Details = Partial<Record<DetailName, string | null>>

export const detailsSchema = (kind: OrganisationKind) =>
  z.object(
    Object.fromEntries(detailsOfKind[kind].map(name => [name, detailFields[name].schema])),
  ) as ZodType<Details>
