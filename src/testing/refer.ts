import { newId } from '#domain/ids.ts'
import type { Browser } from './browser.ts'
import type { Scene } from './site.ts'

/** Answers the gate as the record has it, and every part of the referral, as a school would. Stops before sending. */
export async function fillIn(
  browser: Browser,
  { admission = 'The child was not admitted in the course of this school year' } = {},
) {
  // Roll, SEND and care are answered by the record; the admission is not.
  for (let asked = 0; asked < 3; asked++) await browser.press('Continue')
  await browser.choose(admission).press('Continue')
  await browser.follow('Continue with the referral')
  const referral = browser.url
  const part = async (title: string, fill: () => unknown) => {
    await browser.visit(referral)
    await browser.follow(title)
    await fill()
    await browser.press('Save and mark as finished')
    if (browser.url !== referral) throw new Error(`“${title}” was not finished: ${browser.text}`)
  }
  await part('The child', () => browser.tick('These details are right'))
  await part('Parents, carers', () => browser.tick('These contacts are right'))
  await part(
    'Reason and what',
    () =>
      void browser
        .choose('Tier 3: part-time alternative provision')
        .fill('Why are you referring this child?', 'Robin has stopped coming to lessons.')
        .fill('Who leads on this at your school?', 'Ann Example, SENCO'),
  )
  await part('Strengths', () => browser.fill('Strengths and interests', 'Cooking and bicycles'))
  await part('What you have tried', async () => {
    await browser.follow('Add a step')
    await browser
      .fill('What did you do?', 'A mentor twice a week')
      .fill('What came of it?', 'Better mornings')
      .press('Save')
  })
  await part('Attendance and suspensions', async () => {
    await browser.follow('Add a school year')
    await browser
      .fill('School year', '2026-27')
      .fill('Possible sessions so far', '100')
      .fill('Sessions attended', '61')
      .press('Save')
    browser.tick('There have been no suspensions')
  })
  await part('Special educational needs', () => browser.tick('This is right today'))
  await part('Care and other agencies', () =>
    browser.tick('No other agency works with the family').tick('This is right today'),
  )
  await part('Risk assessment', () => browser.tick('We know of no risk'))
  await part(
    'The child’s voice',
    () =>
      void browser
        .fill('What does the child say?', 'I like the workshop.')
        .fill('How did you find out?', 'A conversation on 3 November'),
  )
  await part('The parents’ voice', () =>
    browser.fill('What do the parents or carers say?', 'We want help.').choose('Yes'),
  )
  return referral
}

/**
 * The same referral with its parts filled in past the pages, for journeys that are about something else. The gate and the
 * sending go through the pages: there the rules are asked.
 */
export async function referBriefly(
  test: Scene,
  browser: Browser,
  child: string,
  answers: readonly (string | undefined)[] = [],
): Promise<string> {
  const id = await draftBriefly(test, browser, child, answers)
  await send(browser, id)
  return id
}

/** A draft with every part filled in, ready to be sent. */
export async function draftBriefly(
  test: Scene,
  browser: Browser,
  child: string,
  answers: readonly (string | undefined)[] = [],
): Promise<string> {
  await browser.visit(`/referrals/new?child=${child}`)
  await browser.press('Start the referral')
  const id = browser.url.split('/')[2] ?? ''
  for (const question of ['roll', 'special-needs', 'care', 'admission']) {
    await browser.visit(`/referrals/${id}/gate/${question}`)
    const answer =
      answers[['roll', 'special-needs', 'care', 'admission'].indexOf(question)] ??
      (question === 'admission'
        ? 'The child was not admitted in the course of this school year'
        : undefined)
    if (answer) browser.choose(answer)
    await browser.press('Continue')
  }
  await fillPast(test, id)
  return id
}

export async function fillPast(test: Scene, id: string) {
  await test.admin.query(
    `update onroll.referral set asked_for = 'tier-3', reason = 'Robin has stopped coming to lessons.',
       lead_professional = 'Ann Example', strengths = 'Cooking', child_voice = 'I like the workshop.',
       child_voice_how = 'A conversation', parent_voice = 'We want help.', parent_agrees = 'agrees', no_suspensions = true,
       no_risks = true, no_agencies = true,
       sections_done = '{child,contacts,reason,learning,response,attendance,special-needs,care,risk,child-voice,parent-voice}'
     where id = $1`,
    [id],
  )
  await test.admin.query(
    `insert into onroll.response_step (id, referral_id, what, impact) values ($1, $2, 'A mentor', 'Better mornings')`,
    [newId(), id],
  )
  await test.admin.query(
    `insert into onroll.attendance_summary (id, referral_id, school_year, possible_sessions, attended_sessions)
     values ($1, $2, '2026-27', 100, 61)`,
    [newId(), id],
  )
}

export async function send(browser: Browser, id: string) {
  await browser.visit(`/referrals/${id}/check`)
  browser.tick('The parents know that we share this, or we have a recorded reason not to tell them')
  await browser.press('Send the referral')
  if (browser.heading !== 'Referral sent') throw new Error(`It was not sent: ${browser.text}`)
}

/** A referral of this child, sent. Returns its id. */
export async function refer(browser: Browser, child: string): Promise<string> {
  await browser.visit(`/referrals/new?child=${child}`)
  await browser.press('Start the referral')
  await fillIn(browser)
  const id = browser.url.split('/')[2] ?? ''
  await send(browser, id)
  return id
}
