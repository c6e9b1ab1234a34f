import { z } from 'zod'
import { ethnicities } from '#domain/codes/ethnicity.ts'
import { sexes } from '#domain/codes/sex.ts'
import type { IsoDate } from '#domain/dates.ts'
import { optionalText } from '#platform/forms.ts'
import {
  birthDay,
  optionalChoice,
  optionalPersonName,
  optionalUln,
  optionalUpn,
  personName,
} from '../answers.ts'

/** Names are what their owner says they are; everything else may be unknown. */
export const namesAsked = {
  forename: personName('the forename'),
  surname: personName('the surname'),
  preferredForename: optionalPersonName(),
  preferredSurname: optionalPersonName(),
}

export const yesNoNotKnown = () =>
  z
    .enum(['yes', 'no', 'not-known'], 'Choose yes, no or not known')
    .optional()
    .transform(answer => (answer === 'yes' ? true : answer === 'no' ? false : null))

export const detailsAsked = {
  sex: z.enum(sexes.keys as ['F', 'M', 'U'], 'Choose the sex on the school’s record').optional(),
  uln: optionalUln(),
  ethnicity: optionalChoice(ethnicities.keys),
  firstLanguage: optionalText({ most: 100 }),
  interpreterNeeded: yesNoNotKnown(),
  freeSchoolMeals: yesNoNotKnown(),
  youngCarer: yesNoNotKnown(),
}

export const identityAsked = (today: IsoDate) => ({
  ...namesAsked,
  birthDate: birthDay(today),
  upn: optionalUpn(),
  ...detailsAsked,
})

export const toAnswer = (value: boolean | null | undefined): string =>
  value === null || value === undefined ? 'not-known' : value ? 'yes' : 'no'
