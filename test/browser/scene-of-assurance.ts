import { newId } from '#domain/ids.ts'
import { pupilCode, pupilToken } from '#features/plans/pupil/pupil-secrets.ts'
import { enqueue } from '#platform/jobs.ts'
import type { TestSite } from '#testing/site.ts'
import { peopleByRole } from './people.ts'
import type { Act, Stage } from './scene.ts'

/**
 * Looked-after children whom a school has placed itself: a form that it is still writing, one that it has returned, and
 * one that was accepted and about which something is asked.
 */
export const formsForTheVirtualSchool: Act = async stage => {
  const school = (await peopleByRole(stage.site)).get('school-dsl')
  if (!school) throw new Error('The county has no safeguarding lead')
  const [drafted, returned, accepted] = await threeForms(stage.site, school.organisation)
  const [lead, officer] = [stage.as('school-dsl'), stage.as('virtual-school')]
  for (const id of [returned, accepted]) {
    await lead.visit(`/questionnaires/${id}/check`)
    await lead.press('Return the form')
  }
  await officer.visit(`/questionnaires/${accepted}/ask/3`)
  await officer.fill('What do you want to see?', 'The record of a visit').press('Ask the school')
  stage.leave(
    'virtual-school',
    `/questionnaires/${drafted}`,
    `/questionnaires/${returned}`,
    `/questionnaires/${returned}/accept`,
    ...(await judged(stage, String(accepted))),
  )
  stage.leave('school-dsl', `/questionnaires/${drafted}`, `/questionnaires/${accepted}`)
}

/** What was asked is answered by the school in the walk; the form is accepted all the same, as it was before. */
async function judged({ site }: Stage, form: string): Promise<string[]> {
  await site.admin.query(
    `update questionnaire set status = 'accepted', accepted_at = now(), next_due_on = current_date + 100 where id = $1`,
    [form],
  )
  return [`/questionnaires/${form}`, `/questionnaires/${form}/ask-again`]
}

/** Three children of the school's roll come into care while they are at a provider that the school pays. */
async function threeForms(site: TestSite, school: string): Promise<string[]> {
  const { admin, db } = site
  const { rows: children } = await admin.query<{ id: string; school: string; person: string }>(
    `select e.child_id as id, o.id as school, (select m.user_id from membership m where m.organisation_id = o.id limit 1) as person
       from enrolment e join organisation o on o.id = e.school_id
      where o.name = $1 and e.from_on <= current_date and e.to_on is null
        and not exists (select 1 from placement p where p.child_id = e.child_id)
      order by e.child_id limit 3`,
    [school],
  )
  for (const { id, school: commissioner, person } of children) {
    const placement = newId()
    await admin.query(
      `update care_status set to_on = current_date - 1 where child_id = $1 and to_on is null and from_on < current_date`,
      [id],
    )
    await admin.query(
      `insert into care_status (id, child_id, status, authority, from_on, source, recorded_by, recorded_at)
         select $1, $2, 'looked-after', value ->> 'key', current_date, 'social care', $3, now() from setting where key = 'authority'`,
      [newId(), id, person],
    )
    await admin.query(
      `insert into placement (id, child_id, kind, route, commissioner_id, provider_id, status, purpose, need_category,
           planned_start_on, started_on, made_by, made_at)
         select $1, $2, 'alternative provision', 'tier 3', $3, organisation_id, 'live', 'To come back to lessons', 'behaviour',
           current_date - 30, current_date - 30, $4, now() from provider order by organisation_id limit 1`,
      [placement, id, commissioner, person],
    )
    await db.asWorker(tx => enqueue(tx, { name: 'open-questionnaires' }, { child: id }))
  }
  await site.runJobs()
  const { rows: forms } = await admin.query<{ id: string }>(
    'select id from questionnaire where child_id = any ($1) order by id',
    [children.map(({ id }) => id)],
  )
  for (const { id } of forms.slice(1))
    await admin.query(
      `insert into questionnaire_answer (questionnaire_id, question, answer, registered, confirmed_by, confirmed_at)
         select $1, n, 'As it is', case when n = 2 then false end, $2, now() from generate_series(1, 15) n
         on conflict (questionnaire_id, question) do update
           set answer = excluded.answer, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at, registered = excluded.registered`,
      [id, children[0]?.person],
    )
  return forms.map(({ id }) => id)
}

/** A commissioner looks at a document of a provider, and says so; it can be taken back. */
export const aDocumentIsSeen: Act = async stage => {
  const coordinator = stage.as('coordinator')
  const { rows } = await stage.site.admin.query<{ at: string }>(
    `select '/providers/' || provider_id || '/evidence/' || document as at from evidence_item
      where superseded_at is null order by provider_id, document limit 1`,
  )
  const at = rows[0]?.at
  if (!at) throw new Error('No provider of the county has brought a document')
  await coordinator.visit(`${at}/sighting`)
  await coordinator
    .choose('Yes, I saw it and it is what it should be')
    .choose('The provider sent us a copy')
    .fill('What did you check?', 'Its dates')
    .press('Save')
  stage.leave('coordinator', at, `${at}/sighting`)
}

/** A child’s own view: the link and its code, in the browser of somebody who has them. */
export const aViewIsOpened: Act = async stage => {
  const { secret } = stage.site.site
  const { rows } = await stage.site.admin.query<{ id: string }>(
    `select id from pupil_link where revoked_at is null and used_at is null order by made_at desc limit 1`,
  )
  const link = rows[0]?.id
  if (!link) throw new Error('No child has a link')
  const at = `/your-view/${pupilToken(secret, link)}`
  await stage.nobody.visit(at)
  await stage.nobody.fill('Your code', pupilCode(secret, link)).press('Go on')
  stage.leave('nobody', at, `${at}/questions`, '/your-view/thank-you')
}
