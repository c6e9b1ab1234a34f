import { addDays, isoDate } from '#domain/dates.ts'
import { byDistrictWherePossible } from '#domain/postcode-authority.ts'
import { foundAuthority } from '#features/accounts/index.ts'
import {
  addBankHolidays,
  addClosure,
  addPartnership,
  addProvider,
  addTeam,
  addTerm,
  importPostcodes,
  importSchools,
  joinPartnership,
  setAuthority,
} from '#features/organisations/index.ts'
import { remember } from '#platform/audit.ts'
import type { Chance } from './chance.ts'
import { momentOn, playedYears, termsOf } from './days.ts'
import { nameTheHub } from './name-the-hub.ts'
import { readPostcodes, readRegister } from './registers.ts'
import { sayHoursOfSchools } from './school-hours.ts'
import type { Stage } from './stage.ts'
import { insetDay, withdrawOne } from './withdraw-one.ts'
import { providerWords } from './words.ts'

const authority = { key: 'fennshire', name: 'Fennshire County Council', number: '999' }

/** Five partnerships, each the members of one district of the register’s file. */
export const partnershipNames = [
  {
    code: 'HBEP',
    district: 'Harbury and Bosmere',
    name: 'Harbury and Bosmere Education Partnership (HBEP)',
  },
  {
    code: 'NWLLIP',
    district: 'North Wold',
    name: 'North Wold Learning and Inclusion Partnership (NWLLIP)',
  },
  { code: 'SFIP', district: 'South Fenn', name: 'South Fenn Inclusion Partnership (SFIP)' },
  {
    code: 'MEEP',
    district: 'Mereside and Eastings',
    name: 'Mereside and Eastings Education Partnership (MEEP)',
  },
  { code: 'TVBP', district: 'Tarn Valley', name: 'Tarn Valley Behaviour Partnership (TVBP)' },
] as const

export interface School {
  readonly id: string
  readonly name: string
  readonly lowAge: number
  readonly highAge: number
}
export interface Partnership {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly schools: readonly School[]
  /** Left a year ago: its excluded children are still served. */
  readonly former: School | undefined
}
export interface County {
  readonly steward: { userId: string; membershipId: string }
  readonly authorityId: string
  readonly admissions: string
  readonly sena: string
  readonly virtualSchool: string
  readonly partnerships: readonly Partnership[]
  readonly providers: readonly string[]
}

/** The organisations, in the way an authority enters them: itself, its teams, schools from the register, memberships. */
export async function foundCounty(stage: Stage, chance: Chance): Promise<County> {
  const { db, today } = stage
  const began = addDays(isoDate(`${Number(today.slice(0, 4)) - 3}-09-01`), 0)
  const founded = await db.as({ purpose: 'set-up' }, async tx => {
    const entries: Parameters<typeof remember>[2][number][] = []
    const found = await foundAuthority(
      { tx, audit: entry => entries.push(entry) },
      {
        key: authority.key,
        authority: authority.name,
        administrator: { name: 'Stella Steward', email: 'stella.steward@fennshire.example' },
        today: began,
        demonstration: true,
      },
    )
    await remember(tx, 'demonstration', entries)
    return found
  })
  const steward = { userId: founded.userId, membershipId: founded.membershipId }
  const register = await readRegister()
  const postcodes = await readPostcodes()

  return stage.as(steward, momentOn(began, 1), async doer => {
    await setAuthority(doer, authority)
    await nameTheHub(doer, founded.organisationId)
    const years = playedYears(today)
    for (const year of years) for (const term of termsOf(year)) await addTerm(doer, null, term)
    await addBankHolidays(doer, years[0] ?? 2025, (years.at(-1) ?? 2028) + 1)
    const admissions = await addTeam(doer, {
      name: 'School Admissions',
      team: 'admissions',
      mailbox: 'admissions@fennshire.example',
    })
    const sena = await addTeam(doer, {
      name: 'SEN Assessment (SENA)',
      team: 'sena',
      mailbox: 'sena@fennshire.example',
    })
    const virtualSchool = await addTeam(doer, {
      name: 'Virtual School',
      team: 'virtual-school',
      mailbox: 'virtual.school@fennshire.example',
    })
    await importPostcodes(doer, byDistrictWherePossible(postcodes), {
      fileName: 'postcode-areas.csv',
    })
    await importSchools(doer, register, {
      fileName: 'gias-sample.csv',
      authorities: [authority.number],
      kinds: ['secondary'],
    })
    const known = await doer.tx
      .selectFrom('school')
      .innerJoin('organisation', 'organisation.id', 'school.organisation_id')
      .select([
        'organisation.id',
        'organisation.name',
        'organisation.version',
        'school.urn',
        'school.statutory_low_age as lowAge',
        'school.statutory_high_age as highAge',
      ])
      .where('organisation.closed_on', 'is', null)
      .execute()
    await sayHoursOfSchools(doer, chance, known)
    const schools = new Map(known.map(school => [school.urn, school]))
    const partnerships: Partnership[] = []
    for (const { code, district, name } of partnershipNames) {
      const id = await addPartnership(doer, {
        name,
        shortName: code,
        area: district,
        mailbox: `${code.toLowerCase()}@fennshire.example`,
      })
      const members: School[] = []
      for (const row of register.filter(each => each.district === district)) {
        const school = schools.get(row.urn)
        if (!school) continue
        await joinPartnership(doer, {
          schoolId: school.id,
          partnershipId: id,
          on: began,
          decidedBy: 'Governors of the school',
        })
        members.push({
          id: school.id,
          name: school.name,
          lowAge: school.lowAge ?? 11,
          highAge: school.highAge ?? 16,
        })
      }
      const former = code === 'HBEP' ? await withdrawOne(doer, members, today) : undefined
      const staying = members.filter(school => school.id !== former?.id)
      await addClosure(doer, staying[0]?.id ?? null, {
        on: insetDay(today),
        kind: 'inset',
        reason: 'INSET day',
      })
      partnerships.push({ id, code, name, schools: staying, former })
    }
    const providers: string[] = []
    for (const one of providerWords.one)
      for (const two of providerWords.two)
        providers.push(
          await addProvider(doer, {
            name: `${one} ${two}`,
            contactName: 'The office',
            contactEmail: `office@${one}-${two.replaceAll(' ', '-')}.example`.toLowerCase(),
            town: chance.oneOf(partnershipNames).district,
          }),
        )
    return {
      steward,
      authorityId: founded.organisationId,
      admissions,
      sena,
      virtualSchool,
      partnerships,
      providers,
    }
  })
}
