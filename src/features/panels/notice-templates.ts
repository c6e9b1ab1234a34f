import { newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'

export const noticeKinds = {
  'allocated-school': 'To the school that is to take the child on roll',
  'referring-school': 'To the organisation that referred the child',
  admissions: 'To School Admissions',
} as const
export type NoticeKind = keyof typeof noticeKinds

/** What may stand between double braces in a template. */
export const noticeWords = {
  child: 'The child’s name',
  case: 'The case’s reference, R-1042',
  decision: 'What was decided',
  'decision reference': 'The decision’s reference, D-501',
  school: 'The school that was chosen, if one was',
  'referred by': 'Who referred the child',
  partnership: 'The partnership',
  'decided on': 'The day of the decision',
  'on roll by': 'The last day by which the child should be on roll, for a Fair Access allocation',
  reasons: 'The panel’s reasons',
  conditions: 'Conditions, if there are any',
} as const
export type NoticeWord = keyof typeof noticeWords

export interface Template {
  readonly id: string | null
  readonly kind: NoticeKind
  readonly subject: string
  readonly body: string
  readonly number: number
}

/** The texts that Onroll comes with; a partnership’s own take their place and never change what was sent. */
const shipped: Readonly<Record<NoticeKind, { subject: string; body: string }>> = {
  'allocated-school': {
    subject: 'Decision {{decision reference}}: {{child}} is to join your school',
    body: `The panel of {{partnership}} decided on {{decided on}} that {{child}} ({{case}}) should be taken on roll at {{school}}.

Reasons: {{reasons}}

Please put {{child}} on roll by {{on roll by}}, and confirm the date in Onroll. Under the School Admissions Code 2021 a school admits under the Fair Access Protocol even when it is full. A school that was notified of the meeting can be allocated a child although it did not attend.

{{conditions}}`,
  },
  'referring-school': {
    subject: 'Decision {{decision reference}} on your referral {{case}}',
    body: `The panel of {{partnership}} decided on {{decided on}} about {{child}} ({{case}}): {{decision}}.

Reasons: {{reasons}}

{{conditions}}`,
  },
  admissions: {
    subject: 'Decision {{decision reference}} on {{case}}',
    body: `The panel of {{partnership}} decided on {{decided on}} about {{child}} ({{case}}): {{decision}}. School: {{school}}.

The child should be on roll by {{on roll by}}. Please confirm the date in Onroll, or tell us what action you are taking and keep us informed.

Reasons: {{reasons}}`,
  },
}

export async function templateFor(tx: Tx, kind: NoticeKind): Promise<Template> {
  const saved = await tx
    .selectFrom('notice_template')
    .select(['id', 'subject', 'body', 'number'])
    .where('kind', '=', kind)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return saved ? { ...saved, kind } : { id: null, kind, number: 0, ...shipped[kind] }
}

/** A new version of a text. Notices that were sent keep theirs. */
export async function saveTemplate(
  { tx, me, now, audit }: Doer,
  { kind, subject, body, number }: Omit<Template, 'id'>,
) {
  const id = newId()
  await tx
    .insertInto('notice_template')
    .values({ id, kind, subject, body, number: number + 1, from_at: now, changed_by: me.userId })
    .execute()
  audit({
    event: 'notice-template.changed',
    subjectKind: 'notice-template',
    subjectId: id,
    detail: { kind, number: number + 1 },
  })
}

const placeholder = /\{\{\s*([a-z ]+?)\s*\}\}/g

/** Words between braces that mean nothing: told to whoever edits the text. */
export const unknownWords = (text: string): string[] =>
  [...text.matchAll(placeholder)]
    .map(([, word = '']) => word)
    .filter(word => !(word in noticeWords))

/** The text with its words filled in; a word without a value leaves nothing, and no line that held only that. */
export const filledText = (
  text: string,
  values: Partial<Record<NoticeWord, string | null>>,
): string =>
  text
    .replaceAll(placeholder, (_, word: string) => values[word as NoticeWord] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
