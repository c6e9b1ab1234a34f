import { comparedOn } from '../compared-on.ts'
import { isRegistered } from '../counting/provider.ts'
import { weekLength } from '../counting/timetable.ts'
import type { Id, Placement, School } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { planningCall } from '../sources/provision.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import { providerName, spokenCount, spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { pupilsElsewhere } from './school-pupils.ts'

export const planningCallList: Rule = {
  id: 'OFS-08',
  area: 'OFS',
  title: 'Planning-call list',
  statement:
    'In the planning call inspectors ask for the providers in use: names, addresses, registration and number, pupils and reasons, start dates and hours.',
  binds: 'School',
  test: 'When a planning call is dated today or later: information for each provider that pupils on the school’s roll are at, and whether everything asked for is known.',
  basis: ['design'],
  levels: ['info'],
  blocks: [],
  sources: [cite(ourDesign), cite(planningCall), cite(faq, '128')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [on('school', judge)],
}

function judge({ id, planningCallDate }: School, world: World): Draft[] {
  if (planningCallDate === undefined || planningCallDate < world.today) return []
  const placements = pupilsElsewhere(id, world).flatMap(pupil => pupil.placements)
  const providers = Map.groupBy(placements, ({ provider }) => provider)
  return [...providers].map(([provider, there]) => {
    const pupils = new Set(there.map(({ pupil }) => pupil)).size
    const complete = isComplete(provider, there, world)
    return {
      level: 'info',
      due: planningCallDate,
      values: {
        task: 'export-planning-call-list',
        provider,
        pupils,
        registered: isRegistered(world.provider(provider)),
        urn: world.provider(provider)?.dfeUrn,
        complete,
      },
      message: `Planning call on ${spokenDay(planningCallDate)}: ${spokenCount(pupils, 'pupil')} at ${providerName(provider, world)}. ${complete ? 'Export the list.' : 'Name, address, purpose or hours are missing: add them and export the list.'}`,
    }
  })
}

function isComplete(id: Id, placements: readonly Placement[], world: World): boolean {
  const provider = world.provider(id)
  const isKnown = (text: string | undefined) => text !== undefined && text.trim() !== ''
  return (
    isKnown(provider?.name) &&
    isKnown(provider?.address) &&
    placements.every(({ purpose, timetable }) => isKnown(purpose) && weekLength(timetable).complete)
  )
}
