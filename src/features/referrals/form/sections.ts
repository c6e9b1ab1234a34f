import type { Field } from './fields.ts'
import type { Section } from './section.ts'

export type { RecordKind, RowKind, Section } from './section.ts'

export const askedFor = {
  advice: 'Advice and a conversation',
  'inclusion-forum': 'A place on the Inclusion Forum’s agenda',
  'tier-2': 'Tier 2: mentor or outreach in school',
  'tier-3': 'Tier 3: part-time alternative provision',
  'tier-4': 'Tier 4: programme management',
  'managed-move': 'A managed move',
  respite: 'A respite or fixed-term placement',
  'exclusion-provision': 'Provision after a permanent exclusion',
} as const

const confirmed = (label: string): Field<never> =>
  ({
    name: 'confirmed',
    label,
    kind: 'tick',
    missing: `Tick the box when this is so: ${label.toLowerCase()}`,
  }) as Field as Field<never>

/** Everything a school is asked, in the order of the task list. */
export const sections: readonly Section[] = [
  {
    key: 'child',
    title: 'The child',
    record: 'child',
    intro: 'This is what is recorded of the child. The panel sees it with the referral.',
    fields: [confirmed('These details are right')],
  },
  {
    key: 'contacts',
    title: 'Parents, carers and other contacts',
    record: 'contacts',
    intro: 'Say who has parental responsibility: every one of them has a say in what follows.',
    fields: [confirmed('These contacts are right')],
  },
  {
    key: 'reason',
    title: 'Reason and what is asked for',
    fields: [
      {
        name: 'asked_for',
        label: 'What do you ask for?',
        kind: 'choice',
        options: askedFor,
        missing: 'Choose what you ask for',
      },
      {
        name: 'reason',
        label: 'Why are you referring this child?',
        hint: 'What happened, since when, and what you want to change. The panel reads this first.',
        kind: 'text',
        rows: 8,
        missing: 'Say why you are referring this child',
      },
      {
        name: 'lead_professional',
        label: 'Who leads on this at your school?',
        hint: 'Name and post',
        kind: 'line',
        missing: 'Say who leads on this at your school',
      },
    ],
  },
  {
    key: 'learning',
    title: 'Strengths, learning and practical matters',
    fields: [
      {
        name: 'strengths',
        label: 'Strengths and interests',
        kind: 'text',
        missing: 'Say what the child is good at and likes',
      },
      {
        name: 'attainment',
        label: 'Attainment, key stage 4 subjects and exam boards',
        kind: 'text',
      },
      { name: 'medical', label: 'Health, allergies and medication', kind: 'text' },
      { name: 'transport', label: 'Travel and transport', kind: 'text' },
      {
        name: 'peers_to_avoid',
        label: 'Schools or settings to avoid, and why',
        hint: 'Do not name other children',
        kind: 'text',
      },
    ],
  },
  {
    key: 'response',
    title: 'What you have tried',
    rows: 'steps',
    intro: 'Each step of your graduated response, and what came of it.',
    fields: [],
  },
  {
    key: 'attendance',
    title: 'Attendance and suspensions',
    rows: 'attendance',
    record: 'suspensions',
    intro: 'This school year and, if you have it, the one before. A school day has two sessions.',
    fields: [{ name: 'no_suspensions', label: 'There have been no suspensions', kind: 'tick' }],
  },
  {
    key: 'special-needs',
    title: 'Special educational needs',
    record: 'special-needs',
    fields: [confirmed('This is right today')],
  },
  {
    key: 'care',
    title: 'Care and other agencies',
    record: 'care',
    fields: [
      { name: 'no_agencies', label: 'No other agency works with the family', kind: 'tick' },
      confirmed('This is right today'),
    ],
  },
  {
    key: 'risk',
    title: 'Risk assessment',
    rows: 'risks',
    intro: 'What could go wrong, for whom, and what you do about it. Providers plan from this.',
    fields: [{ name: 'no_risks', label: 'We know of no risk', kind: 'tick' }],
  },
  {
    key: 'child-voice',
    title: 'The child’s voice',
    fields: [
      {
        name: 'child_voice',
        label: 'What does the child say?',
        hint: 'In the child’s own words where you can',
        kind: 'text',
        rows: 8,
        missing: 'Say what the child says',
      },
      {
        name: 'child_voice_how',
        label: 'How did you find out?',
        hint: 'For example: a conversation with the form tutor on 3 November',
        kind: 'line',
        missing: 'Say how you found out',
      },
    ],
  },
  {
    key: 'parent-voice',
    title: 'The parents’ voice',
    fields: [
      {
        name: 'parent_voice',
        label: 'What do the parents or carers say?',
        kind: 'text',
        rows: 8,
        missing: 'Say what the parents or carers say',
      },
      { name: 'parent_spoken_to', label: 'Whom did you speak to?', kind: 'line' },
      { name: 'parent_spoken_on', label: 'When did you speak?', kind: 'day' },
      {
        name: 'parent_agrees',
        label: 'Do they agree with this referral?',
        kind: 'choice',
        options: {
          agrees: 'Yes',
          'does not agree': 'No',
          'could not be reached': 'They could not be reached',
        },
        missing: 'Say whether they agree with this referral',
      },
    ],
  },
  {
    key: 'attachments',
    title: 'Attachments',
    optional: true,
    intro: 'Reports, plans and assessments that the panel needs.',
    fields: [],
  },
]

export const sectionCalled = (key: string): Section | undefined =>
  sections.find(section => section.key === key)
