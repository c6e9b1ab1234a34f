import { hash, verify } from '@node-rs/argon2'
import { BadRequest } from '#platform/http/respond.tsx'

/** Two at a time on two cores, with a short queue: a flood of tries must not take the whole machine (security F8). */
const atOnce = 2
const mostWaiting = 20
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let working = 0
const waiting: (() => void)[] = []

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), cost))

/** Takes as long for a person who is not there, or who has no password, as for one who has. */
export const passwordMatches = (stored: string | null | undefined, password: string) =>
  inTurn(async () => {
    const good = await verify(stored ?? (await nobodys), password.normalize('NFC'))
    return good && stored != null
  })

const nobodys = hash('nobody signs in with this', cost)

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working < atOnce) working += 1
  else await turn()
  try {
    return await work()
  } finally {
    // The place is handed on, so that nobody who comes in between can take it too.
    const next = waiting.shift()
    if (next) next()
    else working -= 1
  }
}

function turn(): Promise<void> {
  if (waiting.length >= mostWaiting)
    throw new BadRequest(429, 'Many people are signing in just now. Wait a minute and try again.')
  return new Promise(resolve => waiting.push(resolve))
}
