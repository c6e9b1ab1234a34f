import { setTimeout as wait } from 'node:timers/promises'
import { auditState } from '#platform/audit-chain.ts'
import { chanceOf } from '../demonstration/chance.ts'
import { serverProcessesOf } from './embedded-process.ts'
import { type LiveSite, liveSite } from './live-site.ts'
import { busySchool, type Draft, sendDraft, tracesOf } from './many-referrals.ts'
import { startOnroll } from './operator.ts'
import { watchful } from './watchful.ts'

type Answers = ReadonlyMap<string, Awaited<ReturnType<typeof sendDraft>>>

export interface Round {
  /** When it was killed, how senders were answered, and how long people waited: a line to print. */
  readonly words: string
  /** How often each status was answered; “cut off” where the connection broke. */
  readonly answers: Readonly<Record<string, number>>
  /** What is not as it was promised. */
  readonly broken: readonly string[]
  readonly milliseconds: number
}

/**
 * An Onroll as its user starts it, with an embedded PostgreSQL, in which 200 people press “Send the referral” at once
 * while something dies. The moment is chance, and the seed tells it again.
 */
export async function deadlyGround(folder: string, { together = 200 } = {}) {
  const start = () => startOnroll({ ONROLL_DATA: folder, ONROLL_DEMO: '0', ONROLL_LOG: 'quiet' })
  let running = await start()
  const site = await liveSite(folder, running.address)
  const school = await busySchool(site)
  const [alone, waiting] = await school.drafts(2)
  if (!alone || !waiting) throw new Error('There are no drafts')
  const sent = await sendDraft(site, alone)
  if (!sent?.isAcknowledged) throw new Error(`Not even one is sent: ${sent?.status}`)
  const traces = await tracesOf(site.admin, [alone, waiting])
  /** What one referral leaves behind when nothing dies, and what a draft does. */
  const standard = { whole: traces.get(alone.id), untouched: traces.get(waiting.id) }

  async function killOnroll(seed: number): Promise<Round> {
    const drafts = await school.drafts(together)
    const moment = momentOf(seed, together)
    const { answers, killedAt } = await sendAllAndKill(site, drafts, moment, () =>
      running.process.kill('SIGKILL'),
    )
    await running.ended
    running = await start()
    site.moved(running.address)
    return told('Onroll', seed, moment, drafts, answers, performance.now() - killedAt)
  }

  async function killPostgres(seed: number): Promise<Round> {
    const drafts = await school.drafts(together)
    const moment = momentOf(seed, together)
    const reader = watchful(site, school.authors[0]?.cookie ?? '')
    const { answers, killedAt } = await sendAllAndKill(site, drafts, moment, () => {
      for (const pid of serverProcessesOf(folder)) process.kill(pid, 'SIGKILL')
    })
    const { backAt, wrong } = await Promise.race([
      reader.untilWell(killedAt),
      running.ended.then(async code => {
        throw new Error(`Onroll ended with ${code} (seed ${seed}): ${await running.errors}`)
      }),
    ])
    const round = await told('PostgreSQL', seed, moment, drafts, answers, backAt - killedAt)
    return { ...round, broken: [...wrong, ...round.broken] }
  }

  async function told(
    who: string,
    seed: number,
    { answers: after, milliseconds }: Moment,
    drafts: readonly Draft[],
    answers: Answers,
    back: number,
  ): Promise<Round> {
    const counts = countAnswers(answers)
    return {
      words: `${who} killed ${milliseconds} ms after answer ${after} (seed ${seed}): ${JSON.stringify(counts)}, back after ${Math.round(back)} ms`,
      answers: counts,
      broken: await brokenPromises(site, drafts, answers, standard),
      milliseconds: back,
    }
  }

  return {
    standard,
    killOnroll,
    killPostgres,
    auditBreak: async () => (await auditState(site.db.worker)).broken,
    /** Asks it to stop, and tells how it ended. */
    async stop() {
      await site.close()
      running.process.kill('SIGTERM')
      return running.ended
    },
  }
}

interface Moment {
  readonly answers: number
  readonly milliseconds: number
}

/** In the middle of the sending: after so many answers, and then a little later. */
function momentOf(seed: number, together: number): Moment {
  const chance = chanceOf(seed)
  return {
    answers: chance.between(1, Math.floor(together * 0.7)),
    milliseconds: chance.between(0, 40),
  }
}

async function sendAllAndKill(
  site: LiveSite,
  drafts: readonly Draft[],
  moment: Moment,
  kill: () => void,
) {
  let answered = 0
  let killedAt = 0
  let killing: Promise<void> | undefined
  const answers = await Promise.all(
    drafts.map(async draft => {
      const answer = await sendDraft(site, draft)
      answered += 1
      if (answered === moment.answers)
        killing = wait(moment.milliseconds).then(() => {
          kill()
          killedAt = performance.now()
        })
      return [draft.id, answer] as const
    }),
  )
  await killing
  return { answers: new Map(answers) as Answers, killedAt }
}

/** What is not as it was promised, in words; nothing when all is well. */
async function brokenPromises(
  site: LiveSite,
  drafts: readonly Draft[],
  answers: Answers,
  { whole, untouched }: { whole: object | undefined; untouched: object | undefined },
): Promise<string[]> {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const judge = async (isPromised: (id: string) => boolean) => {
    const traces = await tracesOf(site.admin, drafts)
    return drafts.flatMap(({ id }) => {
      const trace = traces.get(id)
      if (same(trace, whole)) return []
      if (isPromised(id)) return [`acknowledged, but not whole: ${id} ${JSON.stringify(trace)}`]
      return same(trace, untouched) ? [] : [`half there: ${id} ${JSON.stringify(trace)}`]
    })
  }
  const after = await judge(id => answers.get(id)?.isAcknowledged === true)
  // Who was not told sends the same form again; who was told may press “back” and do so too.
  const refused = await sendAgain(site, drafts)
  return [...after, ...refused, ...(await judge(() => true))]
}

/** Until it is taken, as people do whom a busy service asks to come back in a moment. */
async function sendAgain(site: LiveSite, drafts: readonly Draft[], tries = 6): Promise<string[]> {
  const answers = await Promise.all(drafts.map(draft => sendDraft(site, draft)))
  const put = drafts.filter((_, at) => answers[at]?.status === 503)
  const refused = drafts.flatMap(({ id }, at) => {
    const answer = answers[at]
    if (answer?.isAcknowledged || (answer?.status === 503 && tries > 0)) return []
    return [`sent again, answered with ${answer?.status ?? 'nothing'}: ${id}`]
  })
  return put.length > 0 && tries > 0
    ? [...refused, ...(await sendAgain(site, put, tries - 1))]
    : refused
}

function countAnswers(answers: Answers) {
  const counts: Record<string, number> = {}
  for (const answer of answers.values()) {
    const what = answer === undefined ? 'cut off' : String(answer.status)
    counts[what] = (counts[what] ?? 0) + 1
  }
  return counts
}
