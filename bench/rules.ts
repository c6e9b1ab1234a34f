import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { findingsOf } from '#rules/engine.ts'
import { syntheticWorld } from './synthetic-world.ts'

/**
 * How fast the rules run in memory, on one core: seconds are those that the thread had the core to itself.
 * Promised: 20,000 placements a second, a cost that grows in line with the world, and memory that does not
 * grow with the findings.
 */
const promised = 20_000

// Memory is what is held, not what waits to be swept: so we sweep before each look, outside the time that is measured.
setFlagsFromString('--expose-gc')
const sweep = runInNewContext('gc') as () => void

// The first runs of any program are slower: they are not what is promised.
for (let run = 0; run < 5; run += 1) once(syntheticWorld(1_000), 1_000)

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
      `${Math.max(...runs.map(run => run.megabytes))} MB held at most beside the facts (${Math.round((Math.max(...runs.map(run => run.megabytes)) * 1024) / placements)} kB a placement)`,
    ].join('; '),
  )
}

function once(facts: ReturnType<typeof syntheticWorld>, placements: number) {
  const start = process.threadCpuUsage()
  let findings = 0
  for (const _finding of findingsOf(facts)) findings += 1
  const { user, system } = process.threadCpuUsage(start)
  return { findings, seconds: (user + system) / 1_000_000, megabytes: held(facts, placements) }
}

/** The most that a run holds beside the facts, at four looks on its way. */
function held(facts: ReturnType<typeof syntheticWorld>, placements: number) {
  sweep()
  const before = process.memoryUsage().heapUsed
  let findings = 0
  let most = before
  for (const _finding of findingsOf(facts)) {
    findings += 1
    if (findings % (placements * 2) !== 0) continue
    sweep()
    most = Math.max(most, process.memoryUsage().heapUsed)
  }
  return Math.round((most - before) / 1_048_576)
}

function words(n: number): string {
  return n.toLocaleString('en-GB')
}
