import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

/** Visits with the names that every page about one shows. Row-level security says which. */
export const visits = (tx: Tx) =>
  tx
    .selectFrom('visit as v')
    .innerJoin('organisation as provider', 'provider.id', 'v.provider_id')
    .innerJoin('organisation as commissioner', 'commissioner.id', 'v.commissioner_id')
    .leftJoin('provider_site as site', 'site.id', 'v.site_id')
    .selectAll('v')
    .select([
      'provider.name as providerName',
      'commissioner.name as commissionerName',
      'site.name as siteName',
    ])

/** One visit that the person asking may read; to everybody else there is none. */
export async function visitOf(tx: Tx, id: string) {
  const visit = await visits(tx).where('v.id', '=', id).executeTakeFirst()
  if (!visit) throw new NotFound()
  return { ...visit, name: writeReference('visit', visit.reference) }
}
export type VisitRow = Awaited<ReturnType<typeof visitOf>>

/** Everything that was written down at one visit. */
export async function recordOf(tx: Tx, id: string) {
  return {
    items: await tx
      .selectFrom('visit_item')
      .leftJoin('user_account as person', 'person.id', 'visit_item.by_user')
      .select(['visit_item.id', 'section', 'item', 'free_words', 'note', 'seen_at'])
      .select(['visit_item.version', 'person.name as by'])
      .where('visit_id', '=', id)
      .where('removed_at', 'is', null)
      .orderBy('section')
      .orderBy('seen_at')
      .orderBy('visit_item.id')
      .execute(),
    interviews: await tx
      .selectFrom('visit_interview')
      .select(['id', 'kind', 'job', 'people', 'note', 'at', 'version'])
      .where('visit_id', '=', id)
      .where('removed_at', 'is', null)
      .orderBy('at')
      .orderBy('id')
      .execute(),
    judgements: await tx
      .selectFrom('visit_judgement')
      .leftJoin('user_account as person', 'person.id', 'visit_judgement.by_user')
      .select(['section', 'grade', 'judgement', 'at', 'visit_judgement.version'])
      .select(['visit_judgement.by_user', 'person.name as by'])
      .where('visit_id', '=', id)
      .orderBy('section')
      .execute(),
  }
}
export type VisitRecord = Awaited<ReturnType<typeof recordOf>>
export type ItemRow = VisitRecord['items'][number]
export type JudgementRow = VisitRecord['judgements'][number]

/** What happened to the report: who said what of it, and who relies on it. */
export async function answersTo(tx: Tx, id: string) {
  return {
    actions: await tx
      .selectFrom('visit_action')
      .selectAll()
      .where('visit_id', '=', id)
      .orderBy('due_on')
      .orderBy('id')
      .execute(),
    moderations: await tx
      .selectFrom('visit_moderation as m')
      .leftJoin('user_account as person', 'person.id', 'm.by_user')
      .select(['m.id', 'm.outcome', 'm.words', 'm.at', 'person.name as by'])
      .where('m.visit_id', '=', id)
      .orderBy('m.at', 'desc')
      .execute(),
    replies: await tx
      .selectFrom('visit_reply as r')
      .leftJoin('user_account as person', 'person.id', 'r.by_user')
      .select(['r.id', 'r.reply', 'r.at', 'person.name as by'])
      .where('r.visit_id', '=', id)
      .orderBy('r.at')
      .execute(),
    adoptions: await tx
      .selectFrom('visit_adoption as a')
      .innerJoin('organisation as o', 'o.id', 'a.commissioner_id')
      .select(['a.commissioner_id', 'o.name', 'a.adopted_on', 'a.reason'])
      .where('a.visit_id', '=', id)
      .orderBy('a.adopted_on')
      .execute(),
    photographs: await tx
      .selectFrom('file')
      .select(['id', 'name', 'media_type', 'size', 'state', 'uploaded_at', 'by_organisation'])
      .where('visit_id', '=', id)
      .where('removed_at', 'is', null)
      .orderBy('uploaded_at')
      .execute(),
  }
}
export type VisitAnswers = Awaited<ReturnType<typeof answersTo>>
export type VisitAction = VisitAnswers['actions'][number]
export type Photograph = VisitAnswers['photographs'][number]
