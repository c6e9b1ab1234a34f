import { Button, SummaryCard, SummaryList } from '#govuk/index.ts'
import { sectionContent } from './content.ts'
import type { ReferralForm } from './referral-form.query.ts'
import { rowSpecs } from './rows.ts'
import { type RowKind, sectionCalled } from './sections.ts'

/** The rows of a part so far, each with its links, and the way to add another. */
export function RowList({ kind, form }: { kind: RowKind; form: ReferralForm }) {
  const spec = rowSpecs[kind]
  const section = sectionCalled(spec.section)
  const base = `/referrals/${form.referral.id}/${spec.section}`
  const shown = section ? sectionContent(section, form).rows : []
  return (
    <>
      {shown.length === 0 && <p class="govuk-body">Nothing has been added yet.</p>}
      {shown.map(({ title, answers }, at) => (
        <SummaryCard
          title={title}
          actions={[
            { href: `${base}/${form.rows[kind][at]?.id}`, children: 'Change' },
            { href: `${base}/${form.rows[kind][at]?.id}/remove`, children: 'Remove' },
          ]}
        >
          <SummaryList
            rows={answers.map(({ question, answer }) => ({ key: question, value: answer }))}
          />
        </SummaryCard>
      ))}
      <Button variant="secondary" href={`${base}/add`}>
        {spec.add}
      </Button>
    </>
  )
}
