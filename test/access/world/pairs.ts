import { type Building, day } from './build.ts'

/** Records that may be of one child, and changes that wait for a second person. */
export function makePairs(building: Building) {
  const { dice, rows } = building
  const children = rows.child.filter(({ merged_into_id }) => !merged_into_id).map(({ id }) => id)
  const pairs = new Set<string>()
  for (let n = 0; n < 14; n++) {
    const [one, other] = [dice.pick(children), dice.pick(children)]
    if (one === other || pairs.has(one + other)) continue
    pairs.add(one + other)
    rows.possible_duplicate.push({ id: dice.id(), child_id: one, other_child_id: other })
  }
  for (let n = 0; n < 40; n++) {
    const kind = dice.pick(['upn', 'birth-date', 'merge', 'merge'] as const)
    const one = dice.pick(children)
    if (pairs.has(`${kind}${one}`)) continue
    pairs.add(`${kind}${one}`)
    propose(building, kind, one, children)
  }
  proposeBesideSupport(building)
}

/** What a co-ordinator proposed about a child whom a support worker of the same partnership looks after. */
function proposeBesideSupport({ dice, rows }: Building) {
  const supporters = rows.membership.filter(({ role }) => role === 'support-worker')
  for (const each of rows.case_assignment) {
    const supporter = supporters.find(({ user_id }) => user_id === each.user_id)
    const child = rows.referral.find(({ id }) => id === each.referral_id)?.child_id
    const coordinator = rows.membership.find(
      ({ role, organisation_id }) =>
        role === 'coordinator' && organisation_id === supporter?.organisation_id,
    )
    const waits = rows.proposed_change.some(
      ({ child_id, kind }) => child_id === child && kind === 'upn',
    )
    if (!supporter || !child || !coordinator || waits) continue
    rows.proposed_change.push({
      id: dice.id(),
      child_id: child,
      kind: 'upn',
      other_child_id: null,
      proposed_by: coordinator.user_id,
      proposed_by_organisation_id: coordinator.organisation_id,
      outcome: null,
    })
  }
}

type Kind = 'upn' | 'birth-date' | 'merge'

function propose(building: Building, kind: Kind, one: string, children: readonly string[]) {
  const { dice, rows } = building
  const school = rows.enrolment.find(({ child_id }) => child_id === one)?.school_id
  const partnership = rows.referral.find(({ child_id }) => child_id === one)
  const near = rows.membership.filter(
    ({ organisation_id, role }) =>
      organisation_id === school ||
      (organisation_id === partnership?.responsible_partnership_id && role === 'coordinator'),
  )
  const alike = [
    ...rows.enrolment.filter(each => each.school_id === school).map(each => each.child_id),
    ...rows.referral
      .filter(each => each.referring_organisation_id === school)
      .flatMap(each => each.child_id ?? []),
  ].filter(child => child !== one)
  const other = alike.length > 0 && dice.chance(0.7) ? dice.pick(alike) : dice.pick(children)
  const proposer = dice.pick(near.length > 0 && dice.chance(0.7) ? near : rows.membership)
  const outcome = dice.pick([null, null, null, 'refused'])
  const decider = rows.user_account.find(({ id }) => id !== proposer.user_id)
  if (kind === 'merge' && one === other) return
  rows.proposed_change.push({
    id: dice.id(),
    child_id: one,
    kind,
    other_child_id: kind === 'merge' ? other : null,
    new_birth_date: kind === 'birth-date' ? day(building, -5000) : null,
    proposed_by: proposer.user_id,
    // Who proposed may work elsewhere by now.
    proposed_by_organisation_id: dice.chance(0.8)
      ? proposer.organisation_id
      : dice.pick(rows.membership).organisation_id,
    outcome,
    decided_by: outcome ? decider?.id : null,
  })
}
