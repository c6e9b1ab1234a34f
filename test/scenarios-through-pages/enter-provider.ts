import type { Agreement, CommissionerCheck, Provider, ProviderPerson } from '#rules/facts.ts'
import { type Actor, type ScenarioCounty, saved } from './county-of-the-scenarios.ts'
import { enterPaper, enterPolicy, see } from './enter-evidence.ts'

/** What of a provider is entered: all that the case says, or the part that it is about. */
export const everyPart = [
  'registration',
  'offer',
  'people',
  'insurance',
  'evidence',
  'checks',
  'agreements',
  'audits',
  'lists',
] as const
export type Part = (typeof everyPart)[number]

export type ProviderEntered = Awaited<ReturnType<ScenarioCounty['provider']>>

/** The provider's manager and its commissioners type in what a case says of a provider. */
export async function enterProvider(
  { commissioners }: ScenarioCounty,
  { id, manager }: ProviderEntered,
  facts: Provider,
  parts: readonly Part[],
  /** Whose part of it: every commissioner looks for itself. */
  keys: readonly string[] = ['hbep'],
) {
  const at = (path: string) => `/providers/${id}/${path}`
  const has = (part: Part) => parts.includes(part)
  if (has('registration')) await registration(manager, at('registration'), facts)
  if (has('offer')) await offer(manager, at('offer'), facts)
  if (has('people'))
    for (const [n, person] of (facts.people ?? []).entries())
      await enterPerson(manager, at('people/add'), person, `Person ${n + 1}`)
  if (has('insurance'))
    for (const policy of facts.insurance ?? []) await enterPolicy(manager, at('evidence'), policy)
  const items = facts.evidence ?? []
  if (has('evidence')) for (const item of items) await enterPaper(manager, at('evidence'), item)
  for (const key of keys) {
    const actor = commissioners[key]
    if (!actor) continue
    if (has('evidence')) await see(actor, at('evidence/sightings'), key, items)
    if (has('checks'))
      for (const check of facts.commissionerChecks ?? [])
        if (check.commissioner === key) await enterCheck(actor, at('checks/add'), check)
    if (has('agreements'))
      for (const agreement of facts.agreements ?? [])
        if (agreement.commissioner === key)
          await enterAgreement(actor, at('agreements/add'), agreement)
  }
  if (has('audits') && commissioners['hbep'])
    for (const { date } of facts.audits ?? [])
      await enterAudit(commissioners['hbep'], at('audits/add'), date)
  if (has('lists') && facts.onLocalList && commissioners['hbep'])
    await enterListing(commissioners['hbep'], at('lists/add'))
}

const kinds: Readonly<Record<string, string>> = {
  'non-school': 'Not a school',
  'independent-school': 'Independent school',
}
const legalForms: Readonly<Record<string, string>> = {
  'sole-trader': 'Sole trader',
  company: 'Company',
}

async function registration(manager: Actor, path: string, facts: Provider) {
  const { page } = manager
  await page.visit(path)
  page.choose('Kind of setting', kinds[facts.kind ?? 'non-school'])
  page.choose('Legal form', legalForms[facts.legalForm ?? 'company'])
  if (facts.employsAnyone !== undefined) page.choose(facts.employsAnyone ? 'Yes' : 'No, nobody')
  if (facts.noEmployeesDeclarationDate)
    page
      .fillDate('declaredOn', facts.noEmployeesDeclarationDate)
      .fill('Who signed it?', 'Mona Manager')
  if (facts.dfeUrn) page.fill('URN, if you are registered as a school', facts.dfeUrn)
  if (facts.saferWorkingPracticeDate)
    page.fillDate('saferWorkingPracticeOn', facts.saferWorkingPracticeDate)
  await saved(manager, 'Save', 'Saved')
}

async function offer(manager: Actor, path: string, { advertised, curriculumBreadth }: Provider) {
  const { page } = manager
  await page.visit(path)
  if (curriculumBreadth === 'broad') page.choose('Broad: most of what a school would teach')
  if (curriculumBreadth === 'narrow') page.choose('Narrow: one subject or activity, or a few')
  if (advertised?.hoursPerWeek !== undefined)
    page.fill('Hours a week that you advertise', String(advertised.hoursPerWeek))
  if (advertised?.places !== undefined) page.fill('Places', String(advertised.places))
  await saved(manager, 'Save', 'What you offer has been saved')
}

const roles: Readonly<Record<ProviderPerson['role'], string>> = {
  'safeguarding-lead': 'Safeguarding lead',
  'deputy-safeguarding-lead': 'Deputy safeguarding lead',
  staff: 'Staff',
  volunteer: 'Volunteer',
  governor: 'Governor or trustee',
}

async function enterPerson(manager: Actor, path: string, person: ProviderPerson, name: string) {
  const { page } = manager
  await page.visit(path)
  page.fill('Name', name).choose(roles[person.role]).fillDate('fromOn', '2024-01-08')
  if (person.inSeniorLeadership) page.chooseIn('Do they belong to the senior team?', 'Yes')
  await saved(manager, 'Save', `${name} is added`)
  const training = page.url
  for (const { date, trainer } of person.safeguardingTraining ?? []) {
    await page.visit(training)
    page
      .fillDate('trainedOn', date)
      .choose(trainer === 'county' ? 'The County’s trainers' : 'Somebody else')
    await saved(manager, 'Save', 'The training is added')
  }
}

async function enterCheck(actor: Actor, path: string, check: CommissionerCheck) {
  for (const [day, words] of [
    [check.registrationCheckedDate, 'Whether the setting must be registered, and is'],
    [check.staffCheckedDate, 'That its staff are trained, experienced and cleared'],
  ] as const) {
    if (!day) continue
    await actor.page.visit(path)
    actor.page
      .choose(words)
      .fillDate('checkedOn', day)
      .fill('What did you look at, and what did you find?', 'In order')
    await saved(actor, 'Save', 'The check is recorded')
  }
}

async function enterAgreement(actor: Actor, path: string, agreement: Agreement) {
  const { signedDate, endDate, kcsieClause } = agreement
  if (!signedDate) return
  await actor.page.visit(path)
  actor.page
    .fillDate('signedOn', signedDate)
    .fill('Who signed for you?', 'Henrietta Head')
    .fill('Who signed for the provider?', 'Mona Manager')
    .choose(kcsieClause === undefined ? 'I have not looked' : kcsieClause ? 'Yes' : 'No')
  if (endDate) actor.page.fillDate('endsOn', endDate)
  await saved(actor, 'Save', 'The agreement is recorded')
}

async function enterAudit(actor: Actor, path: string, day: string) {
  await actor.page.visit(path)
  actor.page.fillDate('auditedOn', day).fill('Who made it?', 'The business partnership')
  await saved(actor, 'Save', 'The audit is recorded')
}

async function enterListing(actor: Actor, path: string) {
  await actor.page.visit(path)
  actor.page
    .fill('What is the list called?', 'Providers near us')
    .fill('Who keeps it?', 'The partnership')
    .fillDate('sinceOn', '2026-09-01')
  await saved(actor, 'Save', 'The list is recorded')
}
