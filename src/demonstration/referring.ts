import { schoolYearOf } from '#domain/academic-year.ts'
import { addDays } from '#domain/dates.ts'
import {
  answerGate,
  gateQuestions,
  referralForm,
  referralToChange,
  saveRow,
  saveSection,
  sectionCalled,
  sections,
  startReferral,
} from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from './chance.ts'
import type { Telling } from './children.ts'
import { parentVoices, reasons, risks, steps, strengths, voices } from './words.ts'

type AskedFor =
  | 'advice'
  | 'inclusion-forum'
  | 'tier-2'
  | 'tier-3'
  | 'tier-4'
  | 'managed-move'
  | 'respite'
  | 'exclusion-provision'

/** A school fills in a whole referral, section by section, as its pages do. Returns the draft’s id. */
export async function writeReferral(
  doer: Doer,
  chance: Chance,
  { childId, telling, askedFor }: { childId: string; telling: Telling; askedFor: AskedFor },
): Promise<string> {
  const id = await startReferral(doer, { childId })
  await passGate(doer, id, telling)
  const form = await referralForm(doer, id)
  for (const [what, impact] of steps.slice(0, chance.between(2, 5)))
    await saveRow(doer, form, 'steps', {
      what,
      impact,
      from_on: addDays(doer.today, -chance.between(60, 200)),
      to_on: null,
    })
  await saveRow(doer, form, 'attendance', {
    school_year: schoolYearOf(doer.today),
    possible_sessions: 120,
    attended_sessions: chance.between(45, 118),
    unauthorised_sessions: chance.between(0, 20),
  })
  if (chance.happens(0.6)) {
    const [hazard, who, controls] = chance.oneOf(risks)
    await saveRow(doer, form, 'risks', {
      hazard,
      who,
      controls,
      likelihood: String(chance.between(1, 4)),
      severity: String(chance.between(1, 4)),
      review_on: addDays(doer.today, 90),
    })
  }
  await saveSections(doer, chance, id, askedFor)
  return id
}

async function passGate(
  doer: Doer,
  id: string,
  { needs = 'none', care = 'never', topUp, excludedOn }: Telling,
) {
  const answers: Record<string, string> = {
    roll: excludedOn ? 'excluded' : 'here',
    'special-needs': topUp ? 'top-up' : needs,
    care: {
      never: 'no',
      own: 'own-authority',
      other: 'other-authority',
      'other, contacts known': 'other-authority',
      previously: 'previously',
      'not known': 'not known',
    }[care],
    admission: 'not applicable',
  }
  const form = await referralForm(doer, id)
  for (const question of gateQuestions)
    await answerGate(doer, { ...form, referral: await referralToChange(doer.tx, id) }, question, {
      answer: answers[question.key] ?? 'not known',
      authority: null,
      since: null,
    })
}

async function saveSections(doer: Doer, chance: Chance, id: string, askedFor: AskedFor) {
  const written: Record<string, Record<string, string | boolean | null>> = {
    reason: {
      asked_for: askedFor,
      reason: chance.oneOf(reasons),
      lead_professional: 'The assistant head for inclusion',
    },
    learning: {
      strengths: chance.oneOf(strengths),
      attainment: 'Working towards the expected standard in English and maths',
      medical: null,
      transport: 'Bus',
      peers_to_avoid: null,
    },
    attendance: { no_suspensions: true },
    care: { no_agencies: true },
    risk: { no_risks: true },
    'child-voice': {
      child_voice: chance.oneOf(voices),
      child_voice_how: 'A conversation with the form tutor',
    },
    'parent-voice': {
      parent_voice: chance.oneOf(parentVoices),
      parent_spoken_to: 'The mother',
      parent_spoken_on: addDays(doer.today, -4),
      parent_agrees: 'agrees',
    },
  }
  for (const { key } of sections) {
    const section = sectionCalled(key)
    if (!section || section.optional) continue
    await saveSection(
      doer,
      { referral: await referralToChange(doer.tx, id) },
      section,
      written[key] ?? {},
      { done: true },
    )
  }
}
