import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { foldedName } from '#domain/name-search.ts'
import { severalLines } from '#domain/plain-text.ts'
import type { Tx } from './database/database.ts'
import type { Answers } from './forms.ts'
import { compactCode, postcodesIn } from './postcodes-in.ts'
import type { Secret } from './secret.ts'

/** A place, as far as it is needed to know it again. */
export interface Place {
  readonly street?: string | null
  readonly postcode?: string | null
}

/**
 * What is kept of a protected place beside its sealed text, so that it can be recognised and not read: its postcode, and
 * its postcode with each name or number of the house (security 3.5, rule 6).
 */
export function tokensOf(secret: Secret, { street, postcode }: Place): Buffer[] {
  const code = postcode ? compactCode(postcode) : undefined
  if (!code) return []
  const key = keyOf(secret)
  return [plainToken(key, code), ...doors(street ?? '').map(door => doorToken(key, code, door))]
}

/**
 * The fields of a form that hold a protected address, each with what to do about it. A field called `postcode` is part of an
 * address: neighbours share it, so there the house must be the same too.
 */
export async function protectedAnswers(
  tx: Tx,
  secret: Secret,
  answers: Answers,
): Promise<Record<string, string>> {
  const [fields = []] = await protectedFields(tx, secret, [answers])
  // An address is one mistake, not two: it is said once.
  const [first] = fields
  return first === undefined
    ? {}
    : Object.fromEntries(
        (fields.includes('postcode') ? ['postcode'] : fields).map(field => [field, message]),
      )
}

/** For each of many forms, or rows of a file, the fields that hold a protected address: two look-ups for all of them. */
export async function protectedFields(
  tx: Tx,
  secret: Secret,
  all: readonly Answers[],
): Promise<string[][]> {
  const key = keyOf(secret)
  const mentions = all.flatMap((answers, at) => codesIn(answers).map(found => ({ at, ...found })))
  const known = await protectedCodes(
    tx,
    key,
    mentions.map(({ code }) => code),
  )
  const held: Set<string>[] = all.map(() => new Set())
  const asked = new Map<string, { readonly at: number; readonly fields: readonly string[] }[]>()
  for (const { at, field, code, alone } of mentions) {
    if (!known.has(code)) continue
    if (!alone) held[at]?.add(field)
    else
      for (const { door, other } of doorsBeside(all[at] ?? {}, field)) {
        const token = doorToken(key, code, door).toString('hex')
        asked.set(token, [...(asked.get(token) ?? []), { at, fields: [field, other] }])
      }
  }
  for (const token of await protectedTokens(tx, [...asked.keys()]))
    for (const { at, fields } of asked.get(token) ?? [])
      for (const field of fields) held[at]?.add(field)
  return held.map(fields => [...fields])
}

const message =
  'This holds an address that is protected. Take it out: it may be kept only where the school keeps the protected address'

/** Whether any of the texts holds a protected postcode, whoever reads it: for messages that leave. */
export async function holdsProtected(
  tx: Tx,
  secret: Secret,
  texts: readonly string[],
): Promise<boolean> {
  const codes = texts.flatMap(text => postcodesIn(text).map(({ code }) => code))
  return (await protectedCodes(tx, keyOf(secret), codes)).size > 0
}

/** The text without protected postcodes that the reader of this transaction may not know. Mostly there is none to look for. */
export async function withoutProtected(tx: Tx, secret: Secret, text: string): Promise<string> {
  const places = postcodesIn(text).filter(({ at }) => !isOrdinary(text, at))
  if (places.length === 0) return text
  const key = keyOf(secret)
  const tokens = new Map(places.map(({ code }) => [plainToken(key, code).toString('hex'), code]))
  const { rows } = await sql<{
    token: Buffer
  }>`select onroll.tokens_protected_from_me(${hexes([...tokens.keys()])}) as token`.execute(tx)
  if (rows.length === 0) return text
  const hidden = new Set(rows.map(({ token }) => tokens.get(token.toString('hex'))))
  return places
    .filter(({ code }) => hidden.has(code))
    .reduceRight(
      (kept, { at, length }) => kept.slice(0, at) + withheld + kept.slice(at + length),
      text,
    )
}

/** The postcode of an ordinary address, shown or asked as such, is nobody’s secret: a protected child has none. */
const isOrdinary = (text: string, at: number) =>
  /(?: data-postcode="ordinary">|<input[^<>]* name="postcode"[^<>]* value=")$/.test(
    text.slice(Math.max(0, at - 300), at),
  )
const withheld = '(withheld)'

interface Mention {
  readonly field: string
  readonly code: string
  /** It is the whole of a postcode field, and so only half of an address. */
  readonly alone: boolean
}

function codesIn(answers: Answers): Mention[] {
  return Object.entries(answers).flatMap(([field, value]): Mention[] => {
    if (field.startsWith('_')) return []
    const text = [value ?? ''].flat().join('\n').normalize('NFKC')
    if (!/\d/.test(text) || !/[a-z]/i.test(text)) return []
    const clean = severalLines(text)
    const alone = field === 'postcode' ? compactCode(clean) : undefined
    if (alone) return [{ field, code: alone, alone: true }]
    return postcodesIn(clean).map(({ code }) => ({ field, code, alone: false }))
  })
}

const doorsBeside = (answers: Answers, postcodeField: string) =>
  Object.entries(answers).flatMap(([other, value]) =>
    other === postcodeField || other.startsWith('_')
      ? []
      : doors(severalLines([value ?? ''].flat().join('\n')))
          .slice(0, 20)
          .map(door => ({ door, other })),
  )

/** Those of the postcodes that are protected. */
async function protectedCodes(tx: Tx, key: Buffer, codes: readonly string[]): Promise<Set<string>> {
  const tokens = new Map(
    [...new Set(codes)].map(code => [plainToken(key, code).toString('hex'), code]),
  )
  const found = await protectedTokens(tx, [...tokens.keys()])
  return new Set(found.flatMap(token => tokens.get(token) ?? []))
}

/** By what a house is known in its street: each number, and the words before the first comma or line end. */
function doors(street: string): string[] {
  const numbers = street.match(/\b\d{1,5}[a-z]?\b/gi)?.map(number => number.toLowerCase()) ?? []
  const name = foldedName(street.split(/[,\n]/)[0] ?? '').replace(/^\d.*$/, '')
  return [...new Set([...numbers, ...(name ? [name] : [])])]
}

const plainToken = (key: Buffer, code: string) => hmac(key, `postcode ${code}`)
const doorToken = (key: Buffer, code: string, door: string) => hmac(key, `door ${code} ${door}`)
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const keyOf = (secret: Secret) => secret.key('protected-location-token')

async function protectedTokens(tx: Tx, tokens: readonly string[]): Promise<string[]> {
  if (tokens.length === 0) return []
  const { rows } = await sql<{
    token: Buffer
  }>`select onroll.tokens_protected(${hexes(tokens)}) as token`.execute(tx)
  return rows.map(({ token }) => token.toString('hex'))
}

const hexes = (tokens: readonly string[]) =>
  sql`(select array_agg(decode(t, 'hex')) from unnest(${tokens}::text[]) t)`
