import type { IsoDate } from '#domain/dates.ts'
import type { CareFacts, Pupil, Roll, SendFacts } from '#rules/facts.ts'
import type { CaseRows } from './case-rows.query.ts'

/** What is read of a child, whichever question to the database it came with. */
type ChildRows = Pick<
  CaseRows,
  'children' | 'enrolments' | 'addresses' | 'contacts' | 'specialNeeds' | 'topUps' | 'care'
> & { readonly referrals: readonly CaseRows['referrals'][number][] }

type Dated = { readonly from_on: IsoDate; readonly to_on: IsoDate | null }

/**
 * Children as the rules read them. What nobody has recorded stays absent: only a row, or a plain answer at the gate of
 * the referral, makes something known.
 */
export function pupilsFrom(rows: ChildRows, today: IsoDate): Pupil[] {
  const of = <T extends { child_id: string | null }>(list: readonly T[]) =>
    Map.groupBy(list, ({ child_id }) => child_id)
  const enrolments = of(rows.enrolments)
  const addresses = of(rows.addresses)
  const contacts = of(rows.contacts)
  const needs = of(rows.specialNeeds)
  const topUps = of(rows.topUps)
  const care = of(rows.care)
  const referrals = of(rows.referrals)
  return rows.children.map(({ id, birth_date }) => {
    const rolls = enrolments.get(id)
    const home = inForce(addresses.get(id), today)
    const gate = referrals.get(id) ?? []
    const send = sendFrom(
      inForce(needs.get(id), today),
      topUps.get(id),
      gate.map(each => each.gate_special_needs),
    )
    const looked = careFrom(inForce(care.get(id), today))
    const year = inForce(rolls, today)?.year_group
    const parents = contacts.get(id)
    const onNoRoll = gate.some(each => each.gate_on_roll === 'nowhere')
    return {
      id,
      birthDate: birth_date,
      ...(year == null ? {} : { yearGroup: year }),
      ...(home?.home_authority ? { homeAuthority: home.home_authority } : {}),
      ...(home?.home_area_id ? { homeArea: home.home_area_id } : {}),
      ...(rolls || onNoRoll ? { rolls: (rolls ?? []).map(rollFrom) } : {}),
      ...(send ? { send } : {}),
      ...(looked ? { care: looked } : {}),
      ...(parents
        ? {
            parents: parents.map(({ id: person, parental_responsibility }) => ({
              id: person,
              ...(parental_responsibility === null
                ? {}
                : { parentalResponsibility: parental_responsibility }),
            })),
          }
        : {}),
    }
  })
}

/** The row that holds on the day; of several, the one that began last. */
export const inForce = <T extends Dated>(
  list: readonly T[] | undefined,
  day: IsoDate,
): T | undefined =>
  list
    ?.filter(({ from_on, to_on }) => from_on <= day && (to_on === null || day <= to_on))
    .reduce<T | undefined>(
      (best, row) => (best === undefined || row.from_on > best.from_on ? row : best),
      undefined,
    )

const registrations = { current: 'single', main: 'main', subsidiary: 'subsidiary' } as const

const rollFrom = (row: CaseRows['enrolments'][number]): Roll => ({
  school: row.school_id,
  from: row.from_on,
  ...(row.to_on ? { to: row.to_on } : {}),
  registration: registrations[row.kind],
})

function sendFrom(
  row: CaseRows['specialNeeds'][number] | undefined,
  topUps: CaseRows['topUps'] | undefined,
  gate: readonly (string | null)[],
): SendFacts | undefined {
  // A school that answered “none” or “SEN support” was also offered “top-up”, and did not choose it.
  const saidNone = gate.some(answer => answer === 'none' || answer === 'sen-support')
  const known =
    topUps?.map(({ school_year, amount_pence }) => ({
      schoolYear: school_year,
      amountPence: Number(amount_pence),
    })) ?? (saidNone || row?.status === 'none' ? [] : undefined)
  if (!row) return known ? { topUps: known } : undefined
  return {
    status: row.status,
    ...(row.status === 'ehcp' && row.maintaining_authority
      ? { ehcpAuthority: row.maintaining_authority }
      : {}),
    ...(known ? { topUps: known } : {}),
  }
}

function careFrom(row: CaseRows['care'][number] | undefined): CareFacts | undefined {
  if (!row) return undefined
  return {
    status: row.status,
    ...(row.authority ? { authority: row.authority } : {}),
    from: row.from_on,
    ...(row.to_on ? { to: row.to_on } : {}),
    ...(row.has_virtual_school_contact ? { virtualSchoolContact: 'recorded' } : {}),
    ...(row.has_social_worker ? { socialWorkerContact: 'recorded' } : {}),
  }
}
