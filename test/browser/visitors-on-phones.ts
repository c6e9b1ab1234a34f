import type { BrowserContext } from 'playwright-core'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { onPhone, siteInChromium } from '#testing/site-in-chromium.ts'
import type { Member } from '#testing/world.ts'

/** A partnership whose co-ordinators visit a provider, each with a phone of 375 px. */
export async function visitorsOnPhones() {
  const site = await siteInChromium({ told: false })
  const { insert, member, organisation, signedIn, hbep } = await county(site)
  const visitor = await member('coordinator', hbep, { name: 'Cora Coordinator' })
  const companion = await member('coordinator', hbep, { name: 'Colin Companion' })
  const forge = await organisation('provider', 'The Forge')

  async function plannedVisit(): Promise<string> {
    const id = newId()
    await insert('visit', {
      id,
      provider_id: forge,
      commissioner_id: hbep,
      planned_on: '2026-09-01',
      made_by: visitor.userId,
      made_at: '2026-08-01T09:00:00Z',
    })
    return id
  }

  async function signInOn(context: BrowserContext, person: Member) {
    const [name = '', value = ''] = (await signedIn(person)).cookie.split('=')
    await context.addCookies([{ name, value, url: site.origin }])
  }

  /** A phone on which this person is signed in, at the page for being on site. */
  async function phoneAt(person: Member, visit: string, more: object = {}) {
    const phone = await site.chromium.newContext({ baseURL: site.origin, ...onPhone, ...more })
    phone.setDefaultTimeout(10_000)
    await signInOn(phone, person)
    const page = await phone.newPage()
    await page.goto(`/visits/${visit}/on-site`)
    return { phone, page }
  }
  return { site, visitor, companion, plannedVisit, signInOn, phoneAt }
}
