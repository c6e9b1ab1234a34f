/** What a plan says, in the order of its form and its page. */
export const planFields = {
  baseline: [
    'Where the child is now',
    'Attainment, attendance, behaviour and well-being, so that progress can be measured against it',
    4000,
  ],
  timeframe: ['By when', 'How long the placement is meant to take, and its steps', 2000],
  assessment: [
    'How progress is assessed and followed',
    'Who assesses what, how often, and who looks at it',
    4000,
  ],
  english: ['English', 'Where and how it is taught', 1000],
  maths: ['Maths', 'Where and how it is taught', 1000],
  science: ['Science', 'Where and how it is taught', 1000],
  qualifications: ['Qualifications the child works towards', '', 2000],
  ehcp_link: ['How it is linked to the EHCP', 'Leave it empty where the child has no EHCP', 2000],
  pep_link: [
    'How it is linked to the personal education plan',
    'Leave it empty where the child is not looked after',
    2000,
  ],
  home_school_link: ['Who is the link at the home school?', 'A name and a role', 500],
  peer_contact: ['How the child stays in touch with classmates', '', 2000],
  service_links: [
    'Work with other services',
    'Social care, educational psychology, mental health, youth justice',
    2000,
  ],
  next_steps: ['Advice on next steps', 'Impartial advice on education, training and work', 2000],
  readiness: [
    'How we judge that the child is ready to return',
    'Only where going back to mainstream is an aim',
    2000,
  ],
  support_package: ['The school’s support for the return', 'What, from whom, for how long', 2000],
  transition: [
    'The move at the end of the key stage',
    'For Year 6, Year 9 and Year 11: where to, and who helps',
    2000,
  ],
} as const satisfies Record<string, readonly [label: string, hint: string, most: number]>
export type PlanField = keyof typeof planFields
export const planFieldKeys = Object.keys(planFields) as PlanField[]

/** Without these four a plan is no plan (PLN-03); the provider is not asked to agree to less. */
export const requiredFields = ['baseline', 'timeframe', 'assessment'] as const

export const objectiveKinds = { personal: 'Personal', academic: 'Academic' } as const

export const progressWords = {
  'not started': 'Not started',
  'some progress': 'Some progress',
  'on track': 'On track',
  met: 'Met',
  'not met': 'Not met',
} as const
export type Progress = keyof typeof progressWords
export const progressKeys = ['not started', 'some progress', 'on track', 'met', 'not met'] as const
