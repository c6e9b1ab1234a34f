import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { Button, Checkboxes, EmptyState, Form, SummaryCard, Tag, TextArea } from '#govuk/index.ts'
import { text, ticked } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { Lines } from '../form/content-view.tsx'
import { caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { addNote } from './correspondence.ts'

/** The partnership’s notes; the school reads those that are shared with it. */
export const notesPage = formPage({
  path: '/cases/:referral/notes',
  permission: 'referral.read',
  load: async visit => {
    const opened = await openCase(visit, visit.params.referral)
    const notes = await visit.tx
      .selectFrom('case_note as note')
      .leftJoin('user_account as person', 'person.id', 'note.written_by')
      .select([
        'note.id',
        'note.body',
        'note.shared_with_school as shared',
        'note.written_at as writtenAt',
        'person.name as by',
      ])
      .where('note.referral_id', '=', opened.referral.id)
      .orderBy('note.written_at', 'desc')
      .orderBy('note.id', 'desc')
      .execute()
    return {
      opened,
      notes,
      mayWrite: opened.side === 'partnership' && may(visit.me, 'referral.note'),
    }
  },
  discloses: ({ opened }) => caseDisclosed(opened),
  schema: z.object({ body: text('Write the note'), shared: ticked() }),
  view: ({ opened, notes, mayWrite }, form) => (
    <CaseLayout opened={opened} title="Notes" form={form}>
      {mayWrite && (
        <Form>
          <TextArea
            name="body"
            form={form}
            label="New note"
            hint="What happened, what you saw, what you agreed. Notes are added, never rewritten."
          />
          <Checkboxes
            name="shared"
            form={form}
            label={<span class="govuk-visually-hidden">Sharing</span>}
            items={{ yes: `Share this note with ${opened.referrer}` }}
            small
          />
          <Button preventDoubleClick>Add the note</Button>
        </Form>
      )}
      {notes.length === 0 && (
        <EmptyState title="No note yet">
          {mayWrite
            ? 'Only your partnership reads a note, unless you share it.'
            : 'The co-ordinator has shared no note with you.'}
        </EmptyState>
      )}
      {notes.map(note => (
        <SummaryCard title={`${note.by ?? 'Somebody'}, ${momentInWords(note.writtenAt)}`}>
          {note.shared && (
            <p class="govuk-body">
              <Tag tone="turquoise">Shared with the school</Tag>
            </p>
          )}
          <p class="govuk-body govuk-!-margin-bottom-0">
            <Lines text={note.body} />
          </p>
        </SummaryCard>
      ))}
    </CaseLayout>
  ),
  submit: async (visit, { opened, mayWrite }, { body, shared }) => {
    if (!mayWrite) throw new NotFound()
    await addNote(visit, opened.referral.id, { body, shared })
    visit.flash(shared ? 'The note is added and shared' : 'The note is added')
    return `/cases/${opened.referral.id}/notes`
  },
})
