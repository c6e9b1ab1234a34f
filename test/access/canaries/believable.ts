import { createHash } from 'node:crypto'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { dayInWords, shortDayInWords } from '#domain/london-time.ts'
import { upnCheckLetter } from '#domain/upn.ts'
import { sealLocation } from '#features/children/protected/sealed-location.ts'
import { tokensOf } from '#platform/protected-guard.ts'
import type { Secret } from '#platform/secret.ts'
import { dice } from '../world/dice.ts'
import type { Table, World } from '../world/world.ts'
import type { Mint } from './mint.ts'

type Values = Record<string, unknown>

/**
 * What a generated world leaves open in a shape that pages can show, with a mark in each field: texts where only a text
 * of a certain form may stand, snapshots in JSON, sealed places, numbers and days of birth.
 */
export function makeBelievable({ rows, today }: World, mint: Mint, secret: Secret) {
  const chance = dice(rows.child.length)
  const each = <T extends Table>(table: T, change: (row: Values, at: number) => Values) => {
    for (const [at, row] of (rows[table] as Values[]).entries()) Object.assign(row, change(row, at))
  }
  const text = (table: Table, row: Values, ...columns: string[]) =>
    Object.fromEntries(columns.map(column => [column, mint.text(table, row, column)]))
  const address = (table: Table, row: Values, column: string) => ({
    [column]: `${mint.text(table, row, column)}@example.org`,
  })
  const reference = (table: Table, row: Values) => ({
    reference: mint.number(table, row, 'reference', 70_000_000),
  })
  const born = (row: Values, table: Table, column: string) => {
    const date = row[column] as IsoDate | null | undefined
    for (const words of date ? spellingsOf(date) : []) mint.put(words, { table, column, row })
  }
  const upn = (table: Table, row: Values, column: string) => {
    const digits = String(mint.number(table, row, column, 900_000_000_000))
    const number = `${upnCheckLetter(digits)}${digits}`
    mint.put(number, { table, column, row })
    return { [column]: number }
  }

  each('organisation', row => ({
    ...text('organisation', row, 'name'),
    ...address('organisation', row, 'mailbox'),
  }))
  each('user_account', row => ({
    password_hash: `$argon2id$v=19$m=19456,t=2,p=1$${mint.text('user_account', row, 'password_hash')}A$${'A'.repeat(43)}`,
    ...text('user_account', row, 'name'),
    ...address('user_account', row, 'email'),
  }))
  each('provider', row => address('provider', row, 'contact_email'))
  each('message', (row, at) => ({
    ...text('message', row, 'subject', 'body'),
    ...address('message', row, 'address'),
    kind: at % 2 === 0 ? 'invitation' : 'notice',
  }))
  each('child', row => {
    born(row, 'child', 'birth_date')
    return { ...reference('child', row), ...upn('child', row, 'upn') }
  })
  each('proposed_change', (row, at) => {
    if (row['new_birth_date']) row['new_birth_date'] = addDays(today, -5000 - at)
    born(row, 'proposed_change', 'new_birth_date')
    return row['kind'] === 'upn' ? upn('proposed_change', row, 'new_upn') : {}
  })
  each('referral', row => ({
    ...reference('referral', row),
    ...text('referral', row, 'reason', 'strengths', 'child_voice', 'parent_voice', 'attainment'),
  }))
  each('meeting', row => reference('meeting', row))
  each('question', row => ({ ...reference('question', row), ...text('question', row, 'words') }))
  each('decision', (row, at) => ({
    ...reference('decision', row),
    ...text('decision', row, 'reasons'),
    code: at % 2 === 0 ? 'managed-move' : 'no-further-action',
  }))
  each('fair_access_case', row => ({
    ...text('fair_access_case', row, 'criteria_reason'),
    category: 'carers',
  }))
  each('top_up', row => ({ amount_pence: mint.number('top_up', row, 'amount_pence', 81_000_000) }))
  each('contact', row => ({ ...address('contact', row, 'email'), no_contact: chance.chance(0.3) }))
  each('finding', (row, at) => ({
    rule: at % 2 === 0 ? 'RTE-06' : 'FA-01',
    basis: 'law',
    values: { note: mint.text('finding', row, 'values') },
  }))
  each('correction', row => ({ before: { note: mint.text('correction', row, 'before') } }))
  each('case_event', row => ({ detail: { reason: mint.text('case_event', row, 'detail') } }))
  each('child_lookup', row => ({
    terms: { who: mint.text('child_lookup', row, 'terms'), birthDate: null },
    draft: draftOf(mint.text('child_lookup', row, 'draft'), today),
  }))
  each('referral_version', row => {
    const content = sentContent(column => mint.text('referral_version', row, column))
    return { content, hash: createHash('sha256').update(JSON.stringify(content)).digest('hex') }
  })
  each('pack_item', row => ({
    content: packContent(column => mint.text('pack_item', row, column)),
  }))
  each('file', (row, at) => ({
    ...text('file', row, 'name'),
    media_type: at % 2 === 0 ? 'text/plain' : 'image/png',
    purpose: 'attachment',
  }))
  each('import_batch', (row, at) => {
    const heading = mint.text('import_batch', row, 'headers')
    return {
      ...text('import_batch', row, 'file_name'),
      headers: [heading],
      status: ['uploaded', 'matched', 'checked', 'failed', 'imported'][at % 5],
    }
  })
  each('import_row', row => ({
    cells: { heading: mint.text('import_row', row, 'cells') },
    problems: [{ problem: mint.text('import_row', row, 'problems') }],
    warnings: [{ problem: mint.text('import_row', row, 'warnings') }],
  }))
  each('protected_location', row => {
    const mark = () => mint.text('protected_location', row, 'sealed')
    const postcode = `ZE${chance.number(10, 99)} ${chance.number(1, 9)}QQ`
    for (const way of [postcode, postcode.replace(' ', '')])
      mint.put(way, { table: 'protected_location', column: 'sealed', row })
    const place = {
      place: mark(),
      street: `12 ${mark()}`,
      town: mark(),
      postcode,
      telephone: mark(),
      note: mark(),
    }
    return {
      sealed: `\\x${sealLocation(secret, String(row['id']), place).toString('hex')}`,
      key_number: 1,
      tokens: tokensOf(secret, place).map(token => `\\x${token.toString('hex')}`),
    }
  })
  each('article', row => text('article', row, 'title', 'summary', 'body'))
  each('article', row => ({ plain: row['body'] }))
  each('rule_parameter', row => ({
    parameter: 'P-OSD-NOTICE',
    value: 5,
    ...text('rule_parameter', row, 'source', 'why'),
  }))
  each('rule_reading', row => text('rule_reading', row, 'because'))
  each('session', row => text('session', row, 'device'))
  each('care_status', row =>
    row['authority'] === 'elsewhere' ? text('care_status', row, 'authority') : {},
  )
  each('gias_import', row =>
    row['changes']
      ? {
          changes: {
            added: [{ urn: '100001', name: mint.text('gias_import', row, 'changes') }],
            changed: [],
            converted: [],
            closed: [],
          },
        }
      : {},
  )
  each('rule_parameter', row =>
    row['preview']
      ? { preview: { asOf: today, cases: 1, appear: [], change: [], vanish: [] } }
      : {},
  )
}

/** A day as pages and files write it. */
export const spellingsOf = (date: IsoDate) => [date, dayInWords(date), shortDayInWords(date)]

/** What somebody was about to add, as far as the stop before it. */
const draftOf = (mark: string, today: IsoDate) => ({
  forename: mark,
  surname: mark,
  birthDate: '2014-02-03',
  upn: null,
  sex: null,
  rollFrom: today,
  yearGroup: 7,
})

const sentContent = (text: (column: string) => string) => ({
  sections: [
    {
      key: 'reason',
      title: 'Reason',
      answers: [{ question: 'Why?', answer: text('content') }],
      rows: [{ title: 'A step', answers: [{ question: 'What?', answer: text('content') }] }],
    },
  ],
})

const packContent = (text: (column: string) => string) => ({
  reference: 1,
  kind: 'school',
  child: text('content'),
  yearGroup: 8,
  referredBy: text('content'),
  askedFor: 'tier-3',
  tier: 3,
  summary: text('content'),
  needs: text('content'),
  reason: text('content'),
  strengths: text('content'),
  childVoice: text('content'),
  parentVoice: text('content'),
  tried: [{ what: text('content'), impact: text('content') }],
  attendance: [],
  exclusions: [],
  category: null,
})
