import { describe, expect, test } from 'vitest'
import { allParameters, kindOf, parameterCalled, rulesReading, whyNotA } from './parameters.ts'

test.each(allParameters.map(parameter => [parameter.id, parameter] as const))(
  '%s has only values that it can have, and rules that read it',
  (id, parameter) => {
    for (const { value } of parameter.versions) expect(whyNotA(parameter, value)).toBeUndefined()
    expect(rulesReading(parameter).length).toBeGreaterThan(0)
    expect(parameterCalled(id)).toBe(parameter)
  },
)

describe('a new value', () => {
  test.each([
    ['P-FA-WEEK', 'whole-number', 5, 5.5],
    ['P-EHCP-NOTICE', 'whole-number', -21, 'three weeks'],
    ['P-SEN-6000', 'pence', 1_050_000, -1],
    ['P-FT-HOURS', 'number', 18.5, Number.NaN],
    ['P-SECTION-92', 'yes-no', true, 'yes'],
    ['P-OSD-ACADEMIES', 'day', '2026-09-01', '2026-02-31'],
    ['P-TOPUP-REMINDER', 'month-and-day', '05-31', '02-30'],
    ['P-PRORATA-METHOD', 'choice', 'school-days-190', 'by-eye'],
    ['P-APC', 'pence', null, 'none'],
  ])('of %s is a %s', (id, kind, good, bad) => {
    const parameter = parameterCalled(id)
    if (!parameter) throw new RangeError(`There is no parameter ${id}`)
    expect(kindOf(parameter)).toBe(kind)
    expect(whyNotA(parameter, good)).toBeUndefined()
    expect(whyNotA(parameter, bad)).toMatch(/\w/)
    expect(whyNotA(parameter, undefined)).toMatch(/\w/)
  })
})
