import { schoolYearOf } from '#domain/academic-year.ts'
import { addDays, type IsoDate, isoDate } from '#domain/dates.ts'
import {
  addAgency,
  addContact,
  addTopUp,
  setAddress,
  setCareStatus,
  setSpecialNeeds,
} from '#features/children/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from './chance.ts'
import type { Telling } from './children.ts'
import { schoolYearBegins } from './days.ts'
import { forenames, streets } from './names.ts'

/** Home, parents and what is told of needs, care and agencies, as a school or Admissions enters them. */
export async function settle(
  doer: Doer,
  chance: Chance,
  {
    childId,
    surname,
    outward,
    since,
    telling,
    today,
  }: {
    childId: string
    surname: string
    outward: string
    since: IsoDate
    telling: Telling
    today: IsoDate
  },
) {
  const {
    needs = chance.happens(0.2) ? 'sen-support' : 'none',
    care = 'never',
    livesIn = 'here',
  } = telling
  await setAddress(doer, {
    childId,
    fromOn: since,
    street: `${chance.between(1, 99)} ${chance.oneOf(streets)}`,
    town: 'Fennshire',
    ...(livesIn === 'here'
      ? {
          postcode: `${outward} ${chance.between(1, 9)}${chance.oneOf(['AA', 'AB', 'AD', 'BE', 'BH'])}`,
        }
      : { homeAuthority: livesIn }),
    ...(telling.movedFrom ? { homeAuthority: 'fennshire', homeAreaId: telling.movedFrom } : {}),
  })
  await addContact(doer, {
    childId,
    name: `${chance.oneOf(forenames.F)} ${surname}`,
    relationship: 'Mother',
    parentalResponsibility: true,
    livesWithChild: true,
    telephone: `01632 960${String(chance.between(0, 999)).padStart(3, '0')}`,
  })
  if (telling.noContactParent)
    await addContact(doer, {
      childId,
      name: `${chance.oneOf(forenames.M)} ${surname}`,
      relationship: 'Father',
      parentalResponsibility: true,
      livesWithChild: false,
      noContact: true,
      noContactReason: 'Court order: ask the safeguarding lead',
    })
  if (needs !== 'not known')
    await setSpecialNeeds(doer, {
      childId,
      status: needs,
      fromOn: since,
      source: 'school',
      ...(needs === 'none' ? {} : { primaryNeed: 'SEMH' }),
      ...(needs === 'ehcp' ? { maintainingAuthority: telling.needsAuthority ?? 'fennshire' } : {}),
    })
  if (telling.lapsedTopUp) {
    const last = schoolYearBegins(today) - 1
    await addTopUp(doer, {
      childId,
      schoolYear: schoolYearOf(isoDate(`${last}-10-01`)),
      amountPence: 300_000,
      fromOn: isoDate(`${last}-09-01`),
      toOn: isoDate(`${last + 1}-08-31`),
      grantedBy: 'SENA',
    })
  }
  if (telling.topUp)
    await addTopUp(doer, {
      childId,
      schoolYear: schoolYearOf(doer.today),
      amountPence: 420_000,
      fromOn: isoDate(`${schoolYearBegins(doer.today)}-09-01`),
      toOn: isoDate(`${schoolYearBegins(doer.today) + 1}-08-31`),
      grantedBy: 'SENA',
    })
  if (care !== 'not known')
    await setCareStatus(doer, {
      childId,
      source: 'school',
      fromOn: addDays(since, 1),
      ...careOf(care),
    })
  if (doer.me.role !== 'admissions' && chance.happens(0.15))
    await addAgency(doer, {
      childId,
      agency: 'Early Help',
      status: 'open',
      fromOn: addDays(doer.today, -chance.between(20, 200)),
    })
}

function careOf(care: Exclude<Telling['care'], 'not known' | undefined>) {
  if (care === 'never') return { status: 'never-looked-after' } as const
  if (care === 'previously')
    return { status: 'previously-looked-after', authority: 'fennshire' } as const
  if (care === 'own')
    return {
      status: 'looked-after',
      authority: 'fennshire',
      socialWorker: 'Duty desk, children’s services',
      virtualSchoolContact: 'Virtual School, Fennshire',
    } as const
  if (care === 'other')
    return { status: 'looked-after', authority: 'rutland', placedInAuthority: 'fennshire' } as const
  return {
    status: 'looked-after',
    authority: 'rutland',
    placedInAuthority: 'fennshire',
    socialWorker: 'Duty desk, Rutland',
    virtualSchoolContact: 'Virtual School, Rutland',
  } as const
}
