import { type IsoDate, londonDay } from '#domain/dates.ts'
import { type SchoolCalendar, schoolCalendar } from '#domain/school-calendar.ts'
import type {
  Exclusion,
  Facts,
  Id,
  Moment,
  PanelMeeting,
  Partnership,
  Policy,
  Programme,
  Provider,
  Pupil,
  School,
} from './facts.ts'

type ListKey = {
  [K in keyof Facts]-?: NonNullable<Facts[K]> extends readonly object[] ? K : never
}[keyof Facts]
type Item<K extends ListKey> = NonNullable<Facts[K]>[number]

/** The snapshot, indexed as it is asked: every look-up costs the same however large the world is. */
export type World = {
  readonly facts: Facts
  readonly authority: Id
  /** The Europe/London day of `asOf`. */
  readonly today: IsoDate
  readonly policy: Policy
  readonly pupil: (id: Id | undefined) => Pupil | undefined
  readonly school: (id: Id | undefined) => School | undefined
  readonly provider: (id: Id | undefined) => Provider | undefined
  readonly partnership: (id: Id | undefined) => Partnership | undefined
  readonly programme: (id: Id | undefined) => Programme | undefined
  readonly exclusion: (id: Id | undefined) => Exclusion | undefined
  readonly meeting: (id: Id | undefined) => PanelMeeting | undefined
  /** Records of one list whose field names that id: `world.by('placements', 'provider', 'forge')`. */
  readonly by: <K extends ListKey>(
    list: K,
    field: keyof Item<K> & string,
    id: Id,
  ) => readonly Item<K>[]
  /** The Europe/London day of a moment. */
  readonly dayOf: (moment: Moment) => IsoDate
  /** The day on which something was done, if it was done up to today: what is dated later has not happened. */
  readonly happened: (moment: Moment | undefined) => IsoDate | undefined
  /** The school’s own terms and closures where it has them, else the general ones. */
  readonly calendar: (school?: Id) => SchoolCalendar
}

export function worldOf(facts: Facts): World {
  const today = dayOf(facts.asOf)
  const policy = facts.policy ?? {}
  const general = schoolCalendar(facts.calendar ?? {})
  const own = new Map<Id, SchoolCalendar>()
  const groups: { [list: string]: Map<string, ReadonlyMap<unknown, readonly object[]>> } = {}

  const by = <K extends ListKey>(list: K, field: keyof Item<K> & string, id: Id) => {
    const ofList = groups[list] ?? new Map<string, ReadonlyMap<unknown, readonly object[]>>()
    groups[list] = ofList
    let index = ofList.get(field)
    if (!index) {
      const items: readonly Item<K>[] = facts[list] ?? []
      index = Map.groupBy(items, item => item[field]) as ReadonlyMap<unknown, readonly object[]>
      ofList.set(field, index)
    }
    // The names say which list the group was taken from.
    return (index.get(id) ?? nothing) as readonly Item<K>[]
  }
  const one = <K extends ListKey>(list: K) => {
    let index: ReadonlyMap<unknown, Item<K>> | undefined
    return (id: Id | undefined) => {
      const items: readonly Item<K>[] = facts[list] ?? []
      index ??= new Map(items.map(item => ['id' in item ? item.id : undefined, item]))
      return index.get(id)
    }
  }
  const school = one('schools')
  const calendar = (id?: Id) => {
    const terms = id === undefined ? undefined : school(id)?.calendar
    if (id === undefined || !terms) return general
    const known = own.get(id)
    if (known) return known
    const made = schoolCalendar({ ...facts.calendar, ...terms })
    own.set(id, made)
    return made
  }
  return {
    facts,
    authority: facts.authority,
    today,
    policy,
    pupil: one('pupils'),
    school,
    provider: one('providers'),
    partnership: one('partnerships'),
    programme: one('programmes'),
    exclusion: one('exclusions'),
    meeting: one('panelMeetings'),
    by,
    dayOf,
    happened(moment) {
      if (moment === undefined) return undefined
      const day = dayOf(moment)
      return day <= today ? day : undefined
    },
    calendar,
  }
}

const nothing: readonly never[] = []

/** A date-only moment is that whole day; a time is the day it falls on in London. */
const dayOf = (moment: Moment): IsoDate =>
  // What the schema has passed is a real day.
  moment.length === 10 ? (moment as IsoDate) : londonDay(new Date(moment))
