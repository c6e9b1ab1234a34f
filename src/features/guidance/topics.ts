import type { Role } from '#domain/permissions.ts'

type Officer = Extract<
  Role,
  'admissions' | 'sena' | 'virtual-school' | 'finance' | 'quality-assurance' | 'data-steward'
>

/** What a question can be about, and whose officers answer it. */
export const questionTopics = {
  'looked-after': { name: 'Looked-after children', to: 'virtual-school' },
  'fair-access': { name: 'Fair Access and admissions', to: 'admissions' },
  roll: { name: 'The roll, absence and taking off roll', to: 'admissions' },
  moves: { name: 'Managed moves and off-site direction', to: 'admissions' },
  responsibility: { name: 'Which partnership or authority is responsible', to: 'admissions' },
  'special-needs': { name: 'SEND, EHCPs and top-up', to: 'sena' },
  money: { name: 'Money and full cost recovery', to: 'finance' },
  providers: { name: 'Providers, safeguarding and quality', to: 'quality-assurance' },
  plans: { name: 'Plans, full-time provision and work experience', to: 'quality-assurance' },
  ofsted: { name: 'Ofsted', to: 'quality-assurance' },
  onroll: { name: 'Onroll itself, or something else', to: 'data-steward' },
} as const satisfies Record<string, { name: string; to: Officer }>
export type Topic = keyof typeof questionTopics
export const topicKeys = Object.keys(questionTopics) as [Topic, ...Topic[]]

export const isTopic = (text: string): text is Topic => Object.hasOwn(questionTopics, text)

export const topicName = (topic: string): string =>
  isTopic(topic) ? questionTopics[topic].name : topic
