import { canonicalJson } from '#domain/canonical-json.ts'
import { type Asking, holds, iAm } from '../oracle/asking.ts'
import { mayReadAbout } from '../oracle/children.ts'
import { mayReadPlacement } from '../oracle/provision/placements.ts'
import type { Placement } from '../world/provision/rows.ts'
import type { World } from '../world/world.ts'
import { type Answer, asks, newest, only, perGroup } from './answer.ts'

type Row = Readonly<Record<string, unknown>>

/** The tripwire and the watch-list: numbers about children whom the asker may not know, with nothing by which to know them. */
export const ofProvision: Readonly<Record<string, Answer>> = {
  provision_at: {
    ask: world => `
      select jsonb_build_object('provider', q.provider, 'about', q.about, 'there', jsonb_agg(to_jsonb(x)))
        from (values ${questions(world)
          .map(
            ({ provider, about }) =>
              `('${provider}'::uuid, ${about ? `'${about}'::uuid` : 'null::uuid'})`,
          )
          .join()}) q (provider, about), lateral onroll.provision_at(q.provider, q.about) x
       group by q.provider, q.about`,
    due: asking =>
      questions(asking.world).flatMap(({ provider, about }) => {
        const there = childrenAt(asking, provider, about)
        return there.length > 0 ? [{ provider, about, there }] : []
      }),
    plain: told => {
      const { there, ...question } = told as { there: Row[] }
      return isGrouped(there)
        ? { ...question, there: inOrder(there) }
        : { ...question, there: grouped(there) }
    },
  },
  // Row 22: of children of other authorities how many there are where, and of which authority; no child.
  other_authorities_children_at_provision: {
    ask: asks('onroll.other_authorities_children_at_provision()'),
    due: asking => (iAm(asking, 'virtual-school') ? othersAtProvision(asking) : []),
  },
}

/** Each provider: asked of nobody, of children who are there, and of others. */
const questions = ({ rows }: World) =>
  rows.provider.flatMap(row => {
    const provider = String(row['organisation_id'])
    const there = rows.placement.filter(each => each.provider_id === provider)
    const children = [
      ...there.slice(0, 4).map(({ child_id }) => child_id),
      rows.child[0]?.id ?? null,
    ]
    return [...new Set([null, ...children])].map(about => ({ provider, about }))
  })

/** Every child there, with what the rules about a provider count, and whether it is one’s own. */
function childrenAt(asking: Asking, provider: string, about: string | null) {
  const asksForAChild = iAm(
    asking,
    'coordinator',
    'support-worker',
    'school-referrer',
    'school-dsl',
    'virtual-school',
    'sena',
    'quality-assurance',
  )
  if (!asksForAChild) return []
  const there = asking.world.rows.placement.filter(
    each => each.provider_id === provider && ['offered', 'accepted', 'live'].includes(each.status),
  )
  return inOrder(
    perGroup(
      there,
      each => each.child_id,
      ([first, ...more]) => ({
        ...aboutTheChild(asking, first?.child_id ?? ''),
        this_child:
          first?.child_id === about && mayReadAbout(asking, 'education', first?.child_id ?? ''),
        placements: [first, ...more].flatMap(each => (each ? [placementThere(asking, each)] : [])),
      }),
    ),
  )
}

function aboutTheChild({ world, find }: Asking, child: string) {
  const statuses = (table: 'care_status' | 'special_needs') =>
    find
      .of(table, 'child_id', child)
      .filter(each => holds(each, world.today))
      .map(({ status }) => status)
  const [care, needs] = [statuses('care_status'), statuses('special_needs')]
  // What nobody recorded is not known, and not no.
  const among = (known: string[], status: string) =>
    known.length > 0 ? known.includes(status) : null
  return {
    looked_after: among(care, 'looked-after'),
    ehcp: among(needs, 'ehcp'),
    sen_support: among(needs, 'sen-support'),
    compulsory_school_age:
      world.today <= lastFridayOfJune(String(find.byId('child', child)?.['birth_date'])),
  }
}

/** Compulsory school age ends on the last Friday in June of the school year of the sixteenth birthday. */
function lastFridayOfJune(born: string): string {
  const [year = 0, month = 0] = born.split('-').map(Number)
  const day = new Date(Date.UTC(year + 16 + (month >= 9 ? 1 : 0), 5, 30))
  while (day.getUTCDay() !== 5) day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

function placementThere(asking: Asking, placement: Placement) {
  const { find, world } = asking
  return {
    ours: mayReadPlacement(asking, placement.id),
    status: placement.status,
    start_on: placement['started_on'] ?? placement['planned_start_on'] ?? null,
    end_on: placement['planned_end_on'] ?? null,
    plan_end_on: newest(
      find
        .of('substantial_plan', 'placement_id', placement.id)
        .filter(({ status }) => status === 'in force')
        .map(plan => plan['end_on']),
    ),
    week: find
      .of('placement_session', 'placement_id', placement.id)
      .filter(each => each['to_on'] === null || String(each['to_on']) >= world.today)
      .map(each => only(each, ...ofASession)),
  }
}

const ofASession = [
  'weekday',
  'starts_at',
  'ends_at',
  'break_minutes',
  'in_weeks',
  'from_on',
  'to_on',
]
const ofAPlacement = ['ours', 'status', 'start_on', 'end_on', 'plan_end_on']
const ofAChild = ['looked_after', 'ehcp', 'sen_support', 'compulsory_school_age', 'this_child']

const isGrouped = (there: readonly Row[]) => there.some(each => 'placements' in each)

/** The rows of an answer as children with their placements: the numbers drawn by lot only say what belongs together. */
const grouped = (there: readonly Row[]) =>
  inOrder(
    perGroup(
      there,
      each => String(each['child_number']),
      ofChild => ({
        ...only(ofChild[0] ?? {}, ...ofAChild),
        placements: perGroup(
          ofChild,
          each => String(each['placement_number']),
          ofOne => ({
            ...only(ofOne[0] ?? {}, ...ofAPlacement),
            week: ofOne
              .filter(each => each['weekday'] !== null)
              .map(each => only(each, ...ofASession)),
          }),
        ),
      }),
    ),
  )

function inOrder<T>(value: T): T {
  if (Array.isArray(value))
    return value.map(inOrder).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inOrder(inner)]),
  ) as T
}

function othersAtProvision({ world, find }: Asking) {
  const lookedAfterElsewhere = (child: string) =>
    find
      .of('care_status', 'child_id', child)
      .filter(
        each =>
          each.status === 'looked-after' &&
          holds(each, world.today) &&
          each.authority !== world.authority,
      )
  const onRoll = (child: string) => {
    const schools = find
      .of('enrolment', 'child_id', child)
      .filter(each => each['kind'] !== 'subsidiary' && holds(each, world.today))
      .map(({ school_id }) => school_id)
    return schools.length > 0 ? schools : [null]
  }
  const places = world.rows.placement
    .filter(({ status, provider_id }) => ['accepted', 'live'].includes(status) && provider_id)
    .flatMap(placement =>
      lookedAfterElsewhere(placement.child_id).flatMap(care =>
        onRoll(placement.child_id).map(school_id => ({
          ...only(care, 'authority'),
          school_id,
          ...only(placement, 'provider_id', 'commissioner_id'),
          child: placement.child_id,
          told: care['virtual_school_contact'] !== null,
        })),
      ),
    )
  return perGroup(
    places,
    ({ child: _child, told: _told, ...place }) => canonicalJson(place),
    group => {
      const { child: _child, told: _told, ...place } = group[0] ?? { child: '', told: false }
      return {
        ...place,
        children: new Set(group.map(({ child }) => child)).size,
        with_contacts: new Set(group.filter(({ told }) => told).map(({ child }) => child)).size,
      }
    },
  )
}
