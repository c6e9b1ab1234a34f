import { z } from 'zod'
import { severalLines } from '#domain/plain-text.ts'
import {
  type Grade,
  gradeWords,
  type InterviewKind,
  interviewKinds,
  isItem,
  type Section,
  sections,
} from '../words.ts'

/** One thing that a visitor writes down, whether from a form or from what a device kept. */
export type Entry = { readonly at: Date | undefined } & (
  | {
      readonly what: 'item'
      readonly section: Section
      /** Of the grid; or else words of one's own. */
      readonly item: string | null
      readonly freeWords: string | null
      readonly note: string | null
    }
  | {
      readonly what: 'interview'
      readonly kind: InterviewKind
      readonly job: string | null
      readonly people: number
      readonly note: string | null
    }
  | {
      readonly what: 'judgement'
      readonly section: Section
      readonly grade: Grade
      readonly judgement: string
      /** The version that the writer saw; 0 where there was none. */
      readonly base: number
    }
)

const typed = (most: number) =>
  z
    .string()
    .optional()
    .transform(answer => severalLines(answer ?? ''))
    .pipe(z.string().max(most, `Use ${most.toLocaleString('en-GB')} characters or fewer`))

const judged = Object.fromEntries(
  sections.flatMap(section => [
    [`grade-${section}`, typed(20)],
    [`judgement-${section}`, typed(4000)],
    [`base-${section}`, typed(10)],
  ]),
) as Record<`${'grade' | 'judgement' | 'base'}-${Section}`, ReturnType<typeof typed>>

/** The names are those of the phone's page, where the forms of all areas stand together. */
export const entrySchema = z
  .object({
    what: z.string(),
    at: typed(40),
    item: typed(20),
    free: typed(300),
    note: typed(4000),
    kind: typed(20),
    job: typed(200),
    people: typed(10),
    said: typed(4000),
    ...judged,
  })
  .transform((answers, context): Entry => {
    const wrong = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message })
    }
    const entry = asEntry(answers, wrong)
    return entry ?? z.NEVER
  })

type Typed = { readonly [name: string]: string }
type Wrong = (field: string, message: string) => void

function asEntry(answers: Typed, wrong: Wrong): Entry | undefined {
  const at = momentOf(answers['at'])
  const what = answers['what'] ?? ''
  if (what === 'item') return itemOf(answers, at, wrong)
  if (what === 'interview') return interviewOf(answers, at, wrong)
  const section = sections.find(each => what === `judgement-${each}`)
  if (section) return judgementOf(answers, section, at, wrong)
  wrong('what', 'Choose what you write down')
  return undefined
}

function itemOf(answers: Typed, at: Date | undefined, wrong: Wrong): Entry | undefined {
  const { item = '', free = '', note = '' } = answers
  const own = sections.find(section => item === `own-${section}`)
  if (!own && !isItem(item)) {
    wrong('item', 'Choose what you looked at')
    return undefined
  }
  if (own && free === '') {
    wrong('free', 'Say what you looked at')
    return undefined
  }
  return {
    what: 'item',
    at,
    section: own ?? (item.slice(3, 4) as Section),
    item: own ? null : item,
    freeWords: own ? free : null,
    note: note || null,
  }
}

function interviewOf(answers: Typed, at: Date | undefined, wrong: Wrong): Entry | undefined {
  const { kind = '', job = '', people = '', said = '' } = answers
  if (!(kind in interviewKinds)) wrong('kind', 'Choose with whom you spoke')
  if (kind === 'staff' && job === '') wrong('job', 'Say which job they do, without a name')
  const count = people === '' && kind === 'staff' ? 1 : Number(people)
  if (!Number.isInteger(count) || count < 1 || count > 500)
    wrong('people', 'Enter how many people, as a whole number between 1 and 500')
  if (
    !(kind in interviewKinds) ||
    (kind === 'staff' && job === '') ||
    !(count >= 1 && count <= 500)
  )
    return undefined
  return {
    what: 'interview',
    at,
    kind: kind as InterviewKind,
    job: job || null,
    people: count,
    note: said || null,
  }
}

function judgementOf(
  answers: Typed,
  section: Section,
  at: Date | undefined,
  wrong: Wrong,
): Entry | undefined {
  const grade = answers[`grade-${section}`] ?? ''
  const judgement = answers[`judgement-${section}`] ?? ''
  if (!(grade in gradeWords)) wrong(`grade-${section}`, 'Choose a grade')
  if (judgement === '') wrong(`judgement-${section}`, 'Say in words how you judge it')
  if (!(grade in gradeWords) || judgement === '') return undefined
  const base = Number(answers[`base-${section}`] ?? '')
  return {
    what: 'judgement',
    at,
    section,
    grade: grade as Grade,
    judgement,
    base: Number.isInteger(base) && base > 0 ? base : 0,
  }
}

function momentOf(typed: string | undefined): Date | undefined {
  if (!typed || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(typed)) return undefined
  const moment = new Date(typed)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}
