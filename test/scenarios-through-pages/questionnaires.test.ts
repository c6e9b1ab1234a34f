import { expect, test } from 'vitest'
import { evaluate } from '#rules/engine.ts'
import { factsOf } from '#rules/scenario-files.ts'
import { attribute, elements, textOf } from '#testing/html.ts'
import { countyOfTheScenarios, saved, scenario } from './county-of-the-scenarios.ts'
import { type After, play } from './play.ts'

const county = await countyOfTheScenarios('2026-11-21')

test.each<[id: string, figure?: string, enteredOn?: string]>([
  ['X-100a', 'by 23 November 2026', '2026-11-21'],
  ['X-100b', 'should have returned the questionnaire', '2026-11-21'],
  ['G-19', 'by 21 September 2026'],
])('%s: who owes a questionnaire, and until when', async (id, figure, enteredOn) => {
  await play(county, id, { figure, ...(enteredOn ? { enteredOn } : {}) })
})

/** The school answers what the case answers; what is blank there the form does not take. */
const answers: After = async (actor, _placement, _facts, _manager, all) => {
  const { page } = actor
  await page.visit('/questionnaires')
  const row = page.all('tr').find(each => textOf(each).includes(all.providers?.[0]?.name ?? ''))
  const [link] = row ? [...elements(row)].flatMap(each => attribute(each, 'href') ?? []) : []
  if (!link) throw new Error(`No form is open: ${page.text}`)
  const form = link
  const [asked] = all.questionnaires ?? []
  for (const [number, answer] of Object.entries(asked?.answers ?? {})) {
    await page.visit(`${form}/questions/${number}`)
    if (number === '2') page.choose(asked?.saysRegistered ? 'Yes' : 'No')
    page.fill(labelOf(page.body), answer)
    if (answer.trim() === '') {
      await page.press('Confirm this answer')
      expect(page.text).toContain('Write an answer')
    } else await saved(actor, 'Confirm this answer', `Question ${number} is confirmed`)
  }
  await page.visit(`${form}/check`)
}

const labelOf = (body: string) =>
  /<label[^>]*for="answer"[^>]*>(.*?)<\/label>/s.exec(body)?.[1]?.replace(/\s+/g, ' ').trim() ?? ''

test('H-27: a provider that is said to be registered, and has no number', async () => {
  // What a school is still writing is read by nobody else: the rule speaks to it before, to all when the form is returned.
  const andReturn: After = async (...given) => {
    await answers(...given)
    const [{ page }] = given
    expect(page.text).toContain('is registered, but no DfE number is recorded. Ask for the number.')
    expect(page.text).toContain('Look at question 2 again')
    await saved(given[0], 'Return the form', 'The form is returned to the Virtual School')
  }
  await play(county, 'H-27', { after: andReturn, figure: 'no DfE number is recorded' })
})

test('X-182: blank answers are not answers, and the form is not returned without them', async () => {
  let read = ''
  const look: After = async (...given) => {
    await answers(...given)
    read = given[0].page.text
    expect(given[0].page.buttons).not.toContain('Return the form')
  }
  // What a school is still writing is nobody else's to read: QST-05 is on the form and on no record.
  await expect(play(county, 'X-182', { after: look })).rejects.toThrow('13 of 15')
  const said = evaluate(factsOf(scenario('X-182'))).find(({ rule }) => rule === 'QST-05')
  expect(read).toContain(said?.message ?? 'nothing is said')
})

test('X-13: what is grave on a placement is counted for its home school, and for no other', async () => {
  const { h01, h02 } = county.commissioners
  if (!h01 || !h02) throw new Error('Nobody asks')
  await play(county, 'G-26', { figure: 'has no review to come' })
  await h01.page.visit('/planning-call')
  expect(h01.page.text).toContain('Inspectors may weigh them: mend them first (rule OFS-07)')
  // X-246a: one pupil of the school is there, and the row lacks the address of the provider.
  expect(h01.page.text).toContain('Not complete: ')
  expect(h01.page.text).toContain('Forge Training G-26 Not recorded')
  await h02.page.visit('/planning-call')
  expect(h02.page.text).not.toContain('OFS-07')
  expect(h02.page.text).not.toContain('Forge Training')
})
