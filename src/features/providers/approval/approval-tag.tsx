import { Tag } from '#govuk/index.ts'
import type { Standing } from './approval.query.ts'
import { approvalWords } from './approval.ts'

/** Whether a provider may be used, in a word; and a second one where the records speak against it. */
export const ApprovalTag = ({
  standing,
}: {
  standing: Pick<Standing, 'approval' | 'againstIt'>
}) => (
  <>
    <Tag tone={approvalWords[standing.approval].tone}>{approvalWords[standing.approval].word}</Tag>
    {standing.againstIt && (
      <>
        {' '}
        <Tag tone="orange">Records say otherwise</Tag>
      </>
    )}
  </>
)
