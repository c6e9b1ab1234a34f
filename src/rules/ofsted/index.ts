import type { Rule } from '../rule.ts'
import { consequence } from './consequence.ts'
import { planningCallList } from './planning-call-list.ts'
import { whatInspectorsAsk } from './what-inspectors-ask.ts'

export const ofstedRules: readonly Rule[] = [...whatInspectorsAsk, consequence, planningCallList]
