import { asLocalAuthority } from '#domain/codes/local-authority.ts'
import { asSex } from '#domain/codes/sex.ts'
import type { IsoDate } from '#domain/dates.ts'
import { asEmailAddress } from '#domain/email-address.ts'
import { asNameInParts, asPersonName, whyNotPersonName } from '#domain/person-name.ts'
import { asPostcode, whyNotPostcode } from '#domain/postcode.ts'
import { asDay } from '#domain/typed-day.ts'
import { asUln, whyNotUln } from '#domain/uln.ts'
import { asUpn, whyNotUpn } from '#domain/upn.ts'
import { ageOn, asYearGroup } from '#domain/year-group.ts'
import { asYesNo } from '#domain/yes-no.ts'
import { type CellsReader, quoted } from '../row.ts'
import { ethnicity, primaryNeed, registration, specialNeeds } from './code-words.ts'

type Answer<T> = T | null | undefined
export interface FileContact {
  readonly name: string
  readonly relationship: Answer<string>
  readonly responsibility: Answer<boolean>
  readonly telephone: Answer<string>
  readonly email: Answer<string>
}

/** A row of the file as it is meant. What is undefined has no column; what is null has an empty cell. */
export function readChildRow(cells: CellsReader, today: IsoDate) {
  const { raw, read } = cells
  const yesNo = (field: string) =>
    read(field, asYesNo, text => `${quoted(text)} is not yes or no. Write Yes or No`)
  const text = (field: string, most = 200) =>
    read(
      field,
      typed => (typed.length <= most ? typed : undefined),
      () => `This is longer than ${most} characters. Shorten it`,
    )
  const person = (field: string) =>
    read(
      field,
      typed => asPersonName(typed) as string | undefined,
      typed => whyNotPersonName(typed) ?? '',
    )
  const date = (field: string) =>
    read(field, asDay, typed => `${quoted(typed)} is not a real date. Write it like 31/12/2012`)
  const authority = (field: string) =>
    read(
      field,
      typed => asLocalAuthority(typed)?.key,
      typed =>
        `${quoted(typed)} is no authority that Onroll knows. Write its name, or its three-digit number`,
    )
  return {
    upn: read('upn', asUpn, typed => `${whyNotUpn(typed)}. Correct it, or leave the cell empty`),
    uln: read('uln', asUln, typed => `${whyNotUln(typed)}. Correct it, or leave the cell empty`),
    ...names(cells, person),
    preferredForename: person('preferredForename'),
    preferredSurname: person('preferredSurname'),
    birthDate: birthDate(cells, date, today),
    sex: read('sex', asSex, typed => `${quoted(typed)} is not F, M or U`),
    yearGroup: read(
      'yearGroup',
      asYearGroup,
      typed => `${quoted(typed)} is not a year group. Write it like 9, Y9 or R`,
    ),
    enrolledOn: enrolledOn(cells, date, today),
    registration: read(
      'registration',
      registration,
      typed => `${quoted(typed)} is not a registration. Write C, M or S`,
    ),
    school: raw('school'),
    street: text('street', 300),
    town: text('town', 100),
    postcode: read(
      'postcode',
      asPostcode,
      typed => `${whyNotPostcode(typed)}. Correct it, or leave the cell empty`,
    ),
    specialNeeds: read(
      'specialNeeds',
      specialNeeds,
      typed => `${quoted(typed)} is not a SEN status. Write N (none), K (SEN support) or E (EHCP)`,
    ),
    primaryNeed: read(
      'primaryNeed',
      primaryNeed,
      typed => `${quoted(typed)} is not a type of need. Write its code, like SEMH`,
    ),
    ehcpAuthority: authority('ehcpAuthority'),
    lookedAfter: yesNo('lookedAfter'),
    careAuthority: authority('careAuthority'),
    ethnicity: read(
      'ethnicity',
      ethnicity,
      typed => `${quoted(typed)} is not an ethnicity code. Write the census code, like WBRI`,
    ),
    firstLanguage: text('firstLanguage', 100),
    freeSchoolMeals: yesNo('freeSchoolMeals'),
    youngCarer: yesNo('youngCarer'),
    contacts: [1, 2].flatMap(number => contact(cells, number, { person, text, yesNo })),
  }
}
export type ChildRow = ReturnType<typeof readChildRow>

function names({ raw, wrong }: CellsReader, person: (field: string) => Answer<string>) {
  const full = raw('name')
  const parts = full ? asNameInParts(full) : undefined
  if (full && !parts && (!raw('forename') || !raw('surname')))
    wrong(
      'name',
      `${quoted(full)} cannot be parted into forename and surname for certain. Write it as “Surname, Forename”, or use two columns`,
    )
  const forename = person('forename') ?? parts?.forename ?? null
  const surname = person('surname') ?? parts?.surname ?? null
  if (!full && forename === null && !raw('forename')) wrong('forename', 'The forename is missing')
  if (!full && surname === null && !raw('surname')) wrong('surname', 'The surname is missing')
  return { forename: forename as string | null, surname: surname as string | null }
}

function birthDate(
  { raw, wrong }: CellsReader,
  date: (field: string) => Answer<IsoDate>,
  today: IsoDate,
) {
  const born = date('birthDate')
  if (raw('birthDate') === null) wrong('birthDate', 'The date of birth is missing')
  if (born && born > today) wrong('birthDate', 'The date of birth is in the future')
  else if (born && ageOn(born, today) > 25)
    wrong('birthDate', 'The date of birth is more than 25 years ago')
  return born
}

function enrolledOn(
  { wrong }: CellsReader,
  date: (field: string) => Answer<IsoDate>,
  today: IsoDate,
) {
  const from = date('enrolledOn')
  if (from && Number(from.slice(0, 4)) > Number(today.slice(0, 4)) + 1)
    wrong('enrolledOn', 'The first day on roll is more than a year ahead')
  return from
}

function contact(
  { raw, wrong, read }: CellsReader,
  number: number,
  ask: {
    person: (field: string) => Answer<string>
    text: (field: string, most?: number) => Answer<string>
    yesNo: (field: string) => Answer<boolean>
  },
): FileContact[] {
  const field = (part: string) => `contact${number}${part}`
  const said = {
    relationship: ask.text(field('Relationship'), 100),
    responsibility: ask.yesNo(field('Responsibility')),
    telephone: read(
      field('Telephone'),
      typed => (/^\+?[\d ()/-]{6,24}$/.test(typed) ? typed : undefined),
      typed => `${quoted(typed)} is not a telephone number. Write one number, without words`,
    ),
    email: read(
      field('Email'),
      typed => asEmailAddress(typed),
      typed => `${quoted(typed)} is not an email address`,
    ),
  }
  const name = ask.person(field('Name'))
  if (name) return [{ name, ...said }]
  const orphan = ['Relationship', 'Telephone', 'Email'].find(part => raw(field(part)))
  if (orphan && !raw(field('Name')))
    wrong(
      field(orphan),
      `There is a contact ${number} without a name. Add the name, or leave this cell empty`,
    )
  return []
}
