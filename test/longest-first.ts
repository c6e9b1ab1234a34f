import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Seconds of the files that take longest, roughly: whoever starts last must not be long. */
const seconds: Readonly<Record<string, number>> = {
  'mutants.test.ts': 220,
}

/** Long files first, and files that share a worker after those that do not, so that their worker stays. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.sort(
      (a, b) =>
        Number(b.project.config.isolate) - Number(a.project.config.isolate) ||
        weight(b) - weight(a) ||
        a.moduleId.localeCompare(b.moduleId),
    )
  }
}

const weight = ({ moduleId }: TestSpecification) => seconds[basename(moduleId)] ?? 0
