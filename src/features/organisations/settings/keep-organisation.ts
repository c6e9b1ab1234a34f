import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { exactly } from '#platform/database/like.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type Team, teamNames } from '../organisation.ts'

/** How to reach an organisation. What is left out is kept as it is. */
export interface Reach {
  readonly shortName?: string | null | undefined
  readonly mailbox?: string | null | undefined
  readonly telephone?: string | null | undefined
  readonly street?: string | null | undefined
  readonly town?: string | null | undefined
  readonly postcode?: string | null | undefined
}
export interface NewPartnership extends Reach {
  readonly name: string
  readonly area?: string | null | undefined
  /** Whom to ask about the panel. */
  readonly contactName?: string | null | undefined
  /** Working days within which a referral is answered. */
  readonly responseDays?: number
}
export interface NewTeam extends Reach {
  readonly name: string
  readonly team: Team
}
export interface NewProvider extends Reach {
  readonly name: string
  readonly contactName?: string | null | undefined
  readonly contactEmail?: string | null | undefined
  readonly contactPhone?: string | null | undefined
  readonly website?: string | null | undefined
  /** The number it has in the national register, should it be a registered school. */
  readonly urn?: string | null | undefined
}

/** Adds a partnership and returns its id; schools join it afterwards. */
export async function addPartnership(doer: Doer, partnership: NewPartnership): Promise<string> {
  const id = await addOrganisation(doer, 'partnership', partnership)
  await doer.tx
    .insertInto('partnership')
    .values({
      organisation_id: id,
      area: partnership.area ?? null,
      contact_name: partnership.contactName ?? null,
      ...(partnership.responseDays === undefined
        ? {}
        : { response_days: partnership.responseDays }),
    })
    .execute()
  return id
}

/** Adds one of the authority’s teams. There is one of each, because mail for Admissions must go to one place. */
export async function addTeam(doer: Doer, team: NewTeam): Promise<string> {
  const there = await doer.tx
    .selectFrom('organisation')
    .select('name')
    .where('kind', '=', 'team')
    .where('team', '=', team.team)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (there) throw new Refusal(`There is a team for ${teamNames[team.team]} already: ${there.name}`)
  return addOrganisation(doer, 'team', team, team.team)
}

export async function addProvider(doer: Doer, provider: NewProvider): Promise<string> {
  const id = await addOrganisation(doer, 'provider', {
    ...provider,
    mailbox: provider.mailbox ?? provider.contactEmail ?? null,
  })
  await doer.tx
    .insertInto('provider')
    .values({
      organisation_id: id,
      contact_name: provider.contactName ?? null,
      contact_email: provider.contactEmail ?? null,
      contact_phone: provider.contactPhone ?? null,
      website: provider.website ?? null,
      dfe_urn: provider.urn ?? null,
    })
    .execute()
  return id
}

/** Marks an organisation as closed from the day after `on`, or with null as open again. Nothing about it is removed. */
export async function closeOrganisation(doer: Doer, id: string, on: IsoDate | null) {
  if (on !== null) {
    const { n } = await doer.tx
      .selectFrom('partnership_member')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('partnership_id', '=', id)
      .where(at => at.or([at('left_on', 'is', null), at('left_on', '>', on)]))
      .executeTakeFirstOrThrow()
    if (n > 0)
      throw new Refusal(
        `${n} schools are members after ${dayInWords(on)}. Enter when each of them leaves, and then close the partnership.`,
      )
  }
  const done = await doer.tx
    .updateTable('organisation')
    .set({ closed_on: on })
    .where('id', '=', id)
    .returning('kind')
    .executeTakeFirst()
  if (!done) throw new NotFound()
  doer.audit({
    event: done.kind === 'provider' ? 'provider.changed' : 'organisation.changed',
    subjectKind: done.kind,
    subjectId: id,
    detail: { closedOn: on },
  })
}

async function addOrganisation(
  doer: Doer,
  kind: 'partnership' | 'team' | 'provider',
  { name, ...reach }: Reach & { name: string },
  team: Team | null = null,
) {
  const namesake = await doer.tx
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', kind)
    .where('name', 'ilike', exactly(name))
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (namesake) throw new Refusal(`There is a ${kind} called ${name} already`)
  const id = newId()
  await doer.tx
    .insertInto('organisation')
    .values({
      id,
      kind,
      team,
      name,
      short_name: reach.shortName ?? null,
      mailbox: reach.mailbox ?? null,
      telephone: reach.telephone ?? null,
      street: reach.street ?? null,
      town: reach.town ?? null,
      postcode: reach.postcode ?? null,
      created_at: doer.now,
    })
    .execute()
  doer.audit({
    event: kind === 'provider' ? 'provider.added' : 'organisation.changed',
    subjectKind: kind,
    subjectId: id,
    detail: { added: true },
  })
  return id
}
