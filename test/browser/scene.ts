import { readFileSync } from 'node:fs'
import type { Role } from '#domain/permissions.ts'
import type { Browser } from '#testing/browser.ts'
import type { TestSite } from '#testing/site.ts'
import { type Start, signedIn } from './crawl.ts'
import type { Person } from './people.ts'
import { setProvision } from './scene-of-provision.ts'

/** Pages that a form leads to: what people do first, and where they stand then, to walk on from there. */
export async function setScene(
  site: TestSite,
  people: ReadonlyMap<Role, Person>,
): Promise<ReadonlyMap<Role, Start>> {
  const starts = new Map<Role, Start>()
  const as = async (role: Role, act: (browser: Browser) => Promise<string[]>) => {
    const person = people.get(role)
    if (!person) return
    const browser = await signedIn(site, person)
    starts.set(role, { browser, starts: await act(browser) })
  }
  await as('school-referrer', async browser => {
    const search = await searchFor(browser, 'Nobody Known')
    const child = await addRecord(browser)
    return [search, child, ...(await questionsOf(browser, child)), ...(await importOf(browser))]
  })
  await as('school-dsl', protectedChild)
  await as('provider-manager', documentWithFile)
  const [coordinator, manager] = [people.get('coordinator'), people.get('provider-manager')]
  if (coordinator && manager) {
    const browser = await signedIn(site, coordinator)
    const theirs = starts.get('provider-manager')
    const provider = theirs?.browser ?? (await signedIn(site, manager))
    const scene = await setProvision(
      site,
      { person: coordinator, browser },
      { person: manager, browser: provider },
    )
    starts.set('coordinator', { browser, starts: scene.commissioner })
    starts.set('provider-manager', {
      browser: provider,
      starts: [...(theirs?.starts ?? []), ...scene.provider],
    })
  }
  return starts
}

async function searchFor(browser: Browser, name: string) {
  await browser.visit('/children')
  await browser.fill('Name, UPN or reference', name).press('Search')
  return browser.url
}

async function addRecord(browser: Browser) {
  await browser.follow('Start a new record')
  browser.fillDate('birthDate', '2013-04-02').choose('Yes').fillDate('rollFrom', '2024-09-02')
  await browser.press('Add this child')
  return browser.url
}

/** The questions before a referral: each is a page of its own. */
async function questionsOf(browser: Browser, child: string) {
  await browser.visit(`/referrals/new?child=${child.split('/').at(-1)}`)
  await browser.press('Start the referral')
  const pages: string[] = []
  for (const answer of [
    'On our roll',
    'No special educational needs',
    'No',
    'The child was not admitted in the course of this school year',
  ]) {
    pages.push(browser.url)
    await browser.choose(answer).press('Continue')
  }
  return [...pages, browser.url]
}

/** A file as far as the preview of what it would change. */
async function importOf(browser: Browser) {
  await browser.visit('/imports/children')
  const file = new File([readFileSync('seeds/samples/children.csv')], 'children.csv')
  await browser.attach('CSV file or Excel workbook (.xlsx)', file).press('Upload')
  const columns = browser.url
  await browser.press('Check the rows')
  return [columns, browser.url]
}

async function protectedChild(browser: Browser) {
  await browser.visit('/children/all')
  const child = browser.links.find(({ href }) => /^\/children\/[0-9a-f-]{36}$/.test(href))?.href
  await browser.visit(`${child}/home`)
  await browser.follow('Protect this child’s address')
  browser
    .fill('House name or number, and street', '1 Nowhere Lane')
    .fill('Postcode', 'ZZ9 9ZZ')
    .fillDate('fromOn', '2026-09-01')
  await browser.press('Protect the address')
  return [browser.url]
}

/** A document of one’s own provider, with a file that can be opened and taken away. */
async function documentWithFile(browser: Browser) {
  await browser.visit('/providers/own')
  const own = browser.links.find(({ href }) => href.endsWith('/evidence'))?.href
  await browser.visit(`${own}/DOC-04/add`)
  await browser.press('Save and add the file')
  browser.attach('Add a file', new File(['A policy of nobody'], 'policy.txt'))
  await browser.press('Add the file')
  return [browser.url]
}
