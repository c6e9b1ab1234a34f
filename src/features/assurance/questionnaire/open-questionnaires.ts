import { addDays, type IsoDate, londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { writeReference } from '#domain/reference.ts'
import { authorityParameters, provisionFacts } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts } from '#rules/facts.ts'
import { formForEachProvider } from '#rules/questionnaire/form-for-each-provider.ts'
import { requiredForms } from '#rules/questionnaire/required-forms.ts'
import { worldOf } from '#rules/world.ts'
import { tellSchool } from './tell.ts'

/** Which form it is: about one child, at one provider, by the school that buys there. */
interface Triple {
  readonly child: string
  readonly provider: string
  readonly school: string
}
interface Owed extends Triple {
  readonly dueOn: IsoDate
  readonly placementId: string | null
  readonly followsId: string | null
}

// Where the school's calendar does not reach, two weeks stand for ten school days.
const fallbackDays = 14
// A form that follows another is opened four weeks before it is due, so that there is time to look again.
const daysAhead = 28

/**
 * Opens the forms that rule QST-01 asks for and the ones that follow an accepted one, and sets aside those that nobody
 * owes any more. It may run at any time, and twice.
 */
export async function openQuestionnaires(tx: Tx, childIds: readonly string[], now: Date) {
  if (childIds.length === 0) return
  const today = londonDay(now)
  const facts = await provisionFacts(tx, childIds, now)
  const standing = await formsOf(tx, childIds)
  const open = standing.filter(({ status }) => status !== 'accepted' && status !== 'not needed')
  const openKeys = new Set(open.map(keyOf))
  const required = requiredNow(facts, childIds)
  const owed = [
    ...(await owedFirst(tx, facts, required, standing, today)),
    ...owedNext(standing, required, today),
  ].filter(each => !openKeys.has(keyOf(each)))
  for (const each of owed) await openForm(tx, each, today)
  for (const form of open)
    if ((form.status === 'draft' || form.status === 'sent back') && !required.has(keyOf(form)))
      await setAside(tx, form.id)
}

const keyOf = ({ child, provider, school }: Triple) => `${child} ${provider} ${school}`

async function formsOf(tx: Tx, childIds: readonly string[]) {
  const rows = await tx
    .selectFrom('questionnaire')
    .select([
      'id',
      'child_id as child',
      'provider_id as provider',
      'commissioner_id as school',
      'status',
      'next_due_on',
      'opened_on',
      'follows_id',
      'set_aside_by',
    ])
    .where('child_id', 'in', childIds)
    .orderBy('opened_on')
    .orderBy('reference')
    .execute()
  return rows
}
type Form = Awaited<ReturnType<typeof formsOf>>[number]

/** Every form that there should be one of today, returned or not, with the first placement that it is about. */
function requiredNow(facts: Facts, childIds: readonly string[]): Map<string, string> {
  const world = worldOf({ ...facts, questionnaires: [] })
  return new Map(
    childIds.flatMap(child =>
      requiredForms(child, world).map(({ provider, school, placement }): [string, string] => [
        keyOf({ child, provider, school }),
        placement.id,
      ]),
    ),
  )
}

/** What rule QST-01 asks for, by its own day. */
async function owedFirst(
  tx: Tx,
  facts: Facts,
  required: ReadonlyMap<string, string>,
  standing: readonly Form[],
  today: IsoDate,
): Promise<Owed[]> {
  const parameters = await authorityParameters(tx)
  return evaluate(facts, { rules: [formForEachProvider], parameters }).map(finding => {
    const triple = {
      child: finding.subject.id,
      provider: String(finding.values?.['provider']),
      school: String(finding.values?.['school']),
    }
    return {
      ...triple,
      dueOn: (finding.due as IsoDate | undefined) ?? addDays(today, fallbackDays),
      placementId: required.get(keyOf(triple)) ?? null,
      followsId: lastAccepted(standing, triple)?.id ?? null,
    }
  })
}

/** The Virtual School said, when it accepted the last one, by when it wants the next. */
const owedNext = (
  standing: readonly Form[],
  required: ReadonlyMap<string, string>,
  today: IsoDate,
): Owed[] =>
  [...required].flatMap(([key, placementId]) => {
    const [child = '', provider = '', school = ''] = key.split(' ')
    const last = lastAccepted(standing, { child, provider, school })
    if (!last?.next_due_on || addDays(last.next_due_on, -daysAhead) > today) return []
    // The Virtual School has said that it needs none after it.
    if (standing.some(form => form.follows_id === last.id && form.set_aside_by)) return []
    return [{ child, provider, school, dueOn: last.next_due_on, placementId, followsId: last.id }]
  })

const lastAccepted = (standing: readonly Form[], triple: Triple) =>
  standing.filter(form => form.status === 'accepted' && keyOf(form) === keyOf(triple)).at(-1)

async function openForm(tx: Tx, owed: Owed, today: IsoDate) {
  const opened = await tx
    .insertInto('questionnaire')
    .values({
      id: newId(),
      child_id: owed.child,
      provider_id: owed.provider,
      commissioner_id: owed.school,
      placement_id: owed.placementId,
      status: 'draft',
      opened_on: today,
      due_on: owed.dueOn,
      follows_id: owed.followsId,
    })
    // Two jobs may find the same thing at once: one form is enough.
    .onConflict(conflict => conflict.doNothing())
    .returning(['id', 'reference'])
    .executeTakeFirst()
  if (opened)
    await tellSchool(tx, today, {
      commissionerId: owed.school,
      name: writeReference('questionnaire', opened.reference),
      dueOn: owed.dueOn,
      what: 'opened',
    })
}

const setAside = (tx: Tx, id: string) =>
  tx
    .updateTable('questionnaire')
    .set({
      status: 'not needed',
      not_needed_because:
        'The placement is over, or this authority no longer looks after the child.',
    })
    .where('id', '=', id)
    .execute()
