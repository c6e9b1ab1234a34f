import { z } from 'zod'
import { localAuthorities } from '#domain/codes/local-authority.ts'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'
import { asEmailAddress } from '#domain/email-address.ts'
import { asPersonName, whyNotPersonName } from '#domain/person-name.ts'
import { asPostcode, whyNotPostcode } from '#domain/postcode.ts'
import { asUln, whyNotUln } from '#domain/uln.ts'
import { asUpn, whyNotUpn } from '#domain/upn.ts'
import { ageOn } from '#domain/year-group.ts'
import { pastDay, text } from '#platform/forms.ts'

/** A name that must be given; `thing` completes “Enter …”. */
export const personName = (thing: string) =>
  z.string(`Enter ${thing}`).transform((typed, context) => {
    const name = asPersonName(typed)
    if (name) return name as string
    const why = whyNotPersonName(typed) ?? ''
    context.addIssue({ code: 'custom', message: why === 'Enter a name' ? `Enter ${thing}` : why })
    return z.NEVER
  })

export const optionalPersonName = () => whenGiven(asPersonName, whyNotPersonName)
export const optionalUpn = () => whenGiven(asUpn, whyNotUpn)
export const optionalUln = () => whenGiven(asUln, whyNotUln)
export const optionalPostcode = () => whenGiven(asPostcode, whyNotPostcode)
export const optionalEmail = () =>
  whenGiven(
    asEmailAddress,
    () => 'Enter an email address in the correct format, like name@example.com',
  )
export const optionalTelephone = () =>
  whenGiven(
    typed => (/^\+?[\d ()-]{6,24}$/.test(typed.trim()) ? typed.trim() : undefined),
    () => 'Enter a telephone number, like 01632 960 001 or +44 808 157 0192',
  )

function whenGiven<T extends string>(
  read: (typed: string) => T | undefined,
  why: (typed: string) => string | undefined,
) {
  return z
    .string()
    .optional()
    .transform((typed, context): string | null => {
      if (!typed?.trim()) return null
      const value = read(typed)
      if (value !== undefined) return value
      context.addIssue({ code: 'custom', message: why(typed) ?? 'This is not right' })
      return z.NEVER
    })
}

export const birthDay = (today: IsoDate) =>
  pastDay('the date of birth', today).refine(
    date => ageOn(date, today) <= 25,
    'The date of birth must be less than 26 years ago',
  )

/** One of a closed list, or nothing. */
export const optionalChoice = (keys: readonly string[]) =>
  z
    .string()
    .optional()
    .transform(answer => answer || null)
    .pipe(z.string().nullable())
    .refine(answer => answer === null || keys.includes(answer), 'Choose from the list')

export const authorityChoice = () => optionalChoice(localAuthorities.keys)

export const reasonForCorrection = () => text('Enter why you are correcting this', { most: 500 })

export const asIsoDate = (text: string | null | undefined): IsoDate | null =>
  text && isIsoDate(text) ? text : null
