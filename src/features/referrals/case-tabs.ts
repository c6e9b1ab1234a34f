import type { Case } from './case/case.query.ts'

/** A page of a case. Other features add theirs to the list below; each page renders CaseLayout with its own path. */
export interface CaseTab {
  readonly text: string
  readonly path: (referralId: string) => string
  readonly isShown?: (opened: Case) => boolean
  readonly badge?: (opened: Case) => { count: number; text: string } | undefined
}

const badge = (count: number, text: string) => (count > 0 ? { count, text } : undefined)

export const caseTabs: readonly CaseTab[] = [
  { text: 'Overview', path: id => `/cases/${id}` },
  { text: 'Referral', path: id => `/cases/${id}/referral` },
  {
    text: 'Findings',
    path: id => `/cases/${id}/findings`,
    badge: ({ findings }) => {
      const count = findings.filter(each => each.level !== 'info' && !each.acceptedAt).length
      return badge(count, `${count} to look at`)
    },
  },
  {
    text: 'Questions',
    path: id => `/cases/${id}/questions`,
    badge: ({ openQuestions }) => badge(openQuestions, `${openQuestions} open`),
  },
  {
    text: 'Fair Access',
    path: id => `/cases/${id}/fair-access`,
    isShown: ({ referral }) => referral.kind === 'fair-access',
  },
  { text: 'Panel', path: id => `/cases/${id}/panel` },
  {
    text: 'Programme',
    path: id => `/cases/${id}/programme`,
    isShown: ({ side }) => side === 'partnership',
  },
  { text: 'Documents', path: id => `/cases/${id}/documents` },
  {
    text: 'Messages',
    path: id => `/cases/${id}/messages`,
    isShown: ({ side }) => side !== 'reader',
    badge: ({ unread }) => badge(unread, `${unread} not read`),
  },
  { text: 'Notes', path: id => `/cases/${id}/notes` },
  { text: 'History', path: id => `/cases/${id}/history` },
]
