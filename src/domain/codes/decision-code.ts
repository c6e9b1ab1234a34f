import { codeList, type KeyOf } from './code-list.ts'

/** What a panel can decide. `needs` names what the minute must hold beside the reasons. */
export const decisionCodes = codeList([
  { key: 'no-further-action', name: 'No further action, or advice only', needs: [] },
  { key: 'return-with-strategies', name: 'Return to school with strategies', needs: [] },
  { key: 'more-information', name: 'More information is needed', needs: ['date'] },
  { key: 'refer-elsewhere', name: 'Refer elsewhere', needs: ['service'] },
  { key: 'tier-2-outreach', name: 'Tier 2: mentor or outreach', needs: ['date'] },
  {
    key: 'tier-3-part-time-provision',
    name: 'Tier 3: part-time alternative provision',
    needs: ['provider', 'date'],
  },
  { key: 'tier-4-programme', name: 'Tier 4: programme management', needs: ['date'] },
  { key: 'managed-move', name: 'Managed move', needs: ['school', 'date'] },
  {
    key: 'respite-placement',
    name: 'Respite or fixed-term placement',
    needs: ['provider', 'date'],
  },
  { key: 'fair-access-allocation', name: 'Fair Access: a school is allocated', needs: ['school'] },
  {
    key: 'fair-access-exemption',
    name: 'Fair Access: a school is exempt, allocate another',
    needs: ['school'],
  },
  { key: 'reintegration-plan', name: 'Reintegration plan', needs: ['school', 'date'] },
  { key: 'extend-placement', name: 'Extend the placement', needs: ['date'] },
  { key: 'vary-placement', name: 'Vary the placement', needs: ['date'] },
  { key: 'end-placement', name: 'End the placement', needs: ['date'] },
  {
    key: 'exclusion-noted',
    name: 'Permanent exclusion noted, provision from the sixth day',
    needs: ['date'],
  },
  {
    key: 'emergency-decision',
    name: 'Emergency decision, to be ratified at the next panel',
    needs: ['date'],
  },
])
export type DecisionCode = KeyOf<typeof decisionCodes>

/** Where a case can be sent when it is referred elsewhere. */
export const services = codeList([
  { key: 'educational-psychology', name: 'Educational psychology' },
  { key: 'camhs', name: 'Child and adolescent mental health services (CAMHS)' },
  { key: 'early-help', name: 'Early Help' },
  { key: 'sena', name: 'SENA, for an annual review or an assessment' },
  { key: 'home-authority', name: 'The home authority' },
  { key: 'school-admissions', name: 'School Admissions' },
  { key: 'virtual-school', name: 'The Virtual School' },
  { key: 'other', name: 'Somewhere else' },
])
export type Service = KeyOf<typeof services>
