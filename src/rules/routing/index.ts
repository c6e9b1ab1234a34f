import type { Rule } from '../rule.ts'
import { clearAboutSendFirst } from './clear-about-send-first.ts'

export const routingRules: readonly Rule[] = [clearAboutSendFirst]
