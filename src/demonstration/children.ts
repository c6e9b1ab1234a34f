import { addDays, type IsoDate, isoDate } from '#domain/dates.ts'
import { upnCheckLetter } from '#domain/upn.ts'
import {
  addChild,
  addContact,
  enrolChild,
  recordAdmission,
  recordExclusion,
} from '#features/children/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from './chance.ts'
import type { School } from './county.ts'
import { schoolYearBegins } from './days.ts'
import { forenames, surnames } from './names.ts'
import { settle } from './settle-child.ts'

/** What is told about a child beside the ordinary: each story asks for what it needs. */
export interface Telling {
  readonly needs?: 'none' | 'sen-support' | 'ehcp' | 'not known'
  readonly needsAuthority?: string
  readonly topUp?: boolean
  readonly care?: 'never' | 'own' | 'other' | 'other, contacts known' | 'previously' | 'not known'
  /** Where a story is about that year only. */
  readonly yearGroup?: number
  readonly livesIn?: 'here' | 'leicester-city' | 'rutland'
  readonly excludedOn?: IsoDate
  readonly noContactParent?: boolean
  /** On this roll for three weeks only, with a home in the area of that partnership. */
  readonly movedFrom?: string
  /** The admission to this school was never completed. */
  readonly admissionOpen?: boolean
  /** A top-up of last school year that nobody renewed. */
  readonly lapsedTopUp?: boolean
}
export interface DemonstrationChild {
  readonly id: string
  readonly name: string
}

export function nursery(chance: Chance, today: IsoDate, before = 0) {
  let born = before
  const year = schoolYearBegins(today)

  function identity(yearGroup: number) {
    born += 1
    const sex = chance.oneOf(['F', 'M'] as const)
    const birthDate = addDays(isoDate(`${year - yearGroup - 5}-09-01`), chance.between(0, 364))
    return {
      sex,
      birthDate,
      forename: chance.oneOf(forenames[sex]),
      surname: surnames[(born * 7919) % surnames.length] ?? 'Fenfield',
      upn: upnOf(born),
    }
  }

  /** A child whom a school enters: on roll since Year 7 (or this September), with home, parents and what is told. */
  async function enter(
    doer: Doer,
    school: School,
    outward: string,
    telling: Telling = {},
  ): Promise<DemonstrationChild> {
    const lowest = Math.max(7, school.lowAge - 4)
    const highest = Math.min(11, school.highAge - 5)
    const yearGroup = Math.min(telling.yearGroup ?? chance.between(lowest, highest), highest)
    const person = identity(yearGroup)
    const id = await addChild(doer, { ...person, freeSchoolMeals: chance.happens(0.3) })
    // Somebody referred last year was on roll by then.
    const september = isoDate(`${year - (yearGroup - lowest)}-09-02`)
    const usual = september < doer.today ? september : addDays(doer.today, -60)
    const since = telling.movedFrom ? addDays(doer.today, 10) : usual
    await enrolChild(doer, {
      childId: id,
      schoolId: school.id,
      kind: 'current',
      fromOn: since,
    })
    await settle(doer, chance, {
      childId: id,
      surname: person.surname,
      outward,
      since,
      telling,
      today,
    })
    if (telling.admissionOpen)
      await recordAdmission(doer, {
        childId: id,
        schoolId: school.id,
        appliedOn: addDays(doer.today, -20),
      })
    if (telling.excludedOn)
      await recordExclusion(doer, {
        childId: id,
        schoolId: school.id,
        kind: 'permanent',
        fromOn: telling.excludedOn,
        reasons: ['DB'],
      })
    return { id, name: `${person.forename} ${person.surname}` }
  }

  /** A child of whom nothing is told but the roll and a parent: needs, care and home are not recorded yet. */
  async function enterOrdinary(doer: Doer, school: School): Promise<void> {
    const lowest = Math.max(7, school.lowAge - 4)
    const yearGroup = chance.between(lowest, Math.min(11, school.highAge - 5))
    const person = identity(yearGroup)
    const childId = await addChild(doer, person)
    const since = isoDate(`${year - (yearGroup - lowest)}-09-02`)
    await enrolChild(doer, { childId, schoolId: school.id, kind: 'current', fromOn: since })
    await addContact(doer, {
      childId,
      name: `${chance.oneOf(forenames.F)} ${person.surname}`,
      relationship: 'Mother',
      parentalResponsibility: true,
      livesWithChild: true,
    })
  }

  /** A child whom Admissions enters: on no roll. */
  async function enterUnplaced(
    doer: Doer,
    outward: string,
    telling: Telling = {},
  ): Promise<DemonstrationChild> {
    const person = identity(chance.between(7, 10))
    const id = await addChild(doer, person)
    await settle(doer, chance, {
      childId: id,
      surname: person.surname,
      outward,
      since: addDays(doer.today, -60),
      telling,
      today,
    })
    return { id, name: `${person.forename} ${person.surname}` }
  }

  return { enter, enterOrdinary, enterUnplaced }
}

/** A UPN of authority 999, which does not exist, with its right check letter. */
function upnOf(number: number) {
  const twelve = `9994${String(100 + Math.floor(number / 1000)).padStart(3, '0')}25${String(number % 1000).padStart(3, '0')}`
  return `${upnCheckLetter(twelve) ?? 'A'}${twelve}`
}
