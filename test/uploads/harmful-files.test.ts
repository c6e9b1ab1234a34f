import { afterAll, describe, expect, test } from 'vitest'
import { clamavIn, clamd, eicar } from '#testing/clamav.ts'
import { freePort } from '#testing/free-port.ts'
import { testSite } from '#testing/site.ts'
import { docx, xlsx } from '#testing/zip.ts'
import { debianPackage } from '../debian-package.ts'
import { add, placesForFiles } from './places.ts'

// The real daemon, with one signature of our own. It is installed where it may be.
const isThere = debianPackage('clamav-daemon', [clamd], ['clamav-daemon'])
const kinds = [
  ['plain', 'invoice.txt', Buffer.from(eicar)],
  ['in Word', 'invoice.docx', docx([{ name: 'word/media/note.txt', content: eicar }])],
  [
    'in a table in Word',
    'nested.docx',
    docx([{ name: 'word/embeddings/a.xlsx', content: xlsx([{ name: 'xl/a', content: eicar }]) }]),
  ],
  ['in Excel', 'invoice.xlsx', xlsx([{ name: 'xl/media/note.txt', content: eicar }])],
] as const

describe.runIf(isThere).each([
  ['its socket', undefined],
  ['TCP', await freePort()],
])('With the scanner behind %s', async (_way, port) => {
  const clamav = clamavIn(port ? { port } : {})
  afterAll(() => clamav.remove())
  await clamav.start()
  const site = await testSite({
    today: '2026-11-17',
    environment: { ONROLL_CLAMAV: clamav.setting },
  })
  const { places, member, signedIn, organisation, coordinator, school, manager } =
    await placesForFiles(site)
  const authority = await organisation('authority', 'Fennshire County Council')
  const stewardAs = await member('data-steward', authority)
  const steward = await signedIn(stewardAs)
  const status = async (browser: typeof school, path: string) =>
    (
      await site.fetch(
        new Request(`http://127.0.0.1:3000${path}`, { headers: { cookie: browser.cookie } }),
      )
    ).status

  test.each(kinds)(
    'FI-05: the test of scanners %s is quarantined at every place; who added it and the steward are told, and nobody opens it',
    async (_what, name, bytes) => {
      for (const [at, place] of places.entries()) {
        await site.admin.query('delete from message')
        await add(place, `${at}-${name}`, bytes)
        expect(place.browser.text).toContain('can be opened when it has been checked for viruses')
        await site.runJobs()

        const { rows } = await site.admin.query(
          'select id, state, state_reason, uploaded_by from file where name = $1',
          [`${at}-${name}`],
        )
        expect(rows).toMatchObject([
          { state: 'blocked', state_reason: 'Onroll.Test.Eicar.UNOFFICIAL' },
        ])
        const { id, uploaded_by } = rows[0]
        await place.browser.visit(place.page)
        expect(place.browser.text).toContain('The virus scanner found something harmful')
        const told = await site.admin.query(
          `select to_user_id as person, body from message where kind = 'file blocked'`,
        )
        expect(told.rows.map(({ person }) => person).sort()).toEqual(
          [uploaded_by, stewardAs.userId].sort(),
        )
        for (const { body } of told.rows) expect(body).toContain('Nobody can open it')
        for (const browser of [school, coordinator, manager, steward])
          for (const path of [`/files/${id}`, `${place.page}/${id}`, `${place.page}/files/${id}`])
            for (const way of ['', '/view', '/picture'])
              expect([403, 404, 409]).toContain(await status(browser, path + way))
        await steward.visit('/administration/scanner')
        expect(steward.text).toContain('Onroll.Test.Eicar.UNOFFICIAL')
      }
    },
  )

  test('FI-06: what is clean can be opened, and the age of the signatures is shown', async () => {
    const [place] = places
    if (!place) throw new Error('No place')
    await add(place, 'clean.docx', docx([{ name: 'word/media/note.txt', content: 'A note' }]))
    await site.runJobs()
    const { rows } = await site.admin.query(`select id, state from file where name = 'clean.docx'`)
    expect(rows[0].state).toBe('clean')
    expect(await status(coordinator, `/files/${rows[0].id}`)).toBe(200)
    await steward.visit('/administration/scanner')
    expect(steward.text).toContain('ClamAV 1.')
    expect(steward.text).toContain('Signatures of')
  })
})
