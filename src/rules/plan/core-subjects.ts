import { comparedOn } from '../compared-on.ts'
import { weekOf } from '../counting/pupil-week.ts'
import type { Pupil } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import type { World } from '../world.ts'

export const coreSubjects: Rule = {
  id: 'PLN-11',
  area: 'PLN',
  title: 'English, maths and science',
  statement:
    'English, maths and science are each taught somewhere in the week, at school or at a provider.',
  binds: 'Commissioner and home school',
  test: 'Speaks for a pupil with a live placement, for each of the three that neither the school nor any provider is known to teach. Silent while the subjects at school, or those of every placement, are not known.',
  basis: ['council-expectation'],
  levels: ['warning'],
  blocks: [],
  sources: [cite(pack, '62', 'teaching in English, mathematics and science (including IT)')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [on('pupil', judge)],
}

function judge({ id, schoolSubjects }: Pupil, world: World): Draft[] {
  const known = weekOf(id, world).live.flatMap(({ subjects }) => (subjects ? [subjects] : []))
  if (!schoolSubjects || known.length === 0) return []
  return core
    .filter(
      ([subject]) =>
        !schoolSubjects.includes(subject) && !known.some(list => list.includes(subject)),
    )
    .map(([subject, name]) => ({
      level: 'warning',
      values: { subject },
      message: `${name} is taught neither at school nor at a provider. Add it to the week.`,
    }))
}

const core = [
  ['english', 'English'],
  ['maths', 'Maths'],
  ['science', 'Science'],
] as const
