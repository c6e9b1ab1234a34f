import { codeList, type KeyOf } from './code-list.ts'

/** Census codes of SEN provision. `word` is the status that the rules read. */
export const sendProvisions = codeList([
  { key: 'N', name: 'No special educational need', word: 'none' },
  { key: 'K', name: 'SEN support', word: 'sen-support' },
  { key: 'E', name: 'Education, health and care plan (EHCP)', word: 'ehcp' },
  // Replaced by SEN support and plans under the Children and Families Act 2014; seen in histories.
  { key: 'A', name: 'School Action', word: 'sen-support', to: '2015-08-31' },
  { key: 'P', name: 'School Action Plus', word: 'sen-support', to: '2015-08-31' },
  { key: 'S', name: 'Statement', word: 'ehcp', to: '2018-03-31' },
])
export type SendProvision = KeyOf<typeof sendProvisions>
