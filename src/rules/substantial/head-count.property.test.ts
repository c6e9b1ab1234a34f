import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../engine.ts'
import type { Facts } from '../facts.ts'
import { lawWith } from '../parameter.ts'
import { ruleCalled } from '../registry.ts'
import { worldOf } from '../world.ts'
import { headCountAt, isLegalCountMet } from './head-count.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
const slot = fc.record({
  weekday: fc.constantFrom(...weekdays),
  session: fc.constantFrom('morning' as const, 'afternoon' as const, 'all-day' as const),
  hours: fc.integer({ min: 0, max: 24 }).map(quarters => quarters / 4),
})
const child = fc.record(
  {
    birthDate: fc.constantFrom('2010-01-01', '2012-06-15', '2016-02-29', '2023-05-05'),
    care: fc.record({
      status: fc.constantFrom('looked-after', 'previously-looked-after', 'never-looked-after'),
    }),
    send: fc.record({ status: fc.constantFrom('none', 'sen-support', 'ehcp', 'isp') }),
    schoolHoursPerWeek: fc.integer({ min: 0, max: 25 }),
  },
  { requiredKeys: [] },
)
const placed = fc.record({
  child,
  weeks: fc.array(fc.array(slot, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
  provider: fc.constantFrom('forge', 'harbour'),
})
type Placed = typeof placed extends fc.Arbitrary<infer T> ? T : never

const world = (children: readonly Placed[], switchedOn: readonly string[]) =>
  ({
    asOf: '2026-11-21',
    authority: 'leicestershire',
    policy: { switchedOn },
    providers: [{ id: 'forge' }, { id: 'harbour' }],
    pupils: children.map(({ child: pupil }, n) => ({ id: `p${n}`, ...pupil })),
    placements: children.flatMap(({ weeks, provider }, n) =>
      weeks.map((timetable, m) => ({
        id: `pl${n}-${m}`,
        pupil: `p${n}`,
        provider,
        start: '2026-09-07',
        timetable,
      })),
    ),
  }) as unknown as Facts

const counted = (facts: Facts) => {
  const asked = worldOf(facts)
  const law = lawWith()
  const count = headCountAt('forge', asked, law)
  return { ...count, met: isLegalCountMet(count, asked, law) }
}
const rising = ['info', 'warning', 'high', 'critical']
const grade = (facts: Facts) => {
  const rules = ['ILL-02'].flatMap(id => ruleCalled(id) ?? [])
  const [finding] = evaluate(facts, { rules }).filter(({ subject }) => subject.id === 'forge')
  return finding ? rising.indexOf(finding.level) : -1
}

test('adding a child never lowers a provider’s head-count, nor how grave it is', () => {
  fc.assert(
    fc.property(
      fc.array(placed, { maxLength: 7 }),
      placed,
      fc.subarray(['section-92-definition', 'non-school-ap-caps']),
      (children, another, switchedOn) => {
        const before = world(children, switchedOn)
        const after = world([...children, another], switchedOn)
        const [few, more] = [counted(before), counted(after)]
        expect(more.pupils.length).toBeGreaterThanOrEqual(few.pupils.length)
        expect(more.legalCount).toBeGreaterThanOrEqual(few.legalCount)
        expect(more.soleCount).toBeGreaterThanOrEqual(few.soleCount)
        expect(Number(more.met)).toBeGreaterThanOrEqual(Number(few.met))
        expect(grade(after)).toBeGreaterThanOrEqual(grade(before))
      },
    ),
  )
})

test('adding a placement for the same child never lowers it either', () => {
  fc.assert(
    fc.property(
      fc.array(placed, { minLength: 1, maxLength: 5 }),
      fc.array(slot, { maxLength: 6 }),
      (children, week) => {
        const [first, ...rest] = children
        if (!first) return
        const more = { ...first, weeks: [...first.weeks, week] }
        const few = counted(world(children, []))
        expect(counted(world([more, ...rest], [])).legalCount).toBeGreaterThanOrEqual(
          few.legalCount,
        )
      },
    ),
  )
})

test('the numbers of the head-count are parts of it', () => {
  fc.assert(
    fc.property(fc.array(placed, { maxLength: 8 }), children => {
      const { pupils, legalCount, lookedAfter, ehcp, senSupport, statusUnknown } = counted(
        world(children, []),
      )
      expect(legalCount).toBeLessThanOrEqual(pupils.length)
      for (const part of [lookedAfter, ehcp, senSupport, statusUnknown])
        expect(part).toBeLessThanOrEqual(legalCount)
    }),
  )
})
