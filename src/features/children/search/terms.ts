import type { IsoDate } from '#domain/dates.ts'
import { foldedName, nameSounds } from '#domain/name-search.ts'
import { asReference, kindOf } from '#domain/reference.ts'
import { asDay } from '#domain/typed-day.ts'
import { asUpn } from '#domain/upn.ts'

/** What a person typed into the search. */
export interface Terms {
  readonly who: string
  readonly birthDate: IsoDate | null
}

/** One word of a name that is looked for, in all the ways it may have been written. */
export type Word = readonly { readonly text: string; readonly sounds: readonly string[] }[]

export interface Wanted {
  readonly upn?: string
  readonly childReference?: number
  readonly referralReference?: number
  readonly birthDate?: IsoDate
  readonly words: readonly Word[]
}

/** What is meant: a UPN, a reference, a date or a name. A name may come with a date of birth. */
export function wantedBy({ who, birthDate }: Terms): Wanted {
  const born = birthDate ? { birthDate } : {}
  const upn = asUpn(who)
  if (upn) return { ...born, upn, words: [] }
  const reference = asReference(who)
  const number = Number(reference?.slice(2))
  if (reference && kindOf(reference) === 'child')
    return { ...born, childReference: number, words: [] }
  if (reference && kindOf(reference) === 'referral')
    return { ...born, referralReference: number, words: [] }
  const day = asDay(who)
  if (day) return { birthDate: day, words: [] }
  return { ...born, words: wordsOf(who) }
}

const most = 6

/** `O Brien` may be on record as `O’Brien`: each word counts as itself and as run together with its neighbours. */
export function wordsOf(who: string): Word[] {
  const words = foldedName(who).split(' ').filter(Boolean).slice(0, most)
  return words.map((word, place) => {
    const [before, after] = [words[place - 1], words[place + 1]]
    const ways = [word, ...(before ? [before + word] : []), ...(after ? [word + after] : [])]
    return ways.map(text => ({ text, sounds: nameSounds(text).filter(Boolean) }))
  })
}
