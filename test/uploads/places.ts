import { newId } from '#domain/ids.ts'
import type { Browser } from '#testing/browser.ts'
import { county } from '#testing/county.ts'
import { draftBriefly, referBriefly } from '#testing/refer.ts'
import type { TestSite } from '#testing/site.ts'

export interface Place {
  readonly name: string
  readonly browser: Browser
  /** The page with the form; its address with `/upload` behind it takes the file. */
  readonly page: string
  readonly label: string
  readonly button: string
}

/** Every place that takes files and keeps them, each with somebody who may add one. */
export async function placesForFiles(site: TestSite) {
  const world = await county(site)
  const { member, signedIn, child, insert, organisation, larkfield, hbep } = world
  const schoolAs = await member('school-dsl', larkfield, { name: 'Dana Lead' })
  const school = await signedIn(schoolAs)
  const coordinatorAs = await member('coordinator', hbep, { name: 'Cora Coordinator' })
  const coordinator = await signedIn(coordinatorAs)
  const forge = await organisation('provider', 'Forge Training')
  const manager = await signedIn(await member('provider-manager', forge, { name: 'Max Manager' }))

  const sent = await referBriefly(site, school, await child())
  const other = await child({ forename: 'Draft', surname: 'Only' })
  const draft = await draftBriefly(site, school, other)
  const evidence = `/providers/${forge}/evidence/DOC-12`
  await manager.visit(`${evidence}/add`)
  await manager.press('Save and add the file')
  const visit = newId()
  await insert('visit', {
    id: visit,
    provider_id: forge,
    commissioner_id: hbep,
    planned_on: '2026-11-17',
    made_by: coordinatorAs.userId,
    made_at: '2026-11-01T09:00:00Z',
  })
  const document = { label: 'Add a document', button: 'Add the document' }
  const places: readonly Place[] = [
    { name: 'documents of a case', browser: school, page: `/cases/${sent}/documents`, ...document },
    {
      name: 'attachments of a referral',
      browser: school,
      page: `/referrals/${draft}/attachments`,
      ...document,
    },
    {
      name: 'evidence of a provider',
      browser: manager,
      page: evidence,
      label: 'Add a file',
      button: 'Add the file',
    },
    {
      name: 'photographs of a visit',
      browser: coordinator,
      page: `/visits/${visit}/photographs`,
      label: 'Add a photograph or document',
      button: 'Add the photograph or document',
    },
  ]
  return { ...world, places, visit, school, coordinator, manager, schoolAs, coordinatorAs }
}

/** Adds a file by the form of a page, as somebody without script does. */
export async function add({ browser, page, label, button }: Place, name: string, bytes: Buffer) {
  await browser.visit(page)
  browser.attach(label, new File([new Uint8Array(bytes)], name))
  return browser.press(button)
}

/** The same form, sent again and again as it was shown once: what is refused uses nothing up. */
export async function sender(site: TestSite, { browser, page, label, button }: Place) {
  await browser.visit(page)
  browser.attach(label, new File(['x'], 'x'))
  const shown = [...browser.formData(button)].filter(([name]) => name !== 'file')
  return async (name: string, bytes: Buffer) => {
    const form = new FormData()
    for (const [field, value] of shown) form.set(field, value)
    form.set('file', new File([new Uint8Array(bytes)], name))
    const answer = await site.fetch(
      new Request(`http://127.0.0.1:3000${page}/upload`, {
        method: 'POST',
        body: form,
        headers: { cookie: browser.cookie, 'sec-fetch-site': 'same-origin' },
      }),
    )
    return { status: answer.status, text: await answer.text() }
  }
}
