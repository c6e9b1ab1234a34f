import { dayInWords } from '#domain/london-time.ts'
import { SummaryList } from '#govuk/index.ts'
import type { Move } from './move.query.ts'
import { purposeWords } from './words.ts'

/** Everything that is agreed to, and the hash of it: what a consent is a consent to. */
export const WhatIsAgreed = ({ move }: { move: Move }) => (
  <>
    <SummaryList
      rows={[
        { key: 'From', value: move.fromSchool },
        { key: 'To', value: move.toSchool },
        {
          key: 'First day there',
          value: move.start_on ? dayInWords(move.start_on) : 'Not said',
        },
        {
          key: 'For good',
          value: move.trial
            ? `No: a trial${move.trial_end_on ? ` until ${dayInWords(move.trial_end_on)}` : ''}`
            : 'Yes, from the first day',
        },
        { key: 'Purpose', value: move.purpose ? purposeWords[move.purpose] : 'Not recorded' },
        { key: 'Protocol', value: move.protocol ?? 'No version attached' },
      ]}
    />
    <h2 class="govuk-heading-s">The words</h2>
    {move.agreement.split(/\n{2,}/).map(part => (
      <p class="govuk-body">{part}</p>
    ))}
    <p class="govuk-body-s">
      Fingerprint of what is agreed: <code>{move.agreement_sha256}</code>
    </p>
  </>
)
