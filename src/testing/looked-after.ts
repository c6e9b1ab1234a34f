import { newId } from '#domain/ids.ts'
import { enqueue } from '#platform/jobs.ts'
import { county } from './county.ts'
import type { TestSite } from './site.ts'

/** The county with a Virtual School whose authority exists, a provider, and children whom schools have placed there. */
export async function lookedAfter(site: TestSite, today: string) {
  const world = await county(site)
  const { insert, member, organisation, child, larkfield } = world
  // The pages offer authorities that exist, so the county of these tests is one of them.
  await site.admin.query(`update setting set value = $1 where key = 'authority'`, [
    JSON.stringify({ key: 'leicestershire', name: 'Leicestershire County Council' }),
  ])
  const forge = await organisation('provider', 'The Forge')
  const referrer = await member('school-referrer', larkfield, { name: 'Rita Referrer' })
  const officer = await member('virtual-school', world.virtualSchoolTeam, { name: 'Vera Virtual' })

  /** A child whom a school has placed with the provider itself, one day a week since September. */
  async function placed({
    commissioner = larkfield,
    school = larkfield,
    provider = forge,
    ...more
  }: {
    commissioner?: string
    school?: string
    provider?: string
    care?: string
    lookedAfterBy?: string
    forename?: string
    surname?: string
  } = {}) {
    const id = await child({ school, ...more })
    const placement = await insert('placement', {
      id: newId(),
      child_id: id,
      kind: 'alternative provision',
      route: 'tier 3',
      commissioner_id: commissioner,
      provider_id: provider,
      status: 'live',
      purpose: 'To come back to lessons by Easter',
      need_category: 'behaviour',
      planned_start_on: '2026-09-07',
      started_on: '2026-09-07',
      made_by: referrer.userId,
      made_at: '2026-09-01T09:00:00Z',
    })
    await insert('placement_session', {
      id: newId(),
      placement_id: placement,
      weekday: 1,
      starts_at: '09:30',
      ends_at: '14:30',
      from_on: '2026-09-07',
    })
    return { id, placement }
  }

  const formsAbout = async (childId: string) => {
    const { rows } = await site.admin.query(
      'select * from questionnaire where child_id = $1 order by reference',
      [childId],
    )
    return rows
  }

  /** The job that opens questionnaires, about one child or about all. */
  async function lookAgain(child?: string) {
    await site.db.asWorker(tx =>
      enqueue(tx, { name: 'open-questionnaires' }, child ? { child } : {}),
    )
    await site.runJobs()
  }

  /** It becomes known that a child is looked after from today. */
  async function comesIntoCare(childId: string, authority: string | null = 'leicestershire') {
    await site.admin.query(
      `update care_status set to_on = $2::date - 1 where child_id = $1 and to_on is null`,
      [childId, today],
    )
    await insert('care_status', {
      id: newId(),
      child_id: childId,
      status: 'looked-after',
      authority,
      from_on: today,
      source: 'social care',
    })
    await lookAgain(childId)
  }

  /** A form about a looked-after child, with all fifteen answers confirmed. */
  async function answered(more: Parameters<typeof placed>[0] = {}) {
    const { id, placement } = await placed({
      care: 'looked-after',
      lookedAfterBy: 'leicestershire',
      ...more,
    })
    await lookAgain(id)
    const [form] = await formsAbout(id)
    for (let question = 1; question <= 15; question++)
      await insert('questionnaire_answer', {
        questionnaire_id: form.id,
        question,
        answer: `Answer ${question}`,
        registered: question === 2 ? false : null,
        confirmed_by: referrer.userId,
        confirmed_at: `${today}T09:00:00Z`,
      })
    return { id, placement, form }
  }

  return {
    ...world,
    forge,
    referrer,
    officer,
    placed,
    formsAbout,
    lookAgain,
    comesIntoCare,
    answered,
  }
}
