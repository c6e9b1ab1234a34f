import { addDays } from '#domain/dates.ts'
import {
  acceptDone,
  adoptVisit,
  answersTo,
  moderateVisit,
  publishVisit,
  replyToVisit,
  sayDone,
  visitOf,
} from '#features/visits/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { momentOn } from '../days.ts'
import type { CastMember } from '../people.ts'
import type { Stage } from '../stage.ts'
import type { Setting } from './setting.ts'
import { onDay, type ProviderCast } from './told-placement.ts'
import { type Visitor, type VisitStory, visitStories, visitsElsewhere } from './visit-stories.ts'
import { writeVisit } from './write-visit.ts'

interface ToldVisit {
  readonly id: string
  readonly provider: ProviderCast
  readonly story: VisitStory
}

/** Visits to the providers of one partnership. Each person acts once, with the clock of each day, because scenes are dear. */
export async function tellVisits(
  stage: Stage,
  setting: Setting,
  providers: readonly ProviderCast[],
) {
  const stories = setting.index === 0 ? visitStories : visitsElsewhere(setting.index)
  const moment = momentOn(addDays(stage.today, -1), 2)
  const act = (who: CastMember, work: (doer: Doer) => Promise<unknown>) =>
    stage.as(who, moment, work)
  const ago = (days: number) => addDays(stage.today, -Math.max(1, days))
  const visits: ToldVisit[] = []
  for (const [visitor, theirs] of Map.groupBy(stories, ({ by }) => by))
    await act(visitorOf(setting, visitor), async doer => {
      for (const story of theirs) {
        const provider = providers[story.provider]
        if (!provider) continue
        const id = await writeVisit(doer, provider.id, story, stage.today)
        visits.push({ id, provider, story })
      }
    })

  const published = visits.filter(({ story }) => story.reached === 'published')
  const moderated = visits.filter(({ story }) => story.reached === 'moderated')
  await act(setting.people.quality, async doer => {
    for (const { id, story } of [...moderated, ...published])
      await moderateVisit(
        onDay(doer, ago(story.daysAgo - 7), 3),
        await visitOf(doer.tx, id),
        'Clear, and fair to what was seen.',
      )
  })
  for (const { id, provider, story } of published)
    if (story.reply)
      await act(provider.manager, async doer =>
        replyToVisit(
          onDay(doer, ago(story.daysAgo - 12), 3),
          await visitOf(doer.tx, id),
          story.reply ?? '',
        ),
      )
  await act(setting.people.quality, async doer => {
    for (const { id, story } of published)
      await publishVisit(onDay(doer, ago(story.daysAgo - 15), 3), await visitOf(doer.tx, id))
  })
  for (const visit of published) await followUp(act, setting, visit, ago)
}

/** What the provider says is done, what of it is accepted, and who relies on the report. */
async function followUp(
  act: (who: CastMember, work: (doer: Doer) => Promise<unknown>) => Promise<unknown>,
  setting: Setting,
  { id, provider, story: { actions = [], adoptedBy = [], by, daysAgo } }: ToldVisit,
  ago: (days: number) => ReturnType<typeof addDays>,
) {
  const done = actions.filter(({ doneAgo }) => doneAgo !== undefined)
  const eachOf = async (
    doer: Doer,
    of: typeof done,
    later: number,
    work: (at: Doer, action: Awaited<ReturnType<typeof answersTo>>['actions'][number]) => unknown,
  ) => {
    const standing = (await answersTo(doer.tx, id)).actions
    for (const { action, doneAgo = 0 } of of) {
      const row = standing.find(each => each.action === action)
      if (row) await work(onDay(doer, ago(doneAgo - later), 4), row)
    }
  }
  if (done.length > 0)
    await act(provider.manager, doer =>
      eachOf(doer, done, 0, (at, action) => sayDone(at, action, 'Done; come and see.')),
    )
  const accepted = done.filter(each => each.accepted)
  if (accepted.length > 0)
    await act(visitorOf(setting, by), doer => eachOf(doer, accepted, 2, acceptDone))
  for (const visitor of adoptedBy)
    await act(visitorOf(setting, visitor), async doer =>
      adoptVisit(onDay(doer, ago(daysAgo - 20), 5), await visitOf(doer.tx, id), whyAdopted),
    )
}

const whyAdopted =
  'We have read it, spoken with who went there, and see our pupils there every second week.'

/** Another partnership relies on the report of the one whose provider it is. */
export const relyOnReport = (stage: Stage, coordinator: CastMember, providerId: string) =>
  stage.as(coordinator, momentOn(addDays(stage.today, -10), 3), async doer => {
    const report = await doer.tx
      .selectFrom('visit')
      .select('id')
      .where('provider_id', '=', providerId)
      .where('commissioner_id', '!=', doer.me.organisationId)
      .where('status', '=', 'published')
      .orderBy('visited_on', 'desc')
      .executeTakeFirst()
    if (report) await adoptVisit(doer, await visitOf(doer.tx, report.id), whyAdopted)
  })

function visitorOf({ partnership, cast }: Setting, visitor: Visitor): CastMember {
  const school = partnership.schools[visitor === 'first school' ? 0 : 1]
  const referrer = school && cast.schools.get(school.id)?.referrer
  return visitor === 'partnership' || !referrer ? cast.coordinator : referrer
}
