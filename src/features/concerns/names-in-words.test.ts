import { expect, test } from 'vitest'
import { nameIn, upnIn } from './names-in-words.ts'

const children = [
  { forenames: ['Will', 'William'], surnames: ['Young'] },
  { forenames: ['Zoë'], surnames: ['O’Invented'] },
]

test.each([
  ['Yesterday William was left alone', 'William'],
  ['The tutor shouted at Will all day', 'Will'],
  ['a boy (Young) was hurt', 'Young'],
  ['WILL YOUNG was hurt', 'Will Young'],
  ['will   young was hurt', 'Will Young'],
  ['They spoke of Zoë’s plan', 'Zoë'],
  ['I met O’Invented there', 'O’Invented'],
])('%s: names a child', (words, name) => {
  expect(nameIn(words, children)).toBe(name)
})

test.each([
  'We will look again: young people were alone',
  'Will anybody answer? Young people were alone.',
  'Goodwill and youngsters, Williamson Street',
  '',
])('%s: names nobody', words => {
  expect(nameIn(words, children)).toBeUndefined()
})

test('A unique pupil number names a child', () => {
  expect(upnIn('about A123456789012, seen today')).toBe(true)
  expect(upnIn('about a12345678901b')).toBe(true)
  expect(upnIn('policy A1234567890123, telephone 01234 567890')).toBe(false)
})
