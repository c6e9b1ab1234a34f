import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/canonical-json.ts'
import { answerWords } from './fields.ts'
import { type Answer, recordRows } from './record-rows.ts'
import type { ReferralForm } from './referral-form.query.ts'
import { rowSpecs } from './rows.ts'
import { type Section, sections } from './sections.ts'

export type { Answer } from './record-rows.ts'

/** One section as it was sent: what was asked, in those words, and what was answered. */
export interface SentSection {
  readonly key: string
  readonly title: string
  readonly answers: readonly Answer[]
  readonly rows: readonly { readonly title: string; readonly answers: readonly Answer[] }[]
}
export interface Content {
  readonly sections: readonly SentSection[]
}

/** The whole referral in words: shown on “check your answers”, and frozen when it is sent. */
export const contentOf = (form: ReferralForm): Content => ({
  sections: sections.map(section => sectionContent(section, form)),
})

export const sectionContent = (section: Section, form: ReferralForm): SentSection => ({
  key: section.key,
  title: section.title,
  answers: [
    ...section.fields.flatMap(field => {
      const words = answerWords(field, form.referral[field.name])
      return words === undefined ? [] : [{ question: field.label, answer: words }]
    }),
    ...(section.record ? recordRows[section.record](form.child) : []),
    ...(section.key === 'attachments'
      ? form.files.map(({ name }) => ({ question: 'File', answer: name }))
      : []),
  ],
  rows: section.rows
    ? form.rows[section.rows].map(row => {
        const { fields, nameOf } = rowSpecs[section.rows ?? 'steps']
        return {
          title: nameOf(row),
          answers: fields.flatMap(field => {
            const words = answerWords(field, row[field.name])
            return words === undefined ? [] : [{ question: field.label, answer: words }]
          }),
        }
      })
    : [],
})

/** The fingerprint of a version: of its exact words, so that it can be shown that they are the ones that were sent. */
export const hashOf = (content: Content): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

export interface Difference {
  readonly section: string
  readonly question: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/** What the second says that the first did not, question by question. */
export function differences(before: Content, after: Content): Difference[] {
  const old = flat(before)
  const fresh = flat(after)
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap(key => {
    const [from, to] = [old.get(key), fresh.get(key)]
    if (from?.answer === to?.answer) return []
    const { section, question } = (to ?? from) as { section: string; question: string }
    return [{ section, question, from: from?.answer, to: to?.answer }]
  })
}

function flat(content: Content) {
  const all = new Map<string, { section: string; question: string; answer: string }>()
  const add = (section: string, question: string, answer: string) => {
    const key = `${section}\n${question}`
    const earlier = all.get(key)
    all.set(key, { section, question, answer: earlier ? `${earlier.answer}\n${answer}` : answer })
  }
  for (const { title, answers, rows } of content.sections) {
    for (const { question, answer } of answers) add(title, question, answer)
    for (const row of rows)
      for (const { question, answer } of row.answers)
        add(title, `${row.title}: ${question}`, answer)
  }
  return all
}
