import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/** Prints the ten files that took longest, loading and setting the scene counted too. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const slowest = modules.map(timed).sort((a, b) => b.all - a.all)
    console.log('The ten slowest files, in seconds (loading and setting the scene):')
    for (const { name, all, before } of slowest.slice(0, 10))
      console.log(`${seconds(all).padStart(7)} (${seconds(before)})  ${name}`)
  }
}

function timed(module: TestModule) {
  const { prepareDuration, setupDuration, collectDuration, duration } = module.diagnostic()
  const before = prepareDuration + setupDuration + collectDuration
  return { name: relative('.', module.moduleId), before, all: before + duration }
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1)
