import { afterAll, beforeAll, expect, test } from 'vitest'
import { galleryInChromium } from '#testing/gallery-in-chromium.ts'

let chromium: Awaited<ReturnType<typeof galleryInChromium>>
beforeAll(async () => {
  chromium = await galleryInChromium()
})
afterAll(() => chromium?.close())

test('One box chooses every row, and shows when only some are chosen', async () => {
  const page = await chromium.open('/gallery/lists')
  const all = page.getByLabel('Choose all')

  await all.check({ force: true })
  expect(await page.getByLabel('Choose R-1050').isChecked()).toBe(true)

  await page.getByLabel('Choose R-1043').uncheck({ force: true })
  expect(await all.evaluate(box => (box as HTMLInputElement).indeterminate)).toBe(true)
})

test('A form that is sent twice in a row is posted once', async () => {
  const page = await chromium.open('/gallery/form')
  chromium.posted.length = 0

  await page.evaluate(`{
    const button = document.querySelector('button[value=stop]')
    button.click()
    setTimeout(() => button.click(), 300)
  }`)
  await page.getByText('Saved').waitFor()

  expect(chromium.posted).toEqual(['/gallery/form'])
})

test('Leaving a form with unsaved answers is asked about, saving it is not', async () => {
  const page = await chromium.open('/gallery/form')
  let asked = 0
  page.on('dialog', dialog => {
    asked++
    void dialog.accept()
  })

  await page.getByLabel('Child’s name').pressSequentially('Robin')
  await page.reload()
  expect(asked).toBe(1)

  await page.getByLabel('Child’s name').pressSequentially('Robin')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.getByText('Saved').waitFor()
  expect(asked).toBe(1)
})

test('An error leads to its field, and a revealed question is open only while it is asked', async () => {
  const page = await chromium.open('/gallery/form-with-errors')

  await page.getByRole('link', { name: 'Start date must be a real date' }).click()
  expect(await page.evaluate('document.activeElement.id')).toBe('start-day')

  expect(await page.getByLabel('Category').isVisible()).toBe(true)
  await page.getByLabel('Ordinary').check({ force: true })
  expect(await page.getByLabel('Category').isVisible()).toBe(false)
})

test('On a phone the filter is folded away with script, and open without', async () => {
  const viewport = { width: 375, height: 800 }
  const script = await chromium.open('/gallery/lists', { viewport })
  const none = await chromium.open('/gallery/lists', { viewport, javaScriptEnabled: false })

  expect(await script.getByRole('button', { name: 'Apply filters' }).isVisible()).toBe(false)
  expect(await none.getByRole('button', { name: 'Apply filters' }).isVisible()).toBe(true)
})

test('Without script everything that a script would reveal is there', async () => {
  const page = await chromium.open('/gallery/form', { javaScriptEnabled: false })

  expect(await page.getByLabel('Category').isVisible()).toBe(true)
})

test('On paper there is the content and nothing to press', async () => {
  const page = await chromium.open('/gallery/case')
  await page.emulateMedia({ media: 'print' })

  expect(await page.getByRole('navigation').count()).toBe(0)
  expect(await page.getByRole('banner').isVisible()).toBe(false)
  expect(await page.getByText('Robin Sample').first().isVisible()).toBe(true)
  // What is folded away on the screen is printed.
  expect(await page.getByText('the sixth school day was 9 March').isVisible()).toBe(true)
})
