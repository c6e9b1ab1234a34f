import type { Look } from './lookers.query.ts'

const words: Readonly<Record<string, string>> = {
  'child.viewed': 'Opened the record',
  'child.added': 'Entered the child',
  'child.changed': 'Changed the record',
  'child.status-changed': 'Changed a status',
  'child.contact-changed': 'Changed a contact',
  'child.address-changed': 'Changed the address',
  'child.protected': 'Protected the address',
  'child.protected-location-viewed': 'Opened the protected address',
  'child.protection-ended': 'Ended the protection of the address',
  'child.lookers-viewed': 'Read who has looked',
  'child.duplicate-resolved': 'Decided about a possible duplicate',
  'enrolment.changed': 'Changed the roll',
  'referral.viewed': 'Opened a referral',
  'referral.started': 'Started a referral',
  'referral.submitted': 'Sent a referral',
  'referral.changed': 'Changed a referral',
  'referral.amended': 'Amended a referral',
  'pack.read': 'Read the panel’s papers',
  'decision.viewed': 'Read a decision',
  'notice.viewed': 'Read a notice',
  'file.viewed': 'Opened a document',
  'on-roll.viewed': 'Opened the on-roll check',
  'finding.viewed': 'Read the findings',
  'watch-list.viewed': 'Saw the child on the watch-list',
  'questionnaire.viewed': 'Opened a questionnaire',
  'questionnaire.answered': 'Answered a question of a questionnaire',
  'questionnaire.returned': 'Returned a questionnaire',
  'import.made': 'Changed the record by an import',
  'import.undone': 'Undid an import',
}

const sections: Readonly<Record<string, string>> = {
  'special-needs': 'special educational needs',
  looked: 'who has looked',
}

/** What somebody did, in words; an event that has none is told by its own name. */
export function lookInWords({ event, section, refused }: Look): string {
  const said = words[event] ?? `${capital(event.replaceAll(/[.-]/g, ' '))}`
  const where = section ? `: ${sections[section] ?? section}` : ''
  return refused ? `Was refused: ${said}${where}` : `${said}${where}`
}

const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
