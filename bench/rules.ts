import { findingsOf } from '#rules/engine.ts'
import { syntheticWorld } from './synthetic-world.ts'

/**
 * How fast the rules run in memory, on one core: seconds are those that the thread had the core to itself.
 * Promised: 20,000 placements a second, a cost that grows in line with the world, and memory that does not
 * grow with the findings.
 */
const promised = 20_000

for (const placements of [1_000, 10_000, 100_000]) {
  const facts = syntheticWorld(placements)
  const runs = [1, 2, 3].map(() => once(facts, placements))
  const best = runs.reduce((a, b) => (b.seconds < a.seconds ? b : a))
  const rate = Math.round(placements / best.seconds)
  console.log(
    [
      `${words(placements)} placements`,
      `${words(best.findings)} findings`,
      `${best.seconds.toFixed(3)} s`,
      `${words(rate)} placements a second${rate < promised ? ` (promised: ${words(promised)})` : ''}`,
      `${Math.max(...runs.map(run => run.megabytes))} MB at most beside the facts`,
    ].join('; '),
  )
}

function once(facts: ReturnType<typeof syntheticWorld>, placements: number) {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const start = process.threadCpuUsage()
  let findings = 0
  let most = before
  for (const _finding of findingsOf(facts)) {
    findings += 1
    if (findings % placements === 0) most = Math.max(most, process.memoryUsage().heapUsed)
  }
  const { user, system } = process.threadCpuUsage(start)
  const seconds = (user + system) / 1_000_000
  return { findings, seconds, megabytes: Math.round((most - before) / 1_048_576) }
}

function words(n: number): string {
  return n.toLocaleString('en-GB')
}
