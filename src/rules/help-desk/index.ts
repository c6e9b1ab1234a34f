import type { Rule } from '../rule.ts'
import { acknowledge } from './acknowledge.ts'
import { answerSoonAndSafely } from './answer-soon-and-safely.ts'
import { searchThenAsk } from './search-then-ask.ts'
import { topicIndex } from './topic-index.ts'

export const helpDeskRules: readonly Rule[] = [
  searchThenAsk,
  answerSoonAndSafely,
  acknowledge,
  topicIndex,
]
