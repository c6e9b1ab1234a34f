import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: new Date().toISOString().slice(0, 10) })
const { member, signedIn, organisation, larkfield, hbep } = await county(site)
const forge = await organisation('provider', 'Forge Training')
const anvil = await organisation('provider', 'Anvil Workshops')
const manager = await signedIn(await member('provider-manager', forge))
const coordinator = await signedIn(await member('coordinator', hbep))
const school = await signedIn(await member('school-dsl', larkfield))

/** Two pages, the first all red and the second all blue. */
function twoPages(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] /Contents 5 0 R >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] /Contents 6 0 R >>',
    ...['1 0 0', '0 0 1'].map(colour => {
      const drawn = `${colour} rg 0 0 100 200 re f`
      return `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`
    }),
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = text.length
  const lines = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`
  return Buffer.from(text, 'latin1')
}

const add = async (name: string, bytes: Buffer) => {
  await manager.visit(`/providers/${forge}/evidence/DOC-04`)
  manager.attach('Add a file', new File([new Uint8Array(bytes)], name))
  await manager.press('Add the file')
  expect(manager.text).toContain('The file is added')
  const { rows } = await site.admin.query('select id from file where name = $1', [name])
  return `/providers/${forge}/evidence/DOC-04/files/${rows[0].id}`
}
const open = (browser: Browser, path: string) =>
  site.fetch(new Request(`http://127.0.0.1:3000${path}`, { headers: { cookie: browser.cookie } }))

await manager.visit(`/providers/${forge}/evidence/DOC-04/add`)
await manager.press('Save and add the file')
const pdf = await add('policy.pdf', twoPages())

test('A PDF is looked at page by page, as pictures that Onroll draws', async () => {
  await coordinator.visit(`/providers/${forge}/evidence/DOC-04`)
  await coordinator.follow('policy.pdf')
  expect(coordinator.body).toContain('alt="policy.pdf, page 1 of 2"')
  for (const [page, colour] of [
    [1, [255, 0, 0, 255]],
    [2, [0, 0, 255, 255]],
  ] as const) {
    const answer = await open(coordinator, `${pdf}/picture?page=${page}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const png = Buffer.from(await answer.arrayBuffer())
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([400, 800])
    const data = png.subarray(41, 41 + png.readUInt32BE(33))
    expect([...inflateSync(data).subarray(1, 5)]).toEqual(colour)
  }
  expect((await open(coordinator, `${pdf}/picture?page=3`)).status).toBe(409)
  const { rows } = await site.admin.query(
    `select count(*)::integer as n from audit_entry where event = 'file.viewed'`,
  )
  expect(rows[0].n).toBe(2)
})

test('What is neither picture nor PDF, or cannot be read, leads to its download', async () => {
  const text = await add('words.txt', Buffer.from('A policy of nobody'))
  await coordinator.visit(`${text}/view`)
  expect(coordinator.text).toContain('cannot be shown here')
  await coordinator.follow('Download')
  expect(coordinator.body).toContain('A policy of nobody')
  const broken = await add('broken.pdf', Buffer.from('%PDF-1.7\nA certificate of nobody\n%%EOF'))
  await coordinator.visit(`${broken}/view`)
  expect(coordinator.status).toBe(200)
  expect(coordinator.text).toContain('cannot be shown here')
  expect((await open(coordinator, `${broken}/picture`)).status).toBe(409)
})

test('Nobody sees a picture of what they may not open, or what no scanner has passed', async () => {
  const other = await signedIn(await member('provider-manager', anvil))
  const panel = await signedIn(await member('panel-member', larkfield))
  for (const path of ['view', 'picture']) {
    for (const who of [other, school])
      expect((await open(who, `${pdf}/${path}`)).status, path).toBe(404)
    expect((await open(panel, `${pdf}/${path}`)).status, path).toBe(403)
    expect((await open(coordinator, `${pdf.replace('DOC-04', 'DOC-05')}/${path}`)).status).toBe(404)
  }
  for (const state of ['received', 'scanning', 'blocked']) {
    await site.admin.query('update file set state = $1 where name = $2', [state, 'policy.pdf'])
    for (const path of ['view', 'picture'])
      expect([404, 409], state).toContain((await open(coordinator, `${pdf}/${path}`)).status)
  }
})
