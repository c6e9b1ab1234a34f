import { addDays, type IsoDate } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import { childForm } from '#features/children/index.ts'
import { placementsOf } from '#features/placements/index.ts'
import { InsetText } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'
import { DirectionFields, directionSchema, type PlacementChoices } from './direction-fields.tsx'
import { draftDirection } from './write-direction.ts'

const open = new Set(['proposed', 'offered', 'accepted', 'live'])

/** Placements of the child that are not over. */
export async function placementChoices(tx: Tx, childId: string): Promise<PlacementChoices> {
  const placements = (await placementsOf(tx, childId)).filter(
    ({ status, kind }) => open.has(status) && kind !== 'work experience',
  )
  return Object.fromEntries(
    placements.map(({ id, reference, providerName }) => [
      id,
      `${writeReference('placement', reference)}, ${providerName}`,
    ]),
  )
}

/** The one whose route is off-site direction: most likely what the notice is about. */
const directedPlacement = async (tx: Tx, childId: string): Promise<string | undefined> =>
  (await placementsOf(tx, childId)).find(
    ({ status, route }) => open.has(status) && route === 'off-site direction',
  )?.id

const daysToFirstReview = 30
/** Our own default: the law asks for intervals that suit the child (OSD-04). */
export const proposedReview = (startOn: IsoDate): IsoDate => addDays(startOn, daysToFirstReview)

/** Only the school of roll directs: somebody else’s page does not exist. */
async function ofOurRoll({ tx, me, today }: Pick<Visit, 'tx' | 'me' | 'today'>, childId: string) {
  const here = await tx
    .selectFrom('enrolment')
    .select('id')
    .where('child_id', '=', childId)
    .where('school_id', '=', me.organisationId)
    .where('from_on', '<=', today)
    .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', today)]))
    .executeTakeFirst()
  if (!here) throw new NotFound()
}

/** Begins a direction: what is known is written, gaps may stay until the notice is issued. */
export const directPage = childForm({
  path: '/children/:child/directions/new',
  section: 'programme',
  permission: 'direction.write',
  title: 'Direct off-site',
  button: 'Save the draft',
  async load(visit, { child }) {
    await ofOurRoll(visit, child.id)
    const placements = await placementChoices(visit.tx, child.id)
    return { placements, first: await directedPlacement(visit.tx, child.id) }
  },
  schema: ({ placements }, _subject, today) => directionSchema(placements, today),
  initial: ({ first }) => ({
    purpose: 'improve-behaviour',
    sessions: '2',
    placementId: first ?? '',
  }),
  fields: (form, { placements }) => (
    <>
      <InsetText>
        Nobody is told before the notice is issued. Gaps may stay until then; each will be named.
      </InsetText>
      <DirectionFields form={form} placements={placements} />
    </>
  ),
  async submit(visit, _model, { go: _go, ...answers }, { child }) {
    const id = await draftDirection(visit, child.id, answers)
    visit.flash('The draft is saved. Nobody has been told yet.')
    return `/directions/${id}`
  },
})
