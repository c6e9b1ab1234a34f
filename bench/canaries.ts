import { spawnSync } from 'node:child_process'

/**
 * For a night: canaries in worlds that no run has seen, each walked through thoroughly. `npm run bench canaries 20` for
 * twenty worlds. A leak names the seed; the same seed makes the same world: ONROLL_CANARY_SEED=… npx vitest run
 * test/access/canaries.test.ts.
 */
const worlds = Number(process.argv[3] ?? 5)
const first = Math.floor(Date.now() / 86_400_000) * 1000
for (let seed = first; seed < first + worlds; seed += 1) {
  console.log(`World ${seed}`)
  const { status } = spawnSync('npx', ['vitest', 'run', 'test/access/canaries.test.ts'], {
    stdio: 'inherit',
    env: { ...process.env, ONROLL_CANARY_SEED: String(seed), ONROLL_CANARY_THOROUGH: '1' },
  })
  if (status !== 0) process.exitCode = 1
}
