import { expect, test } from 'vitest'
import { whyNotPassword } from './password-rules.ts'

const about = ['Ada Archer', 'ada.archer@elmpark.example.org', 'Elm Park School', 'Onroll']

test.each([
  ['short', 'Password must be 12 characters or more'],
  ['', 'Enter a password'],
  ['x'.repeat(129), 'Password must be 128 characters or fewer'],
  ['aaaaaaaaaaaa', 'Choose a password that is not a run'],
  ['abcdefghijklm', 'Choose a password that is not a run'],
  ['456789012345', 'Choose a password that is not a run'],
  ['987654321098', 'Choose a password that is not a run'],
  ['password1234', 'Choose another password'],
  ['Liverpool2026!', 'Choose another password'],
  ['P4ssw0rd!!!!', 'Choose another password'],
  ['leavemealone', 'Choose another password'],
  ['abc1abc1abc1', 'Choose another password'],
  ['monkeymonkey', 'Choose another password'],
  ['AdaArcher2026', 'Choose a password that is not made of your name'],
  ['archer-elmpark', 'Choose a password that is not made of your name'],
  ['OnrollOnroll1', 'Choose a password that is not made of your name'],
])('“%s” is refused', (password, why) => {
  expect(whyNotPassword(password, about)).toContain(why)
})

test.each([
  'correct horse battery staple',
  'tøj og småkager i juli',
  'x7#kPq92mZ!r',
  'three wet herons archer',
  'ᚠᛇᚻ ᛒᛦᚦ ᚠᚱᚩᚠᚢᚱ',
  'yyyellow kettle rides',
])('“%s” will do', password => {
  expect(whyNotPassword(password, about)).toBeUndefined()
})

test('A hostile password is judged at once', () => {
  const started = performance.now()
  for (const each of [
    'ab'.repeat(64),
    `${'1'.repeat(127)}a`,
    '!'.repeat(128),
    `${'é'.repeat(127)}!`,
  ])
    whyNotPassword(each, about)
  expect(performance.now() - started).toBeLessThan(200)
})
