import type { Browser } from './browser.ts'
import { county } from './county.ts'
import { placedChild } from './placed-child.ts'
import type { TestSite } from './site.ts'

/** A provider that a partnership uses, with everybody who has to do with a visit to it. */
export async function visited(site: TestSite) {
  const world = await county(site)
  const { insert, member, organisation, hbep, nwllip, larkfield, wilfrids } = world
  const forge = await organisation('provider', 'The Forge')
  const kiln = await organisation('provider', 'The Kiln')
  const qualityTeam = await organisation('team', 'Quality Assurance', 'quality-assurance')
  const coordinator = await member('coordinator', hbep)
  const { child, placement } = await placedChild(site, insert, {
    child: await world.child({ forename: 'Vic', surname: 'Visited' }),
    commissioner: hbep,
    provider: forge,
    madeBy: coordinator.userId,
  })
  return {
    ...world,
    forge,
    kiln,
    child: child ?? placement,
    coordinator,
    placement,
    secondCoordinator: await member('coordinator', hbep),
    neighbour: await member('coordinator', nwllip),
    dsl: await member('school-dsl', larkfield),
    otherSchool: await member('school-dsl', wilfrids),
    officer: await member('virtual-school', world.virtualSchoolTeam),
    quality: await member('quality-assurance', qualityTeam),
    secondQuality: await member('quality-assurance', qualityTeam),
    manager: await member('provider-manager', forge),
    otherManager: await member('provider-manager', kiln),
    tutor: await member('provider-tutor', forge),
    panelMember: await member('panel-member', larkfield),
  }
}

/** Plans a visit to The Forge, or to another provider, and opens it; answers its address. */
export async function planVisit(
  browser: Browser,
  day: string,
  { annual = true, provider = 'The Forge' } = {},
) {
  await browser.visit('/visits/plan')
  browser.choose('Provider', provider).fillDate('plannedOn', day)
  browser.fill('What is to be looked at? (optional)', 'The motor course')
  if (annual) browser.tick('This visit is our annual assessment of the provider')
  await browser.press('Plan the visit')
  return browser.url
}

/** Writes down something in each area and judges it, and everything else that a report needs. */
export async function writeWholeVisit(browser: Browser, visit: string) {
  for (const [item, note] of [
    ['A. Books and other work', 'Marked every week'],
    ['B. Lesson observations', 'Clear beginnings'],
    ['C. Talks with pupils', 'They know whom to ask'],
    ['D. Self-evaluation and plans for action', 'Of last term'],
  ] as const) {
    await browser.visit(`${visit}/on-site`)
    await browser
      .choose('What do you look at?', item)
      .fill('What do you find? (optional)', note)
      .press('Keep this')
  }
  for (const area of ['A', 'B', 'C', 'D']) {
    await browser.visit(`${visit}/areas/${area}`)
    await browser
      .choose('Meets what we expect')
      .fill('How do you judge this area?', `Judgement of ${area}`)
      .press('Save the judgement')
  }
  await browser.visit(`${visit}/about`)
  await browser
    .fill('Pupils spoken to', '4')
    .choose('Yes')
    .fill('What was shown', 'Employer’s liability £10m until March')
    .fill('Summary', 'A calm place with clear routines')
    .press('Save')
}

/** Brings a whole report to the library: submitted, moderated by another, published. */
export async function publishVisit(writer: Browser, moderator: Browser, visit: string) {
  await writer.visit(`${visit}/submit`)
  await writer.press('Submit the report')
  await moderator.visit(`${visit}/moderate`)
  await moderator.press('I have moderated it')
  await moderator.visit(`${visit}/publish`)
  await moderator.tick('Publish it without the reply: waiting is worse').press('Publish the report')
}
