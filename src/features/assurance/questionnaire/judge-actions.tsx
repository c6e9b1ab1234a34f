import { may } from '#domain/permissions.ts'
import { ButtonMenu, InsetText } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { whatStopsAcceptance } from '../judge/judge.ts'
import type { Questionnaire } from './questionnaire.query.ts'
import type { EvidenceRequest, SectionRating } from './requests.query.ts'

/** What the Virtual School can do with a form now, and what is still missing for it. */
export const JudgeActions = ({
  form,
  me,
  ratings,
  requests,
}: {
  form: Questionnaire
  me: Me
  ratings: readonly SectionRating[]
  requests: readonly EvidenceRequest[]
}) => {
  if (!may(me, 'questionnaire.judge')) return null
  const at = `/questionnaires/${form.id}`
  const stopped = form.status === 'returned' ? whatStopsAcceptance(form, ratings, requests) : []
  const items = {
    returned: [
      { text: 'Rate the sections', href: `${at}/rate` },
      { text: 'Send back', href: `${at}/send-back` },
      ...(stopped.length === 0 ? [{ text: 'Accept', href: `${at}/accept` }] : []),
    ],
    accepted: [{ text: 'Ask for the next one now', href: `${at}/ask-again` }],
    draft: [{ text: 'It is not needed', href: `${at}/set-aside` }],
    'sent back': [{ text: 'It is not needed', href: `${at}/set-aside` }],
    'not needed': form.set_aside_by
      ? [{ text: 'Ask for it after all', href: `${at}/ask-again` }]
      : [],
  }[form.status]
  return (
    <div class="govuk-!-display-none-print">
      <ButtonMenu items={items} />
      {stopped.length > 0 && <InsetText>Before it is accepted: {stopped.join(' ')}</InsetText>}
    </div>
  )
}
