import type { Field } from './fields.ts'
import type { RowKind } from './sections.ts'

export interface RowSpec {
  readonly section: string
  /** One of them: “a step”. */
  readonly one: string
  readonly add: string
  readonly fields: readonly Field[]
  /** Its name in a list, from the stored row. */
  readonly nameOf: (row: Readonly<Record<string, unknown>>) => string
}

const scale = {
  1: '1 – very low',
  2: '2 – low',
  3: '3 – medium',
  4: '4 – high',
  5: '5 – very high',
}

/** The questions about each row, and what such a row is called. */
export const rowSpecs: Readonly<Record<RowKind, RowSpec>> = {
  steps: {
    section: 'response',
    one: 'a step',
    add: 'Add a step',
    nameOf: row => String(row['what']),
    fields: [
      { name: 'what', label: 'What did you do?', kind: 'line', missing: 'Say what you did' },
      { name: 'from_on', label: 'When did it start?', kind: 'day' },
      { name: 'to_on', label: 'When did it end?', hint: 'Leave empty if it goes on', kind: 'day' },
      {
        name: 'impact',
        label: 'What came of it?',
        kind: 'text',
        missing: 'Say what came of it',
      },
    ],
  },
  attendance: {
    section: 'attendance',
    one: 'a school year',
    add: 'Add a school year',
    nameOf: row => String(row['school_year']),
    fields: [
      {
        name: 'school_year',
        label: 'School year',
        hint: 'For example, 2026-27',
        kind: 'school-year',
        missing: 'Enter the school year',
      },
      {
        name: 'possible_sessions',
        label: 'Possible sessions so far',
        kind: 'number',
        most: 400,
        missing: 'Enter the number of possible sessions',
      },
      {
        name: 'attended_sessions',
        label: 'Sessions attended',
        kind: 'number',
        most: 400,
        missing: 'Enter the number of sessions attended',
      },
      {
        name: 'unauthorised_sessions',
        label: 'Sessions missed without leave',
        kind: 'number',
        most: 400,
      },
    ],
  },
  risks: {
    section: 'risk',
    one: 'a risk',
    add: 'Add a risk',
    nameOf: row => String(row['hazard']),
    fields: [
      {
        name: 'hazard',
        label: 'What could happen?',
        kind: 'line',
        missing: 'Say what could happen',
      },
      {
        name: 'who',
        label: 'Who could be harmed?',
        kind: 'line',
        missing: 'Say who could be harmed',
      },
      {
        name: 'likelihood',
        label: 'How likely is it?',
        kind: 'choice',
        options: scale,
        missing: 'Choose how likely it is',
      },
      {
        name: 'severity',
        label: 'How serious would it be?',
        kind: 'choice',
        options: scale,
        missing: 'Choose how serious it would be',
      },
      {
        name: 'controls',
        label: 'What do you do about it?',
        kind: 'text',
        missing: 'Say what you do about it',
      },
      { name: 'review_on', label: 'When will you look at it again?', kind: 'day' },
    ],
  },
}
