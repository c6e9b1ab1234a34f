import { ethnicities } from '#domain/codes/ethnicity.ts'
import { sendNeeds } from '#domain/codes/send-need.ts'
import { sendProvisions } from '#domain/codes/send-provision.ts'
import { foldedName } from '#domain/name-search.ts'

// What schools' systems write for the same thing: a code, its name, or an older word.

export const registration = (text: string) =>
  ({
    c: 'current',
    single: 'current',
    m: 'main',
    'dual main': 'main',
    main: 'main',
    s: 'subsidiary',
    'dual subsidiary': 'subsidiary',
    subsidiary: 'subsidiary',
  })[text.toLowerCase()] as 'current' | 'main' | 'subsidiary' | undefined

export function specialNeeds(text: string): string | undefined {
  const typed = text.toLowerCase()
  const said = sendProvisions.all.find(
    ({ key, name, word }) =>
      key.toLowerCase() === typed || name.toLowerCase() === typed || word === typed,
  )
  if (said) return said.word
  if (/^(ehc|ehcp|ehc plan|education, health and care plan)$/.test(typed)) return 'ehcp'
  if (/^(none|no|no sen|no special educational needs)$/.test(typed)) return 'none'
  return /^sen support$/.test(typed) ? 'sen-support' : undefined
}

export const primaryNeed = (text: string): string | undefined =>
  sendNeeds.all.find(
    ({ key, name }) => key === text.toUpperCase() || foldedName(name) === foldedName(text),
  )?.key

// Schools keep finer codes than the main list; each is four capital letters.
export const ethnicity = (text: string): string | undefined =>
  ethnicities.all.find(
    ({ key, name }) => key === text.toUpperCase() || foldedName(name) === foldedName(text),
  )?.key ?? (/^[A-Z]{4}$/.test(text) ? text : undefined)
