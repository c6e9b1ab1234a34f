import type { Selectable } from 'kysely'
import type { ReferralTable } from '#platform/database/schema.generated.ts'

type GateAnswers = Pick<
  Selectable<ReferralTable>,
  'gate_on_roll' | 'gate_special_needs' | 'gate_care' | 'gate_admission_complete'
>
export type GateColumn = keyof GateAnswers

export interface GateQuestion {
  readonly key: string
  readonly column: GateColumn
  readonly question: string
  readonly hint: string
  readonly options: Readonly<Record<string, string>>
  readonly missing: string
}

/** Asked before anything else, one a page: the answers decide whether there is anything to write at all. */
export const gateQuestions: readonly GateQuestion[] = [
  {
    key: 'roll',
    column: 'gate_on_roll',
    question: 'Where is the child on roll?',
    hint: 'The school of roll decides which partnership is responsible, wherever the child lives.',
    options: {
      here: 'On our roll',
      excluded: 'We have permanently excluded the child',
      elsewhere: 'On the roll of another school',
      nowhere: 'On no roll',
    },
    missing: 'Choose where the child is on roll',
  },
  {
    key: 'special-needs',
    column: 'gate_special_needs',
    question: 'What is the child’s SEND status?',
    hint: 'This is asked before anything else is looked at, because an EHCP takes the case another way.',
    options: {
      none: 'No special educational needs',
      'sen-support': 'SEN support, without top-up funding',
      'top-up': 'Top-up funding, without an EHCP',
      ehcp: 'An EHCP',
      'not known': 'I do not know',
    },
    missing: 'Choose the child’s SEND status',
  },
  {
    key: 'care',
    column: 'gate_care',
    question: 'Is the child looked after?',
    hint: 'Looked after by a local authority, in foster care or in a children’s home.',
    options: {
      no: 'No',
      'own-authority': 'Yes, by this authority',
      'other-authority': 'Yes, by another authority',
      previously: 'Not now, but before',
      'not known': 'I do not know',
    },
    missing: 'Choose whether the child is looked after',
  },
  {
    key: 'admission',
    column: 'gate_admission_complete',
    question: 'Is the admission to your school completed?',
    hint: 'Admissions and the school finish the admission first. Then the school may refer.',
    options: {
      yes: 'Yes, the child is admitted',
      no: 'No, not yet',
      'not applicable': 'The child was not admitted in the course of this school year',
    },
    missing: 'Choose whether the admission is completed',
  },
]

export interface Stop {
  readonly heading: string
  readonly whereToGo: string
  readonly rule: string
}

/** Why there is nothing to refer, and where to go instead; 'open' while a question has no answer. */
export function gateStop(answers: GateAnswers): Stop | 'open' | undefined {
  if (answers.gate_on_roll === 'elsewhere')
    return {
      heading: 'Only the school of roll can refer this child',
      whereToGo:
        'Talk to the school that has the child on roll. It decides whether to refer, to the partnership that it belongs to.',
      rule: 'RTE-07',
    }
  if (answers.gate_on_roll === 'nowhere')
    return {
      heading: 'A child on no roll goes to School Admissions first',
      whereToGo:
        'Tell School Admissions about the child today. When a school has admitted the child, that school may refer.',
      rule: 'RTE-08',
    }
  if (answers.gate_admission_complete === 'no')
    return {
      heading: 'Finish the admission before you refer',
      whereToGo:
        'Complete the admission with School Admissions, enter the child on your roll, and come back. This draft waits for you.',
      rule: 'LAC-04',
    }
  return gateQuestions.some(({ column }) => answers[column] === null) ? 'open' : undefined
}

export interface Notice {
  readonly text: string
  readonly rule: string
}

/** What the answers mean for the way the case will go, each with its rule. */
export function gateNotices(answers: GateAnswers): Notice[] {
  const notices: (Notice | false)[] = [
    answers.gate_on_roll === 'here' && {
      text: 'Your school’s partnership is responsible, because the child is on your roll.',
      rule: 'RTE-01',
    },
    answers.gate_on_roll === 'excluded' && {
      text: 'Your school’s partnership stays responsible, because you excluded the child. The authority where the child lives must be told without delay.',
      rule: 'RTE-02',
    },
    answers.gate_special_needs === 'ehcp' && {
      text: 'A child with an EHCP never goes to the panel. Your SENCO holds an annual review with the authority that keeps the plan. You can still send this referral, so that the co-ordinator knows and can advise.',
      rule: 'RTE-06',
    },
    answers.gate_special_needs === 'top-up' && {
      text: 'A child with top-up funding may go to the panel. If the programme is managed by the partnership, the funding follows.',
      rule: 'SEN-03',
    },
    answers.gate_special_needs === 'not known' && {
      text: 'Find out before you send: the co-ordinator cannot accept a referral until the SEND status is known.',
      rule: 'RTE-05',
    },
    answers.gate_care === 'own-authority' && {
      text: 'The Virtual School leads on this child and will be told. The co-ordinator only watches. Refer quickly if more support is needed.',
      rule: 'LAC-02',
    },
    answers.gate_care === 'other-authority' && {
      text: 'The social worker and the Virtual School of the other authority must be recorded before the co-ordinator can accept the referral.',
      rule: 'LAC-03',
    },
  ]
  return notices.filter(notice => notice !== false)
}
