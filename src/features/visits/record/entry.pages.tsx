import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import {
  Button,
  ButtonGroup,
  Form,
  Radios,
  StaleAnswers,
  TextArea,
  TwoThirds,
} from '#govuk/index.ts'
import { choice, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { VisitFrame, visitHref } from '../frame.tsx'
import { ownVisit } from '../own-visit.ts'
import { recordOf } from '../visit.query.ts'
import { type Grade, gradeWords, itemText, sections, sectionWords } from '../words.ts'
import { whyNotWritten } from './names.ts'
import { receiveEntry } from './receive-entry.ts'

/** Judges one area, or judges it anew: who saw an older judgement gets both texts. */
export const judgementPage = formPage({
  path: '/visits/:visit/areas/:area',
  permission: 'visit.write',
  discloses: 'nothing personal',
  load: async visit => {
    const area = sections.find(each => each === visit.params.area)
    if (!area) throw new NotFound()
    const draft = await ownVisit(visit, 'planned', 'draft')
    const record = await recordOf(visit.tx, draft.id)
    return {
      visit: draft,
      area,
      items: record.items.filter(({ section }) => section === area),
      judgement: record.judgements.find(({ section }) => section === area),
    }
  },
  schema: z.object({
    grade: choice(Object.keys(gradeWords) as [Grade, ...Grade[]], 'Choose a grade'),
    judgement: text('Say in words how you judge it', { most: 4000 }),
  }),
  version: ({ judgement }) => judgement?.version ?? 0,
  initial: ({ judgement }) => ({
    grade: judgement?.grade ?? '',
    judgement: judgement?.judgement ?? '',
  }),
  view: ({ visit, area, items, judgement }, form) => (
    <VisitFrame visit={visit} title={sectionWords[area] ?? area} form={form}>
      <TwoThirds>
        <StaleAnswers form={form} labels={{ grade: 'Grade', judgement: 'Judgement' }} />
        <p class="govuk-body">
          {items.length === 0
            ? 'Nothing is recorded as looked at in this area yet.'
            : `Looked at: ${items.map(each => itemText(each.item) ?? each.free_words).join('; ')}.`}
        </p>
        <Form version={judgement?.version ?? 0} warnUnsaved>
          <Radios form={form} name="grade" label="Grade" items={gradeWords} />
          <TextArea
            form={form}
            name="judgement"
            label="How do you judge this area?"
            rows={6}
            maxlength={4000}
          />
          <Button preventDoubleClick>Save the judgement</Button>
        </Form>
      </TwoThirds>
    </VisitFrame>
  ),
  async submit(visit, { visit: draft, area, judgement: known }, { grade, judgement }) {
    const named = await whyNotWritten(visit.tx, draft, judgement)
    if (named) return { errors: { judgement: named } }
    const done = await receiveEntry(visit, draft, newId(), {
      what: 'judgement',
      at: undefined,
      section: area,
      grade,
      judgement,
      base: known?.version ?? 0,
    })
    if (!done.received) throw new Refusal('This judgement has changed since you opened it')
    visit.flash(`${sectionWords[area]} is judged`)
    return visitHref(draft)
  },
})

type InEntry = Pick<Visit, 'tx' | 'me'> & {
  readonly params: { readonly visit: string; readonly entry: string }
}

async function entryOf(visit: InEntry) {
  const draft = await ownVisit(visit, 'draft')
  const { items, interviews } = await recordOf(visit.tx, draft.id)
  const { entry } = visit.params
  const item = items.find(({ id }) => id === entry)
  if (item)
    return {
      visit: draft,
      table: 'visit_item' as const,
      row: item,
      title: itemText(item.item) ?? item.free_words ?? '',
    }
  const interview = interviews.find(({ id }) => id === entry)
  if (!interview) throw new NotFound()
  return {
    visit: draft,
    table: 'visit_interview' as const,
    row: interview,
    title: `Talk with ${interview.job ?? interview.kind}`,
  }
}

/** Changes the note on something that was looked at or said, or takes it back. */
export const changeEntryPage = formPage({
  path: '/visits/:visit/entries/:entry',
  permission: 'visit.write',
  discloses: 'nothing personal',
  load: (visit: InEntry) => entryOf(visit),
  schema: z.object({
    note: optionalText({ most: 4000 }),
    remove: z.string().optional(),
  }),
  version: ({ row }) => row.version,
  initial: ({ row }) => ({ note: row.note ?? '' }),
  view: ({ visit, row, title }, form) => (
    <VisitFrame visit={visit} title={title} form={form}>
      <TwoThirds>
        <StaleAnswers form={form} labels={{ note: 'Note' }} />
        <Form version={row.version}>
          <TextArea form={form} name="note" label="Note" rows={5} maxlength={4000} />
          <ButtonGroup>
            <Button preventDoubleClick>Save the note</Button>
            <Button name="remove" value="yes" variant="warning">
              Take it out of the record
            </Button>
          </ButtonGroup>
        </Form>
      </TwoThirds>
    </VisitFrame>
  ),
  async submit(visit, { visit: draft, table, row }, { note, remove }) {
    const named = remove ? undefined : await whyNotWritten(visit.tx, draft, note)
    if (named) return { errors: { note: named } }
    const { numUpdatedRows } = await visit.tx
      .updateTable(table)
      .set(remove ? { removed_at: visit.now } : { note })
      .where('id', '=', row.id)
      .where('version', '=', row.version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refusal('This has changed since you opened it')
    visit.audit({
      event: 'visit.recorded',
      subjectKind: 'visit',
      subjectId: draft.id,
      detail: { part: table === 'visit_item' ? 'item' : 'interview', removed: Boolean(remove) },
    })
    visit.flash(remove ? 'It is taken out of the record' : 'The note is saved')
    return visitHref(draft)
  },
})
