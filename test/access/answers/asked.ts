import { canonicalJson } from '#domain/canonical-json.ts'
import { type Asking, asking, finderOf } from '../oracle/asking.ts'
import type { Eye } from '../world/probe.ts'
import type { Asker, World } from '../world/world.ts'
import type { Answer } from './answer.ts'

type Answers = Readonly<Record<string, Answer>>

/** Asks everybody, and tells what somebody was told and should not be, or should be and was not. */
export function askedIn(world: World, eye: Eye, answers: Answers) {
  const find = finderOf(world)
  const people = world.askers.map(asker => ({ asker, who: asking(world, find, asker) }))
  const known = new Map<Asker, Map<string, ReadonlySet<string>>>()
  const questions = new Map(
    Object.entries(answers).map(([name, { ask }]) => [
      name,
      `select '${name}' as t, array(select q.said::text from (${ask(world)}) q (said)) as keys`,
    ]),
  )

  const dueTo = (asker: Asker, who: Asking, name: string, { due, plain }: Answer) => {
    const before = known.get(asker) ?? new Map<string, ReadonlySet<string>>()
    known.set(asker, before)
    const owed = before.get(name) ?? new Set(due(who).map(each => text(each, plain)))
    before.set(name, owed)
    return owed
  }

  async function* faults(names: readonly string[] = Object.keys(answers)): AsyncGenerator<string> {
    const sql = names.map(name => questions.get(name)).join(' union all ')
    for (const { asker, who } of people) {
      const seen = await eye.see(asker, sql)
      for (const name of names) {
        const answer = answers[name]
        if (!answer) continue
        const owed = dueTo(asker, who, name, answer)
        const got = new Set(
          [...(seen.get(name) ?? [])].map(key => text(JSON.parse(key), answer.plain)),
        )
        for (const each of got)
          if (!owed.has(each)) yield `${asker.name} is told by ${name}: ${each}`
        for (const each of owed)
          if (!got.has(each)) yield `${asker.name} is not told by ${name}: ${each}`
      }
    }
  }

  /** Functions that had nothing to say to anybody: they were not tried. */
  const silent = () =>
    Object.keys(answers).filter(name => [...known.values()].every(owed => !owed.get(name)?.size))
  return { faults, silent, asked: people.length * questions.size }
}

const text = (told: unknown, plain: Answer['plain']) => canonicalJson(plain ? plain(told) : told)
