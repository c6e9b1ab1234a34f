import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { Button, DateInput, Form } from '#govuk/index.ts'
import { day } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { recordCaseEvent } from '../case-event.ts'
import { RuleInset } from '../rule-words.tsx'
import { caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'

/** The excluding school says when full-time education began again: due from the sixth school day. */
export const educationPage = formPage({
  path: '/cases/:referral/education',
  permission: 'referral.write',
  load: async visit => {
    const opened = await openCase(visit, visit.params.referral)
    const exclusion = opened.child?.exclusions.find(
      each =>
        each.kind === 'permanent' &&
        !each.reinstated_on &&
        each.school_id === visit.me.organisationId,
    )
    if (!exclusion) throw new NotFound()
    return { opened, exclusion }
  },
  discloses: ({ opened }) => caseDisclosed(opened),
  schema: ({ exclusion }) =>
    z.object({
      from: day('the day on which education began').refine(
        from => from >= exclusion.from_on,
        'Education began after the exclusion',
      ),
    }),
  view: ({ opened }, form) => (
    <CaseLayout
      opened={opened}
      title="Education after the exclusion"
      form={form}
      back={`/cases/${opened.referral.id}`}
    >
      <RuleInset rule="RTE-02">
        The authority where the child lives must have full-time education in place from the sixth
        school day.
      </RuleInset>
      <Form>
        <DateInput
          name="from"
          form={form}
          label="On which day did full-time education begin?"
          labelSize="m"
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </CaseLayout>
  ),
  submit: async (visit, { opened, exclusion }, { from }) => {
    await visit.tx
      .updateTable('exclusion')
      .set({ education_from: from })
      .where('id', '=', exclusion.id)
      .execute()
    await recordCaseEvent(visit, opened.referral.id, 'education began')
    visit.audit({
      event: 'child.status-changed',
      subjectKind: 'child',
      subjectId: opened.identity.childId,
      childId: opened.identity.childId,
      detail: { about: 'education after exclusion' },
    })
    visit.flash('The day is saved')
    return `/cases/${opened.referral.id}`
  },
})
