import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { isNearlyFull, roomFor } from '#platform/files/room.ts'
import { photograph } from '#testing/pictures.ts'
import { testSite } from '#testing/site.ts'
import { hostileFiles } from './hostile-files.ts'
import { add, placesForFiles, sender } from './places.ts'

const site = await testSite({ today: '2026-11-17' })
const { places, visit, coordinator } = await placesForFiles(site)
const folder = join(site.folder, 'files')
const onDisk = () => readdirSync(folder).sort()
const incoming = () => readdirSync(join(folder, 'incoming'))
const rows = async () => (await site.admin.query('select id from file')).rows.length

// One that is taken, so that there are places to be found empty.
await add(places[0] as (typeof places)[number], 'first.txt', Buffer.from('A text'))

const senders: { name: string; send: Awaited<ReturnType<typeof sender>> }[] = []
// One after the other: two of them are of one person.
for (const place of places) senders.push({ name: place.name, send: await sender(site, place) })

test.each(hostileFiles)(
  '%s: %s is refused in words, whatever place it is added to, and nothing is left',
  async (_number, _what, name, made, words) => {
    const bytes = made()
    const before = [onDisk(), await rows()]
    for (const place of senders) {
      const { status, text } = await place.send(name, bytes)
      expect([place.name, status]).toEqual([place.name, 422])
      expect(text, place.name).toContain(words)
    }
    expect([onDisk(), await rows()]).toEqual(before)
    expect(incoming()).toEqual([])
  },
)

test('FI-01: 26 MB are refused at every place, and nothing is left', async () => {
  const large = Buffer.alloc(26 * 1024 * 1024, '%PDF-1.7')
  for (const place of senders) {
    const { status, text } = await place.send('large.pdf', large)
    expect([place.name, status]).toEqual([place.name, 413])
    expect(text).toContain('25 MB or smaller')
  }
  expect(incoming()).toEqual([])
})

test('FI-01, FI-03, FI-04: what a phone sends by itself is held to the same', async () => {
  const send = async (name: string, bytes: Buffer, token?: string) => {
    await coordinator.visit(`/visits/${visit}/on-site`)
    const form = new FormData()
    form.set('_csrf', token ?? coordinator.formData('Add the photograph').get('_csrf') ?? '')
    form.set('_key', newId())
    form.set('file', new File([new Uint8Array(bytes)], name))
    const answer = await site.fetch(
      new Request(`http://127.0.0.1:3000/visits/${visit}/on-site/upload`, {
        method: 'POST',
        body: form,
        headers: { cookie: coordinator.cookie, 'sec-fetch-site': 'same-origin' },
      }),
    )
    return { status: answer.status, ...((await answer.json()) as { problem?: string }) }
  }
  const before = [onDisk(), await rows()]
  for (const [, what, name, made, words] of hostileFiles.filter(([, , file]) =>
    /\.(png|jpg)$/.test(file),
  )) {
    const { status, problem } = await send(name, made())
    expect([what, status]).toEqual([what, 422])
    expect(problem).toContain(words)
  }
  expect((await send('large.jpg', Buffer.alloc(26 * 1024 * 1024, 'x'))).status).toBe(413)
  expect((await send('letter.txt', Buffer.from('a letter'))).problem).toContain('Only photographs')
  expect((await send('hall.jpg', photograph(), 'forged')).status).toBe(401)
  expect([onDisk(), await rows()]).toEqual(before)
  expect(incoming()).toEqual([])
})

test('FI-14: nothing is taken while less than a tenth of the disk is free', () => {
  expect(isNearlyFull({ bytes: 5e9, share: 0.09 })).toBe(true)
  expect(isNearlyFull({ bytes: 5e9, share: 0.11 })).toBe(false)
  // Of a very large disk a tenth is more than anybody needs.
  expect(isNearlyFull({ bytes: 50e9, share: 0.09 })).toBe(false)
  expect(roomFor(join(site.folder, 'not', 'there', 'yet')).bytes).toBeGreaterThan(0)
})
