import { sql } from 'kysely'
import { may } from '#domain/permissions.ts'
import type { SubNavigationItem } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Me } from '#platform/sessions.ts'

/** What of a child’s record the reader may see: the sets of row-level security, asked about one child. */
export type Sees = Readonly<Record<'education' | 'specialNeeds' | 'care' | 'contacts', boolean>>

export async function whatISee(tx: Tx, childId: string): Promise<Sees> {
  const of = (about: string) =>
    sql`${childId}::uuid in (select onroll.children_i_may_see(${about}))`
  const { rows } = await sql<Sees>`select ${of('education')} as education,
    ${of('special needs')} as "specialNeeds", ${of('care')} as care, ${of('contacts')} as contacts`.execute(
    tx,
  )
  return rows[0] ?? { education: false, specialNeeds: false, care: false, contacts: false }
}

type Open = (me: Me, sees: Sees) => boolean

/** The pages of a child’s record, in order, and to whom each is open. */
const sections = {
  overview: ['Overview', '', () => true],
  roll: ['Roll', '/roll', () => true],
  programme: ['Programme', '/programme', (me, sees) => may(me, 'programme.read') && sees.education],
  assurance: ['Assurance', '/assurance', (me, sees) => may(me, 'assurance.read') && sees.education],
  moves: ['Moves', '/moves', (me, sees) => may(me, 'move.read') && sees.education],
  home: ['Home', '/home', (_me, sees) => sees.contacts],
  contacts: ['Contacts', '/contacts', (_me, sees) => sees.contacts],
  'special-needs': [
    'Special educational needs',
    '/special-needs',
    (_me, sees) => sees.specialNeeds,
  ],
  care: ['Care', '/care', (_me, sees) => sees.care],
  agencies: ['Agencies', '/agencies', (_me, sees) => sees.care],
  exclusions: ['Exclusions', '/exclusions', (_me, sees) => sees.education],
  referrals: ['Referrals', '/referrals', me => may(me, 'referral.read')],
  looked: ['Who has looked', '/looked', (me, sees) => may(me, 'child.who-looked') && sees.contacts],
} as const satisfies Record<string, readonly [text: string, path: string, open: Open]>
export type Section = keyof typeof sections

export const isOpen = (section: Section, me: Me, sees: Sees): boolean =>
  sections[section][2](me, sees)

export const sectionPath = (childId: string, section: Section) =>
  `/children/${childId}${sections[section][1]}`

export const sectionsFor = (
  childId: string,
  me: Me,
  sees: Sees,
  here?: Section,
): SubNavigationItem[] =>
  (Object.keys(sections) as Section[])
    .filter(section => isOpen(section, me, sees))
    .map(section => ({
      text: sections[section][0],
      href: sectionPath(childId, section),
      active: section === here,
    }))
