import type { Page } from 'playwright-core'
import type { Role } from '#domain/permissions.ts'

/** A page worth showing: whose it is, and how they come to it. */
export interface Shot {
  readonly name: string
  readonly role: Role
  /** Where the person works, when not everybody of the role has something to show. */
  readonly at?: string
  readonly start: string
  /** Links to follow from there, by what their address looks like. */
  readonly links?: readonly RegExp[]
  /** What is done there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
  /** The words at the top of the picture, where that is not the top of the page. */
  readonly from?: string
}

const record = (place: string) => new RegExp(`^/${place}/[0-9a-f-]{36}$`)

export const shots: readonly Shot[] = [
  { name: 'my-work', role: 'coordinator', start: '/' },
  { name: 'inbox', role: 'coordinator', start: '/inbox' },
  { name: 'case', role: 'coordinator', start: '/inbox', links: [record('cases')] },
  {
    name: 'referral',
    role: 'school-referrer',
    start: '/referrals?tab=drafts',
    links: [record('referrals')],
  },
  { name: 'meeting', role: 'coordinator', start: '/meetings', links: [record('meetings')] },
  {
    name: 'invitations',
    role: 'coordinator',
    start: '/meetings',
    links: [record('meetings')],
    from: 'Proof of invitation',
  },
  {
    name: 'decision',
    role: 'coordinator',
    start: '/referrals?tab=decided&route=fair-access',
    links: [record('cases'), /\/panel$/, record('decisions')],
  },
  { name: 'meetings', role: 'coordinator', start: '/meetings' },
  { name: 'on-roll', role: 'coordinator', start: '/on-roll' },
  { name: 'on-roll-check', role: 'coordinator', start: '/on-roll', links: [record('on-roll')] },
  {
    name: 'child',
    role: 'school-referrer',
    start: '/children/all',
    links: [record('children')],
  },
  { name: 'organisations', role: 'data-steward', start: '/organisations?kind=provider' },
  { name: 'import', role: 'school-referrer', start: '/imports/children', act: uploadSample },
  { name: 'rule-card', role: 'coordinator', start: '/rules/RTE-02' },
  { name: 'guidance', role: 'coordinator', start: '/guidance' },
  {
    name: 'programme',
    role: 'coordinator',
    start: '/placements',
    links: [record('placements'), record('children'), /^\/children\/[0-9a-f-]{36}\/programme$/],
    from: 'The week now',
  },
  { name: 'placements', role: 'coordinator', start: '/placements' },
  { name: 'placement', role: 'coordinator', start: '/placements', links: [record('placements')] },
  {
    name: 'tripwire',
    role: 'coordinator',
    start: '/placements?tab=waiting',
    links: [record('placements'), /\/tripwire$/],
  },
  {
    name: 'register',
    role: 'provider-manager',
    at: 'Otter Bridge Farm',
    start: '/register',
    act: lastDayWithSessions,
  },
  { name: 'attendance', role: 'coordinator', start: '/attendance', act: lastDayWithSessions },
  { name: 'providers', role: 'coordinator', start: '/providers' },
  { name: 'provider-map', role: 'coordinator', start: '/providers/map' },
  {
    name: 'evidence',
    role: 'provider-manager',
    at: 'Otter Bridge Farm',
    start: '/providers/own',
    links: [/^\/providers\/[0-9a-f-]{36}\/evidence$/],
  },
  { name: 'visit-planner', role: 'quality-assurance', start: '/visit-planner' },
  { name: 'visit', role: 'quality-assurance', start: '/visits', links: [record('visits')] },
  { name: 'watch-list', role: 'virtual-school', start: '/watch-list' },
  {
    name: 'assurance',
    role: 'virtual-school',
    start: '/watch-list',
    links: [/^\/children\/[0-9a-f-]{36}\/assurance$/],
  },
  {
    name: 'questionnaire',
    role: 'virtual-school',
    start: '/questionnaires?tab=returned',
    links: [record('questionnaires')],
  },
  { name: 'planning-call', role: 'school-referrer', start: '/planning-call' },
]

/** As far as the preview: what each row would change, and what is wrong with it. */
async function uploadSample(page: Page) {
  await page
    .getByLabel('CSV file or Excel workbook (.xlsx)')
    .setInputFiles('seeds/samples/children.csv')
  await page.getByRole('button', { name: 'Upload' }).click()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Pictures are also taken at weekends. */
async function lastDayWithSessions(page: Page) {
  const link = page.getByText('The last day with sessions was').getByRole('link')
  if (await link.isVisible()) await link.click()
}
