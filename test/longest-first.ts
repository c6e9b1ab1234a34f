import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Seconds of the files that take longest, roughly, on two quiet cores: whoever starts last must not be long. */
const seconds: Readonly<Record<string, number>> = {
  'test/browser/every-page.test.ts': 120,
  'test/access/canaries.test.ts': 110,
  'test/access/mutants.test.ts': 75,
  'test/operator.test.ts': 43,
  'test/access/oracle.test.ts': 40,
  'test/durability/killed-while-sending.test.ts': 37,
  'test/outage.test.ts': 25,
  'src/govuk/gallery.test.ts': 25,
  'test/virus-scanner.test.ts': 24,
  'test/doctor.test.ts': 23,
  'src/platform/postgres/data-folder.test.ts': 21,
  'src/platform/jobs-outage.test.ts': 16,
  'src/platform/postgres/binaries.test.ts': 15,
  'src/platform/postgres/two-starts.test.ts': 14,
  'test/browser/accounts.test.ts': 60,
  'test/scenarios-through-pages/placements.test.ts': 45,
  'test/browser/a-school-refers-in-a-browser.test.ts': 40,
  'test/browser/a-visit-on-a-phone.test.ts': 35,
  'test/browser/placements-on-a-phone.test.ts': 18,
  'test/scenarios-through-pages/providers.test.ts': 20,
  'test/import-five-thousand.test.ts': 19,
  'test/access/writing.test.ts': 19,
  'src/platform/backup/damage.test.ts': 18,
  'test/browser/a-register-on-a-phone.test.ts': 16,
  'src/platform/backup/restore-backup.test.ts': 15,
  'test/scenarios-through-pages/plans.test.ts': 15,
  'test/browser/without-script.test.ts': 13,
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

const weight = ({ moduleId, project }: TestSpecification) =>
  seconds[relative(project.config.root, moduleId)] ?? 0
