import { Refusal } from './refusal.ts'

type Table<T> = { readonly [status in keyof T]: { readonly [action: string]: keyof T & string } }
type ActionIn<T> = { [status in keyof T]: keyof T[status] & string }[keyof T]

/** A lifecycle is a table: from each status, the actions open to it and the status each leads to. */
export function lifecycle<const T extends Table<T>>(name: string, table: T) {
  type Status = keyof T & string
  type Action = ActionIn<T>
  const exits = (status: Status) => table[status] as Readonly<Partial<Record<Action, Status>>>
  return {
    name,
    statuses: Object.keys(table) as Status[],
    actions: (status: Status) => Object.keys(exits(status)) as Action[],
    may: (status: Status, action: Action) => exits(status)[action] !== undefined,
    isFinal: (status: Status) => Object.keys(exits(status)).length === 0,
    next(status: Status, action: Action): Status {
      const to = exits(status)[action]
      if (!to) throw new Refusal(`You cannot ${action} a ${name} that is ${status}`)
      return to
    },
    transitions: () =>
      (Object.keys(table) as Status[]).flatMap(from =>
        (Object.entries(exits(from)) as [Action, Status][]).map(([action, to]) => ({
          from,
          action,
          to,
        })),
      ),
  }
}
export type StatusOf<L extends { statuses: readonly string[] }> = L['statuses'][number]
export type ActionOf<L extends { actions: (status: never) => readonly string[] }> = ReturnType<
  L['actions']
>[number]
