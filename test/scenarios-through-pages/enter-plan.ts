import type { Placement, Pupil, SubstantialPlan } from '#rules/facts.ts'
import { type Actor, type ScenarioCounty, saved } from './county-of-the-scenarios.ts'

/** The individual plan, the contacts and the agreement of the provider, as a case has them. */
export async function enterPlan(
  actor: Actor,
  placement: string,
  facts: Placement,
  manager: Actor,
): Promise<void> {
  const { page } = actor
  const at = `/placements/${placement}`
  const { plan = {} } = facts
  await page.visit(`${at}/plan/edit`)
  for (const [label, words] of [
    ['Where the child is now', plan.baseline],
    ['By when', plan.timeframe],
    ['How progress is assessed and followed', plan.assessmentArrangements],
    ['Qualifications the child works towards', plan.qualifications],
    ['Who is the link at the home school?', plan.homeSchoolLink],
    ['How the child stays in touch with classmates', plan.peerContact],
    ['Work with other services', plan.serviceLinks],
    ['Advice on next steps', plan.nextStepsAdvice],
  ] as const)
    if (words) page.fill(label, words)
  if (plan.staffQualificationsSeenDate)
    page.fillDate('staff_qualifications_seen_on', plan.staffQualificationsSeenDate)
  page.chooseIn('Is going back to mainstream an aim?', 'No')
  await saved(actor, 'Save', 'saved')
  for (const objective of plan.objectives ?? []) {
    await page.visit(`${at}/plan/objectives/new`)
    page
      .choose('Personal')
      .fill('What is to be reached?', objective)
      .fill('How can one tell?', 'In the register')
      .fillDate('target_on', '2027-03-25')
    await saved(actor, 'Add the objective', objective)
  }
  await enterContacts(actor, placement, facts)
  if (plan.providerAgreedDate) {
    await page.visit(`${at}/plan`)
    await page.press('Ask the provider to agree')
    await manager.page.visit(`/placed/${placement}/plan`)
    await manager.page.press('We agree to this plan')
  }
}

const contactWords = { visit: 'Visit', call: 'Call', meeting: 'Meeting', message: 'Message' }

export async function enterContacts(actor: Actor, placement: string, facts: Placement) {
  for (const { date, kind } of facts.contacts ?? []) {
    await actor.page.visit(`/placements/${placement}/contacts`)
    actor.page
      .choose(contactWords[(kind ?? 'call') as 'call'])
      .fill('With whom?', 'The tutor')
      .fillDate('on', date)
    await saved(actor, 'Note the contact', 'The contact is noted')
  }
}

/** Plans the next review, as far as a case has one that is not yet held. */
export async function enterReview(actor: Actor, placement: string, facts: Placement) {
  const next = facts.reviews?.find(({ heldDate }) => heldDate === undefined)
  if (!next) return
  await actor.page.visit(`/placements/${placement}/reviews`)
  actor.page.fillDate('dueOn', next.date)
  await saved(actor, 'Plan the review', 'The review is planned')
}

/** A medical exception is recorded on its day. */
export async function enterException(
  { site }: ScenarioCounty,
  actor: Actor,
  child: string,
  { medicalException: exception }: Pupil,
) {
  if (!exception?.recordedDate || !exception.reviewDate) return
  site.setToday(exception.recordedDate)
  await actor.page.visit(`/children/${child}/programme/medical`)
  actor.page
    .fill('What shows it?', 'A letter of the clinic')
    .fillDate('reviewOn', exception.reviewDate)
  await saved(actor, 'Save', 'The medical exception is saved')
}

/** The short-term plan, agreed by the school and everybody with parental responsibility, and put in force. */
export async function enterShortTermPlan(
  actor: Actor,
  placement: string,
  plan: SubstantialPlan,
  manager: Actor,
) {
  const { page } = actor
  await page.visit(`/placements/${placement}/short-term-plan/write`)
  page
    .fill('What is the plan for?', 'Until a second provider has room')
    .fillDate('startOn', plan.start ?? '')
    .fillDate('reviewOn', plan.reviewDate ?? '')
    .fill('Who agreed for the school? (optional until it is put in force)', 'Henrietta Head')
    .fillDate('schoolAgreedOn', plan.schoolAgreedDate ?? '')
  if (plan.endDate) page.fillDate('endOn', plan.endDate)
  await saved(actor, 'Save the draft', 'The draft is saved')
  await page.follow('Record')
  page.choose('Yes').fill('How do you know?', 'A signed form')
  await page.press('Save the answer')
  // Without its last day it stays a draft.
  if (!plan.endDate) return
  await saved(actor, 'Put it in force', 'The plan is in force')
  if (!plan.providerCopyAcknowledgedDate) return
  await manager.page.visit(`/placed/${placement}`)
  await saved(manager, 'We hold a copy', 'that you hold it')
}
