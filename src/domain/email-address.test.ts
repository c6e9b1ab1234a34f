import { expect, test } from 'vitest'
import { asEmailAddress, emailKey, whyNotEmailAddress } from './email-address.ts'

test.each([
  ['ann@example.com', 'ann@example.com'],
  [" Ann.O'Neill+panel@Example.SCH.uk ", "Ann.O'Neill+panel@example.sch.uk"],
  ['a_b-c@sub.example-school.org', 'a_b-c@sub.example-school.org'],
])('%s is one address', (typed, address) => {
  expect(asEmailAddress(typed)).toBe(address)
})

test.each([
  'a@x.test\r\nBcc: evil@evil.test',
  'a@x.test\n',
  '\ta@x.test',
  'a@x.test, b@x.test',
  'a@x.test;b@x.test',
  'group: a@x.test, b@x.test;',
  'group:a@x.test',
  '"evil@evil.test"@x.test',
  '"a b"@x.test',
  'Head <a@x.test>',
  '<a@x.test>',
  'a@x.test (comment)',
  'a(comment)@x.test',
  'evil%evil.test@x.test',
  'x.test!a@y.test',
  'a@b@x.test',
  '@x.test',
  'a@',
  'a@localhost',
  'a@[127.0.0.1]',
  'a@127.0.0.1',
  'a..b@x.test',
  '.a@x.test',
  'a@-x.test',
  'a@x..test',
  'a@х.test',
  'а@x.test',
  'a@xn--80ak6aa92e.com',
  'a\u0000@x.test',
  'a\u200b@x.test',
  'a b@x.test',
  `${'a'.repeat(65)}@x.test`,
  `a@${'x'.repeat(64)}.test`,
  `a@${'x.'.repeat(130)}test`,
  '',
])('%j is refused', typed => {
  expect(asEmailAddress(typed)).toBeUndefined()
})

test('The reason fits the mistake', () => {
  expect(whyNotEmailAddress('')).toBe('Enter an email address')
  expect(whyNotEmailAddress('a@x.test, b@x.test')).toBe('Enter one email address only')
  expect(whyNotEmailAddress('ann')).toContain('like name@example.com')
})

test('Two spellings of one address have one key', () => {
  const [one, two] = [asEmailAddress('Ann@Example.com'), asEmailAddress('ann@example.com')]
  expect(one && emailKey(one)).toBe(two && emailKey(two))
})

test('A hostile address of a hundred thousand characters is refused at once', () => {
  const before = performance.now()
  for (const nasty of ['a.', 'a', ' ', '@', 'x-'])
    asEmailAddress(`a@${nasty.repeat(100_000 / nasty.length)}`)
  expect(performance.now() - before).toBeLessThan(200)
})
