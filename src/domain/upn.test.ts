import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asUpn, isTemporaryUpn, isUpn, upnCheckLetter, whyNotUpn } from './upn.ts'

test.each([
  'B801200005001',
  'A203202811068',
  'A203102209083',
  'R674123101121',
  'K855400126001',
  'U855423126017',
  'G855401225123',
  'Z856421826003',
  'B857400024999',
  'W85540012600A',
])('%s is a UPN', number => {
  expect(asUpn(number)).toBe(number)
})

test.each([
  ['A801200005001', 'does not fit'],
  ['L855400126001', 'does not fit'],
  ['K855400126010', 'does not fit'],
  ['W85540012600B', 'does not fit'],
  ['R123456789012', 'does not fit'],
  ['A123456789123', 'does not fit'],
  ['W85540012600S', 'never has the letters I, O or S'],
  ['K85540O126001', 'never has the letters I, O or S'],
  ['K8554001260011', 'This one has 14'],
  ['', 'Enter a UPN'],
  ['8855400126001', 'starts with a letter'],
  ['K8554A0126001', 'Only the last may be a letter'],
  ['K85540012600€', 'only letters and numbers'],
])('%s is not: %s', (number, why) => {
  expect(asUpn(number)).toBeUndefined()
  expect(whyNotUpn(number)).toContain(why)
})

test('The wrong check letter is never answered with the right one', () => {
  expect(whyNotUpn('A801200005001')).not.toContain('B801200005001')
})

test('Case, spaces and invisible characters do not matter', () => {
  expect(asUpn(' k855 4001 26001\u200b')).toBe('K855400126001')
})

test('Only a number that ends in a letter is temporary', () => {
  const [permanent, temporary] = [asUpn('K855400126001'), asUpn('W85540012600A')]
  expect(permanent && isTemporaryUpn(permanent)).toBe(false)
  expect(temporary && isTemporaryUpn(temporary)).toBe(true)
})

test('Any single wrong digit is noticed, and any two neighbours that changed places', () => {
  const twelve = fc.stringMatching(/^\d{12}$/)
  fc.assert(
    fc.property(twelve, fc.nat(11), fc.integer({ min: 1, max: 9 }), (digits, place, more) => {
      const changed = (Number(digits[place]) + more) % 10
      const wrong = digits.slice(0, place) + changed + digits.slice(place + 1)
      expect(isUpn(`${upnCheckLetter(digits)}${wrong}`)).toBe(false)
    }),
  )
  fc.assert(
    fc.property(twelve, fc.nat(10), (digits, place) => {
      const [a = '', b = ''] = [digits[place], digits[place + 1]]
      fc.pre(a !== b)
      const swapped = digits.slice(0, place) + b + a + digits.slice(place + 2)
      expect(isUpn(`${upnCheckLetter(digits)}${swapped}`)).toBe(false)
    }),
  )
})
