import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue, type JobTools, job } from '#platform/jobs.ts'
import type { Facts } from '#rules/facts.ts'
import { keepFindings } from '../keep-findings.ts'
import { authorityParameters } from '../parameters.query.ts'
import { evaluateProviders } from '../providers/evaluate-providers.ts'
import { closingFindings } from './closing-findings.ts'
import { placementFindings } from './placement-findings.ts'
import { childProvision, provisionFacts } from './provision-world.ts'

type When = Pick<Doer, 'tx' | 'now' | 'today'>

/** Placements about which something can still be done. */
export const openPlacementStatuses = ['proposed', 'offered', 'accepted', 'live'] as const

/**
 * Asks the rules about a child's placements in the transaction that changed a fact, and about everybody else at the
 * same providers a moment later, because their counts may have changed with it. `left` are providers that the child is
 * at no more.
 */
export async function reevaluateProvision(
  doer: When & Pick<Doer, 'me'>,
  childId: string,
  left: readonly string[] = [],
): Promise<void> {
  const mine = await doer.tx
    .selectFrom('placement')
    .select(['id', 'provider_id', 'status'])
    .where('child_id', '=', childId)
    .where('commissioner_id', '=', doer.me.organisationId)
    .execute()
  const facts = (await childProvision(doer.tx, childId)).factsOn(doer.today)
  await keepFor(
    doer,
    facts,
    mine.map(({ id }) => id),
  )
  const providers = new Set([...mine.map(({ provider_id }) => provider_id), ...left])
  await enqueue(
    doer.tx,
    { name: 'open-questionnaires' },
    { child: childId },
    { key: `questionnaires ${childId}` },
  )
  await askAboutProviders(
    doer,
    [...providers].flatMap(id => id ?? []),
  )
}

/** For who changes something and may not write findings, such as a provider that answers: a job does it. */
export async function askAboutProviders({ tx }: Pick<Doer, 'tx'>, providers: readonly string[]) {
  for (const provider of providers)
    await enqueue(
      tx,
      { name: 're-evaluate-provider' },
      { provider },
      { key: `provision ${provider}` },
    )
}

export const reevaluateProviderJob = job({
  name: 're-evaluate-provider',
  payload: z.object({ provider: z.uuid() }),
  work: ({ provider }, tools) => reevaluateAt(tools, [provider]),
})

/** Every night, because weeks change and plans lapse by time alone. */
export const reevaluateProvisionJob = job({
  name: 're-evaluate-provision',
  payload: z.object({}),
  cron: '45 2 * * *',
  async work(_nothing, tools) {
    const providers = await tools.db.asWorker(tx =>
      tx
        .selectFrom('placement')
        .select('provider_id')
        .distinct()
        .where('status', 'in', openPlacementStatuses)
        .where('provider_id', 'is not', null)
        .orderBy('provider_id')
        .execute(),
    )
    const ids = providers.flatMap(({ provider_id }) => provider_id ?? [])
    for (let at = 0; at < ids.length; at += batch)
      await reevaluateAt(tools, ids.slice(at, at + batch))
  },
})

const batch = 25

const reevaluateAt = ({ db, now }: JobTools, providers: readonly string[]) =>
  db.asWorker(async tx => {
    const rows = await tx
      .selectFrom('placement')
      .select(['id', 'child_id', 'status'])
      .where('provider_id', 'in', providers)
      .execute()
    const open = new Set<string>(openPlacementStatuses)
    const children = rows.flatMap(({ child_id, status }) => (open.has(status) ? [child_id] : []))
    const facts = await provisionFacts(tx, children, now())
    await keepFor(
      { tx, now: now(), today: londonDay(now()) },
      facts,
      rows.map(({ id }) => id),
    )
    await evaluateProviders({ tx, now: now(), today: londonDay(now()) }, providers)
  })

async function keepFor(when: When, facts: Facts, placementIds: readonly string[]) {
  if (placementIds.length === 0) return
  const parameters = await authorityParameters(when.tx)
  const found = [
    ...placementFindings(facts, new Set(placementIds), parameters),
    ...(await closingFindings(when.tx, placementIds, facts, parameters)),
  ]
  const standing = await when.tx
    .selectFrom('finding')
    .select(['id', 'fingerprint'])
    .where('placement_id', 'in', placementIds)
    .where('superseded_at', 'is', null)
    .execute()
  await keepFindings(when, standing, found)
}
