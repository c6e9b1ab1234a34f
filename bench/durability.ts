import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deadlyGround } from '#testing/killed-while-sending.ts'
import { endOnrolls } from '#testing/operator.ts'

/**
 * Twenty deaths each of Onroll and of PostgreSQL while 200 referrals are sent at once (`npm run bench durability`,
 * another number of rounds as its argument). Promised: what was acknowledged is there once and whole, the rest once
 * when it is sent again; pages answer within ten seconds of PostgreSQL’s death.
 */
const rounds = Number(process.argv[3] || 20)
const promised = 10_000
const folder = mkdtempSync(join(tmpdir(), 'onroll-bench-'))
try {
  const ground = await deadlyGround(join(folder, 'site'))
  const first = Number(process.env['ONROLL_SEED'] || randomInt(1_000_000))
  let broken = 0
  let longest = 0
  for (let round = 0; round < rounds; round += 1)
    for (const kill of [ground.killOnroll, ground.killPostgres]) {
      const told = await kill(first + round)
      console.log(told.words)
      for (const words of told.broken) console.log(`  BROKEN: ${words}`)
      broken += told.broken.length
      if (kill === ground.killPostgres) longest = Math.max(longest, told.milliseconds)
    }
  const chain = await ground.auditBreak()
  console.log(
    `${rounds * 2} deaths, ${rounds * 400} referrals; ${broken} broken promises; audit ${chain ? `broken at ${chain.seq}` : 'whole'}; longest without PostgreSQL ${Math.round(longest)} ms${longest > promised ? ` (promised: ${promised} ms)` : ''}`,
  )
  await ground.stop()
  if (broken > 0 || chain) process.exitCode = 1
} finally {
  endOnrolls()
  rmSync(folder, { recursive: true, force: true })
}
