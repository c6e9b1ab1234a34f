import { type Asking, inMyPack, steppedBack } from '../oracle/asking.ts'
import { isOurSchoolsCase, mayReadMeeting, mayReadReferral } from '../oracle/cases.ts'
import { type About, mayReadAbout } from '../oracle/children.ts'
import {
  comesByManagedMove,
  isPlacedWithUs,
  leftTheRoll,
  mayReadPlacement,
  mayReport,
  mayRunPlacement,
} from '../oracle/provision/placements.ts'
import {
  keepsProvider,
  looksInto,
  mayOpenEvidence,
  weUse,
  worksFor,
} from '../oracle/provision/providers.ts'
import { administers } from '../oracle/writers.ts'
import { type Answer, setOf } from './answer.ts'

const children = (about: About) =>
  setOf(`onroll.children_i_may_see('${about}')`, 'child', (asking, { id }) =>
    mayReadAbout(asking, about, id),
  )
const providers = (call: string, belongs: (asking: Asking, provider: string) => boolean) =>
  setOf(call, 'provider', (asking, row) => belongs(asking, String(row['organisation_id'])))

/** What policies ask, asked outright: the tables are held by the oracle, and here the sets themselves. */
export const sets: Readonly<Record<string, Answer>> = {
  'children_i_may_see identity': children('identity'),
  'children_i_may_see education': children('education'),
  'children_i_may_see special needs': children('special needs'),
  'children_i_may_see care': children('care'),
  'children_i_may_see contacts': children('contacts'),
  referrals_i_may_see: setOf('onroll.referrals_i_may_see()', 'referral', (asking, { id }) =>
    mayReadReferral(asking, id),
  ),
  our_schools_cases: setOf('onroll.our_schools_cases()', 'referral', (asking, { id }) =>
    isOurSchoolsCase(asking, id),
  ),
  meetings_i_may_see: setOf('onroll.meetings_i_may_see()', 'meeting', (asking, { id }) =>
    mayReadMeeting(asking, id),
  ),
  pack_items_i_may_read: setOf('onroll.pack_items_i_may_read()', 'agenda_item', inMyPack),
  items_i_stepped_back_from: setOf(
    'onroll.items_i_stepped_back_from()',
    'agenda_item',
    steppedBack,
  ),
  people_i_administer: setOf('onroll.people_i_administer()', 'user_account', (asking, { id }) =>
    administers(asking, id),
  ),
  placements_i_may_see: setOf('onroll.placements_i_may_see()', 'placement', (asking, { id }) =>
    mayReadPlacement(asking, id),
  ),
  placements_i_run: setOf('onroll.placements_i_run()', 'placement', (asking, { id }) =>
    mayRunPlacement(asking, id),
  ),
  placements_i_may_report: setOf(
    'onroll.placements_i_may_report()',
    'placement',
    (asking, { id }) => mayReport(asking, id),
  ),
  children_placed_with_us: setOf('onroll.children_placed_with_us()', 'child', (asking, { id }) =>
    isPlacedWithUs(asking, id),
  ),
  children_coming_by_managed_move: setOf(
    'onroll.children_coming_by_managed_move()',
    'child',
    (asking, { id }) => comesByManagedMove(asking, id),
  ),
  children_of_removals: setOf('onroll.children_of_removals()', 'child', (asking, { id }) =>
    leftTheRoll(asking, id),
  ),
  evidence_i_may_open: setOf('onroll.evidence_i_may_open()', 'evidence_item', (asking, { id }) =>
    mayOpenEvidence(asking, id),
  ),
  providers_i_keep: providers('onroll.providers_i_keep()', keepsProvider),
  providers_i_may_look_into: providers('onroll.providers_i_may_look_into()', looksInto),
  providers_we_use: providers('onroll.providers_we_use()', weUse),
  providers_i_work_for: providers('onroll.providers_i_work_for()', worksFor),
  // What every other question begins with: who is asking.
  me: {
    ask: () => `select to_jsonb(x) - 'session_id' from onroll.me() x where x.user_id is not null`,
    due: ({ me }) =>
      me
        ? [
            {
              user_id: me.userId,
              membership_id: me.membershipId ?? null,
              organisation_id: me.organisationId ?? null,
              organisation_kind: me.organisationKind ?? null,
              role: me.role ?? null,
              administrator: me.administrator,
            },
          ]
        : [],
  },
}
