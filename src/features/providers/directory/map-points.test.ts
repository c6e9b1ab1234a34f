import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawingOf } from './map-points.ts'

test('North is up and east is right', () => {
  const { points } = drawingOf([
    { latitude: 53, longitude: -1 },
    { latitude: 52.5, longitude: -1.5 },
  ])
  expect(points[0]?.y).toBeLessThan(points[1]?.y ?? 0)
  expect(points[0]?.x).toBeGreaterThan(points[1]?.x ?? 0)
})

test('Every place is inside the drawing, however few and however far apart', () => {
  const place = fc.record({
    latitude: fc.double({ min: 49, max: 61, noNaN: true }),
    longitude: fc.double({ min: -9, max: 3, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), places => {
      const { width, height, points, scale } = drawingOf(places)
      expect(points.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true)
      expect(scale.length).toBeGreaterThan(0)
    }),
  )
})
