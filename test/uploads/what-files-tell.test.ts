import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileStore } from '#platform/files/file-store.ts'
import { photograph, placeInWords, pngPart, smallPng } from '#testing/pictures.ts'
import { testSite } from '#testing/site.ts'
import { docx, xlsx } from '#testing/zip.ts'
import { add, type Place, placesForFiles } from './places.ts'

const site = await testSite({ today: '2026-11-17' })
const { places, coordinator, school } = await placesForFiles(site)
const [cases] = places as [Place, ...Place[]]
const store = fileStore(site.site.configuration.dataFolder, site.site.secret)
const incoming = () => readdirSync(join(site.folder, 'files', 'incoming'))
const fileNamed = async (name: string) =>
  (
    await site.admin.query(
      'select id, size::integer, sha256 from file where name = $1 and removed_at is null',
      [name],
    )
  ).rows
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const letter = docx([
  {
    name: 'docProps/core.xml',
    content:
      '<cp:coreProperties><dc:creator>Priya O&#8217;Neill; Dana Lead</dc:creator><cp:lastModifiedBy>Sam &amp; Co</cp:lastModifiedBy><cp:revision>14</cp:revision></cp:coreProperties>',
  },
  {
    name: 'docProps/app.xml',
    content: '<Properties><Company>Larkfield Trust</Company></Properties>',
  },
  {
    name: 'word/comments.xml',
    content: '<w:comments><w:comment w:id="0" w:author="Ann Remark">x</w:comment></w:comments>',
  },
  {
    name: 'word/footnotes.xml',
    content: '<w:p><w:ins w:author="Ann Remark"/><w:del w:id="2" w:author="Bo Strike"/></w:p>',
  },
])

test('FI-10: at every place a photograph loses where it was made before it is kept, and whoever adds it is told', async () => {
  for (const [at, place] of places.entries()) {
    const name = `hall-${at}.jpg`
    const { text } = await add(place, name, photograph(6))
    expect(text, place.name).toContain('We took the place where it was made out of this photograph')
    const [row] = await fileNamed(name)
    const kept = store.read(row.id)
    expect(kept.includes(placeInWords)).toBe(false)
    expect(kept.includes('Exif')).toBe(true)
    // Size and hash are of what is kept.
    expect([row.size, row.sha256]).toEqual([kept.length, hashOf(kept)])
  }
  expect(
    (await add(cases, 'date.png', smallPng([pngPart('tIME', Buffer.alloc(7))]))).text,
  ).toContain('We took out of this photograph what it said of itself')
  expect(
    (await add(cases, 'plain.png', smallPng([pngPart('pHYs', Buffer.alloc(9))]))).text,
  ).toContain('This document is there already, as “date.png”')
})

test('FI-10: at every place whoever adds a document is told what it says of people and changes, and chooses', async () => {
  for (const [at, place] of places.entries()) {
    const name = `letter-${at}.docx`
    const { browser } = place
    await add(place, name, letter)
    expect(browser.status).toBe(200)
    expect(browser.heading).toContain('This document says more than its pages')
    const own = browser === school ? '' : 'Dana Lead, '
    expect(browser.text).toContain(
      `names of people who wrote or changed it: Priya O’Neill, ${own}Sam & Co, Ann Remark, Bo Strike`,
    )
    for (const words of ['2 tracked changes', '1 comment', 'Larkfield Trust', 'saved 14 times'])
      expect(browser.text).toContain(words)
    expect(await fileNamed(name)).toEqual([])

    await browser.press('Add another file instead')
    expect(browser.url).toBe(place.page)
    expect(incoming()).toEqual([])

    await add(place, name, letter)
    await browser.press('Add it as it is')
    expect(browser.text).toContain('is added')
    const [row] = await fileNamed(name)
    // Not a byte of it is changed.
    expect(store.read(row.id).equals(letter)).toBe(true)
  }
})

test('FI-10: a workbook’s hidden sheets and a PDF’s author, remarks and earlier versions are told of', async () => {
  const table = xlsx([
    {
      name: 'xl/comments1.xml',
      content: '<comments><author>Col Cell</author><comment ref="A1"/></comments>',
    },
    { name: 'docProps/custom.xml', content: '<property name="x"/>' },
  ])
  await add(cases, 'table.xlsx', table)
  expect(school.text).toContain('Col Cell')
  expect(school.text).toContain('1 comment')
  await school.press('Add another file instead')
  const pdf = Buffer.from(
    '%PDF-1.7\n<< /Author (Zo\\351 Writer) /Title (x) >>\n<< /Subtype /Highlight >>\nstartxref 1 %%EOF\n<< /Author <feff0041006e006e> >>\n<dc:creator><rdf:Seq><rdf:li>Zoë Second</rdf:li></rdf:Seq></dc:creator>startxref 2\n%%EOF',
  )
  await add(cases, 'report.pdf', pdf)
  expect(school.text).toContain('Zoé Writer, Ann, Zoë Second')
  expect(school.text).toContain('1 comment or mark')
  expect(school.text).toContain('1 earlier version of it')
  await school.press('Add another file instead')
})

test('FI-10: that a document names only whoever adds it is no news to anybody', async () => {
  const own = docx([{ name: 'docProps/core.xml', content: '<dc:creator>dana lead</dc:creator>' }])
  await add(cases, 'own.docx', own)
  expect(school.text).toContain('The document is added')
})

test('FI-10: what is held belongs to its person, its place and its day, and is added once', async () => {
  const held = async (place: Place, name: string) => {
    await add(place, name, letter.subarray())
    return place.browser.formData('Add it as it is')
  }
  const answer = (browser: typeof school, page: string, form: URLSearchParams) =>
    browser.visit(`${page}/upload`, {
      method: 'POST',
      body: form,
      headers: { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' },
    })
  await site.admin.query(
    `update file set removed_at = now(), removed_because = 'x' where name like 'letter-%'`,
  )
  const form = await held(cases, 'held.docx')
  form.set('choice', 'keep')
  // Another person, with a token of their own.
  await coordinator.visit(cases.page)
  const theirs = new URLSearchParams(form)
  theirs.set('_csrf', coordinator.formData('Add the document').get('_csrf') ?? '')
  expect((await answer(coordinator, cases.page, theirs)).status).toBe(409)
  // Another place of the same person; a word that is changed; without a token.
  expect((await answer(school, places[1]?.page ?? '', form)).status).toBe(409)
  const changed = new URLSearchParams(form)
  changed.set('held', `${form.get('held')?.slice(0, -6)}AAAAAA`)
  expect((await answer(school, cases.page, changed)).status).toBe(409)
  const forged = new URLSearchParams(form)
  forged.set('_csrf', 'x')
  expect((await answer(school, cases.page, forged)).status).toBe(403)
  expect(await fileNamed('held.docx')).toEqual([])
  // A day later it is too late.
  site.setNow('2026-11-18T09:00:00Z')
  expect((await answer(school, cases.page, form)).text).toContain('This has waited for too long')
  site.setNow('2026-11-17T10:00:00Z')
  // Two presses are one file.
  expect((await answer(school, cases.page, form)).status).toBe(200)
  expect((await answer(school, cases.page, form)).status).toBe(200)
  const [row, ...more] = await fileNamed('held.docx')
  expect(more).toEqual([])
  expect(existsSync(join(site.folder, 'files', row.id))).toBe(true)
})
