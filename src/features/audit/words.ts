import type { AuditEvent } from '#platform/audit.ts'

/** “referral.information-asked” as people read it: “Referral: information asked”. */
export function eventInWords(event: AuditEvent): string {
  const [thing = '', happened = ''] = event.split('.')
  return `${spaced(thing)}: ${happened.replaceAll('-', ' ')}`
}

const spaced = (words: string) =>
  `${words[0]?.toUpperCase() ?? ''}${words.slice(1).replaceAll('-', ' ')}`

export const outcomeNames = {
  done: 'Done',
  refused: 'Refused',
  failed: 'Failed',
} as const

/** The ids, codes and counts that were kept beside an event. */
export const detailInWords = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join('; ')
