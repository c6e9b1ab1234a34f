import type { IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { canBeStopped, commissionerOf, isOver } from '../counting/placement-days.ts'
import { appendixTwo, type EvidenceDocument } from '../data/documents.ts'
import type { Placement } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { providerStandards } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { firstSeenBy, isNotApplicable } from './sightings.ts'

export const proofBeforeStart: Rule = {
  id: 'EVD-01',
  area: 'EVD',
  title: 'Proof before start',
  statement:
    'Before a pupil starts, the commissioner has itself seen each document of Appendix 2, and recorded the day.',
  binds: 'Commissioner',
  test: 'Speaks for each of the 25 documents that this commissioner has not seen on or before the first day: a block up to and on that day, a breach after it, a warning when it was seen too late. The employer’s certificate does not apply where nobody is employed and a declaration says so.',
  basis: ['council-expectation'],
  levels: ['high', 'breach', 'warning'],
  blocks: ['start-placement'],
  sources: [
    cite(pack, '37', 'Prior to a pupil commencing attendance at AP'),
    cite(pack, '77-153'),
    cite(providerStandards),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [on('placement', judge)],
}

function judge(placement: Placement, world: World): Draft[] {
  const commissioner = commissionerOf(placement)
  if (commissioner === undefined || isOver(placement, world)) return []
  const provider = world.provider(placement.provider)
  const seen = firstSeenBy(placement.provider, commissioner, world)
  const stoppable = canBeStopped(placement, world)
  const drafts: Draft[] = []
  for (const document of appendixTwo) {
    const seenOn = seen.get(document.id)
    if (seenOn !== undefined && seenOn <= placement.start) continue
    if (isNotApplicable(document.id, provider, world)) continue
    drafts.push(seenOn === undefined ? notSeen(document, stoppable) : seenLate(document, seenOn))
  }
  return drafts
}

const notSeen = ({ id, title }: EvidenceDocument, stoppable: boolean): Draft => ({
  level: stoppable ? 'high' : 'breach',
  blocks: stoppable ? ['start-placement'] : [],
  values: { document: id },
  message: stoppable
    ? `${title}: not seen by the commissioner. See it before the pupil starts.`
    : `${title}: the pupil has started, and the commissioner has not seen it. See it now.`,
})

const seenLate = ({ id, title }: EvidenceDocument, seenOn: IsoDate): Draft => ({
  level: 'warning',
  values: { document: id, seenOn },
  message: `${title}: seen on ${spokenDay(seenOn)}, after the pupil had started.`,
})
