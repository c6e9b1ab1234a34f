import type { Rule } from '../rule.ts'
import { admissionBeforeReferral } from './admission-before-referral.ts'
import { assuranceOfEveryChild } from './assurance-of-every-child.ts'
import { otherAuthorityContacts } from './other-authority-contacts.ts'
import { placementBeforeCare } from './placement-before-care.ts'
import { virtualSchoolLeads } from './virtual-school-leads.ts'
import { whoGivesAssurance } from './who-gives-assurance.ts'
import { whoseChildIsIt } from './whose-child-is-it.ts'

export const lookedAfterRules: readonly Rule[] = [
  whoseChildIsIt,
  virtualSchoolLeads,
  otherAuthorityContacts,
  admissionBeforeReferral,
  assuranceOfEveryChild,
  whoGivesAssurance,
  placementBeforeCare,
]
