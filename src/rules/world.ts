import { type IsoDate, isoDate, londonDay } from '#domain/dates.ts'
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
  const groups = new Map<string, ReadonlyMap<unknown, readonly object[]>>()

  const by = <K extends ListKey>(list: K, field: keyof Item<K> & string, id: Id) => {
    const key = `${list} ${field}`
    let index = groups.get(key)
    if (!index) {
      const items: readonly Item<K>[] = facts[list] ?? []
      index = Map.groupBy(items, item => item[field]) as ReadonlyMap<unknown, readonly object[]>
      groups.set(key, index)
    }
    // The key says which list the group was taken from.
    return (index.get(id) ?? []) as readonly Item<K>[]
  }
  const one = <K extends ListKey>(list: K, field: keyof Item<K> & string) => {
    return (id: Id | undefined) => (id === undefined ? undefined : by(list, field, id).at(-1))
  }
  const school = one('schools', 'id')
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
    pupil: one('pupils', 'id'),
    school,
    provider: one('providers', 'id'),
    partnership: one('partnerships', 'id'),
    programme: one('programmes', 'id'),
    exclusion: one('exclusions', 'id'),
    meeting: one('panelMeetings', 'id'),
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

/** A date-only moment is that whole day; a time is the day it falls on in London. */
function dayOf(moment: Moment): IsoDate {
  return moment.length === 10 ? isoDate(moment) : londonDay(new Date(moment))
}
