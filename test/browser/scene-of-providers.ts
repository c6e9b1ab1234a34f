import { aPicture } from './a-picture.ts'
import { peopleByRole } from './people.ts'
import { type Act, linkOn } from './scene.ts'
import { setProvision } from './scene-of-provision.ts'

/** A document of one’s own provider, with a file that can be opened and taken away. */
export const aDocumentWithFile: Act = async stage => {
  const browser = stage.as('provider-manager')
  await browser.visit('/providers/own')
  const own = browser.links.find(({ href }) => href.endsWith('/evidence'))?.href
  await browser.visit(`${own}/DOC-04/add`)
  await browser.press('Save and add the file')
  browser.attach('Add a file', aPicture('policy.png'))
  await browser.press('Add the file')
  const file = linkOn(browser, /\/files\/[0-9a-f-]{36}(\/view)?$/).replace(/\/view$/, '')
  stage.leave('provider-manager', browser.url, `${file}/picture?page=1`)
}

/** A child goes to that provider: with a plan, a review, a link for the child’s view and a register. */
export const aChildIsPlaced: Act = async stage => {
  const people = await peopleByRole(stage.site)
  const [coordinator, manager] = [people.get('coordinator'), people.get('provider-manager')]
  if (!coordinator || !manager) throw new Error('The county has no such people')
  const scene = await setProvision(
    stage.site,
    { person: coordinator, browser: stage.as('coordinator') },
    { person: manager, browser: stage.as('provider-manager') },
  )
  stage.leave('coordinator', ...scene.commissioner)
  stage.leave('provider-manager', ...scene.provider)
}

/** Somebody is uneasy about a provider, and the officers look into it and decide. */
export const aConcernIsRaised: Act = async stage => {
  const coordinator = stage.as('coordinator')
  for (const words of ['The gate stands open all day', 'Lessons begin late every day']) {
    await coordinator.visit('/providers?q=a')
    await coordinator.visit(
      linkOn(coordinator, /^\/providers\/[0-9a-f-]{36}$/).concat('/concerns/add'),
    )
    coordinator.choose('Something else').choose('Concern')
    await coordinator
      .fill('What did you see, or what were you told?', words)
      .press('Raise the concern')
    stage.leave('coordinator', coordinator.url)
    stage.leave('quality-assurance', coordinator.url)
  }
  const quality = stage.as('quality-assurance')
  await quality.visit(coordinator.url)
  await quality.follow('Close it with its outcome')
  await quality.fill('What came of it?', 'They begin in time now').press('Close it')
  stage.leave('quality-assurance', quality.url)
}

/** Somebody finds a provider on a local list. */
export const aListNamesAProvider: Act = async stage => {
  const coordinator = stage.as('coordinator')
  await coordinator.visit('/providers?q=a')
  await coordinator.visit(linkOn(coordinator, /^\/providers\/[0-9a-f-]{36}$/).concat('/lists/add'))
  await coordinator
    .fill('What is the list called?', 'Providers near us')
    .fill('Who keeps it?', 'The partnership')
    .fillDate('sinceOn', '2026-01-05')
    .press('Save')
  stage.leave('coordinator', coordinator.url)
}
