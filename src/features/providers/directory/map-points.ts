export interface Place {
  readonly latitude: number
  readonly longitude: number
}
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly points: readonly Point[]
  /** How long the scale bar is, and what distance it shows. */
  readonly scale: { readonly length: number; readonly kilometres: number }
}

const kilometresPerDegree = 111.32
const width = 600
const margin = 40
/** However close together places are, the drawing shows at least so many kilometres. */
const least = 4

/** Places as points of a drawing, north up, distances true within a county. */
export function drawingOf(places: readonly Place[]): Drawing {
  const middle = mean(places.map(({ latitude }) => latitude))
  const narrowing = Math.cos((middle * Math.PI) / 180)
  const flat = places.map(({ latitude, longitude }) => ({
    east: longitude * kilometresPerDegree * narrowing,
    north: latitude * kilometresPerDegree,
  }))
  const [west, east] = span(flat.map(each => each.east))
  const [south, north] = span(flat.map(each => each.north))
  const perKilometre = (width - 2 * margin) / (east - west)
  const height = Math.min(800, Math.round((north - south) * perKilometre + 2 * margin))
  const perKilometreUp = Math.min(perKilometre, (height - 2 * margin) / (north - south))
  const unit = Math.min(perKilometre, perKilometreUp)
  const kilometres = roundDistance((width - 2 * margin) / unit / 4)
  return {
    width,
    height,
    points: flat.map(each => ({
      x: Math.round(margin + (each.east - west) * unit),
      y: Math.round(margin + (north - each.north) * unit),
    })),
    scale: { length: Math.round(kilometres * unit), kilometres },
  }
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

function span(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const missing = Math.max(0, least - (high - low)) / 2
  return [low - missing, high + missing]
}

const roundDistance = (kilometres: number) =>
  [1, 2, 5, 10, 20, 50, 100].findLast(each => each <= kilometres) ?? 1
