import type { Client } from 'pg'
import { addDays, type IsoDate, weekdayOf } from '#domain/dates.ts'
import { appendixTwo } from '#rules/data/documents.ts'

/** Five partnerships with eight schools each; the children grow with the scale, and the schools do not. */
const partnerships = 5
const schools = 40

/** People whose pages are timed, by the number of their account and membership. */
export const people = {
  manager: 1,
  school: 2,
  coordinator: 3,
  officer: 4,
  quality: 5,
} as const

const kinds = {
  partnership: '0001',
  school: '0002',
  provider: '0003',
  user: '0004',
  membership: '0005',
  child: '0007',
  placement: '0008',
  evidence: '0009',
  team: '000a',
  person: '000b',
} as const
type Kind = keyof typeof kinds

export const idOf = (kind: Kind, n: number) =>
  `0190f0a0-${kinds[kind]}-7000-8000-${String(n).padStart(12, '0')}`
const id = (kind: Kind, n: string) =>
  `('0190f0a0-${kinds[kind]}-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`

/** The last Wednesday that has been: the database keeps its own day, and a register is never of tomorrow. */
export const lastWednesday = (today: IsoDate): IsoDate =>
  addDays(today, -((weekdayOf(today) + 4) % 7 || 7))

/**
 * A county of provision: twenty providers and 200 live placements for each step of scale, with weeks, plans, reviews,
 * documents that were seen, and ten weeks of registers; three children on roll for each one who is placed. One provider
 * has more than anybody.
 */
export async function provisionWorld(admin: Client, scale: number, day: IsoDate) {
  const [providers, placements] = [20 * scale, 200 * scale]
  const from = addDays(day, -72)
  const at = (placement: string) =>
    `(case when ${placement} % 40 = 0 then 1 else 1 + ${placement} % ${providers} end)`
  const buyer = `(case when n % 3 = 0 then ${id('school', `1 + n % ${schools}`)} else ${id('partnership', `1 + n % ${partnerships}`)} end)`
  await admin.query(`set session_replication_role = replica;
    insert into setting (key, value) values ('authority', '{"key": "fennshire", "name": "Fennshire County Council"}');
    insert into term (id, name, starts_on, ends_on) values (gen_random_uuid(), 'Autumn', '${addDays(day, -72)}', '${addDays(day, 40)}');
    insert into organisation (id, kind, name) select ${id('partnership', 'n')}, 'partnership', 'Partnership ' || n from generate_series(1, ${partnerships}) n;
    insert into partnership (organisation_id) select ${id('partnership', 'n')} from generate_series(1, ${partnerships}) n;
    insert into organisation (id, kind, name) select ${id('school', 'n')}, 'school', 'School ' || n from generate_series(1, ${schools}) n;
    insert into school (organisation_id, urn, statutory_low_age, statutory_high_age, weekly_minutes)
      select ${id('school', 'n')}, (100000 + n)::text, 11, 16, 1500 from generate_series(1, ${schools}) n;
    insert into partnership_member (id, partnership_id, school_id, joined_on)
      select gen_random_uuid(), ${id('partnership', `1 + n % ${partnerships}`)}, ${id('school', 'n')}, '2020-09-01' from generate_series(1, ${schools}) n;
    insert into organisation (id, kind, team, name) values (${id('team', '1')}, 'team', 'virtual-school', 'Virtual School'), (${id('team', '2')}, 'team', 'quality-assurance', 'Quality assurance');
    insert into organisation (id, kind, name) select ${id('provider', 'n')}, 'provider', 'Provider ' || n from generate_series(1, ${providers}) n;
    insert into user_account (id, email, name) select ${id('user', 'n')}, 'bench' || n || '@example.org', 'Person ' || n from generate_series(1, 5) n;
    insert into membership (id, user_id, organisation_id, role, valid_from) values
      (${id('membership', '1')}, ${id('user', '1')}, ${id('provider', '1')}, 'provider-manager', '2020-01-01'),
      (${id('membership', '2')}, ${id('user', '2')}, ${id('school', '1')}, 'school-dsl', '2020-01-01'),
      (${id('membership', '3')}, ${id('user', '3')}, ${id('partnership', '1')}, 'coordinator', '2020-01-01'),
      (${id('membership', '4')}, ${id('user', '4')}, ${id('team', '1')}, 'virtual-school', '2020-01-01'),
      (${id('membership', '5')}, ${id('user', '5')}, ${id('team', '2')}, 'quality-assurance', '2020-01-01');`)
  await tellProviders(admin, providers, day)
  await admin.query(`
    insert into child (id, forename, surname, search_name, birth_date, created_by_organisation_id)
      select ${id('child', 'n')}, 'Child', 'Number ' || n, 'child number ' || n, date '${day}' - 4750 + n % 700, ${id('school', `1 + n % ${schools}`)} from generate_series(1, ${placements * 4}) n;
    insert into enrolment (id, child_id, school_id, kind, from_on, year_group)
      select gen_random_uuid(), ${id('child', 'n')}, ${id('school', `1 + n % ${schools}`)}, 'current', '2024-09-02', 9 from generate_series(1, ${placements * 4}) n;
    insert into contact (id, child_id, name, relationship, parental_responsibility)
      select gen_random_uuid(), ${id('child', 'n')}, 'Parent ' || n, 'Mother', true from generate_series(1, ${placements * 4}) n;
    insert into special_needs (id, child_id, status, maintaining_authority, from_on, source)
      select gen_random_uuid(), ${id('child', 'n')}, case n % 10 when 0 then 'ehcp' when 1 then 'sen-support' else 'none' end,
        case n % 10 when 0 then 'fennshire' end, '2024-09-02', 'school' from generate_series(1, ${placements * 4}) n;
    insert into care_status (id, child_id, status, authority, from_on, source)
      select gen_random_uuid(), ${id('child', 'n')}, case when n % 11 = 0 then 'looked-after' else 'never-looked-after' end,
        case when n % 11 = 0 then case when n % 4 = 0 then 'rutland' else 'fennshire' end end, '2025-02-01', 'school' from generate_series(1, ${placements * 4}) n;
    insert into referral (id, kind, status, child_id, referring_organisation_id, responsible_partnership_id, submitted_at, accepted_at, reason)
      select gen_random_uuid(), 'school', 'accepted', ${id('child', 'n')}, ${id('school', `1 + n % ${schools}`)}, ${id('partnership', `1 + n % ${partnerships}`)},
        '${from}'::date - 10, '${from}'::date - 8, 'x' from generate_series(1, ${placements}) n where n % 3 <> 0;
    insert into placement (id, child_id, kind, route, commissioner_id, provider_id, status, purpose, need_category, planned_start_on, started_on, supervised, attendance_code, made_by, made_at)
      select ${id('placement', 'n')}, ${id('child', 'n')}, 'alternative provision', 'tier 3', ${buyer}, ${id('provider', at('n'))}, 'live', 'To come back to lessons',
        'behaviour', '${from}', '${from}', true, 'B', ${id('user', '3')}, '${from}'::date - 7 from generate_series(1, ${placements}) n;
    insert into placement_session (id, placement_id, weekday, starts_at, ends_at, break_minutes, from_on)
      select gen_random_uuid(), ${id('placement', 'n')}, w, '09:30', '14:30', 30, '${from}' from generate_series(1, ${placements}) n, unnest(array[1, 3, 5]) w;
    insert into school_session (id, child_id, school_id, weekday, starts_at, ends_at, from_on, recorded_by, recorded_at)
      select gen_random_uuid(), ${id('child', 'n')}, ${id('school', `1 + n % ${schools}`)}, w, '09:00', '15:00', '${from}', ${id('user', '3')}, '${from}' from generate_series(1, ${placements}) n, unnest(array[2, 4]) w;
    insert into individual_plan (id, placement_id, number, status, baseline, timeframe, assessment, home_school_link, provider_agreed_on, provider_agreed_by, made_by, made_at)
      select gen_random_uuid(), ${id('placement', 'n')}, 1, 'agreed', 'Attendance 61%', 'Two terms', 'Weekly record', 'Head of year', '${from}', ${id('user', '1')}, ${id('user', '3')}, '${from}' from generate_series(1, ${placements}) n where n % 5 > 0;
    insert into plan_objective (id, placement_id, kind, objective, measure, added_in, made_by, made_at)
      select gen_random_uuid(), ${id('placement', 'n')}, k, 'Attend every session', 'Register', 1, ${id('user', '3')}, '${from}' from generate_series(1, ${placements}) n, unnest(array['personal', 'academic']) k;
    insert into placement_review (id, placement_id, due_on, held_on, attendees, outcome, made_by, made_at)
      select gen_random_uuid(), ${id('placement', 'n')}, '${addDays(day, -30)}', '${addDays(day, -30)}', 'School, provider, mother', 'continue', ${id('user', '3')}, '${from}' from generate_series(1, ${placements}) n;
    insert into placement_review (id, placement_id, due_on, made_by, made_at)
      select gen_random_uuid(), ${id('placement', 'n')}, date '${day}' + (n % 30)::integer - 5, ${id('user', '3')}, '${from}' from generate_series(1, ${placements}) n;
    insert into placement_contact (id, placement_id, on_day, kind, with_whom, by_user, by_organisation, at)
      select gen_random_uuid(), ${id('placement', 'n')}, date '${day}' - 7 * w, 'call', 'Tutor', ${id('user', '3')}, ${buyer}, date '${day}' - 7 * w from generate_series(1, ${placements}) n, generate_series(1, 4) w;
    insert into placement (id, child_id, kind, route, commissioner_id, provider_id, status, purpose, need_category, planned_start_on, made_by, made_at)
      select ${id('placement', `${placements + 1}`)}, ${id('child', '5')}, 'alternative provision', 'tier 3', ${id('partnership', '1')}, ${id('provider', '1')}, 'proposed',
        'To come back to lessons', 'behaviour', '${addDays(day, 12)}', ${id('user', '3')}, '${day}';
    insert into placement_session (id, placement_id, weekday, starts_at, ends_at, from_on)
      select gen_random_uuid(), ${id('placement', `${placements + 1}`)}, w, '09:30', '14:30', '${addDays(day, 12)}' from unnest(array[2, 4]) w;
    insert into register_mark (id, placement_id, on_day, starts_at, ends_at, happened, mark, reason, by_user, by_organisation, at)
      select gen_random_uuid(), ${id('placement', 'n')}, d::date, '09:30', '14:30', true, case when n % 9 = 0 then 'absent' else 'present' end,
        case when n % 9 = 0 then 'ill' end, ${id('user', '1')}, ${id('provider', at('n'))}, d
        from generate_series(1, ${placements}) n, generate_series('${addDays(day, -68)}'::timestamptz, '${day}'::timestamptz, interval '1 day') d where extract(isodow from d) in (1, 3, 5)`)
  await lookAtProviders(admin, addDays(day, -150))
  await admin.query('set session_replication_role = default; analyze')
  return { proposed: idOf('placement', placements + 1), live: idOf('placement', 5) }
}

/** Profile, a site, four people, and every document with its file. */
async function tellProviders(admin: Client, providers: number, day: IsoDate) {
  const documents = appendixTwo.filter(({ source }) => source === 'appendix-2').map(({ id }) => id)
  await admin.query(`
    insert into provider (organisation_id, kind, legal_form, registration, description, key_stages, subjects, needs, weekdays, curriculum, places)
      select ${id('provider', 'n')}, 'non-school', 'company', 'not registered', 'Small groups', case when n % 3 = 0 then '{3,4}'::integer[] else '{4}' end,
        '{English,Mathematics}', case n % 4 when 0 then '{autism}'::text[] else '{behaviour,exclusion}' end, '{1,2,3,4,5}', 'narrow', 20 from generate_series(1, ${providers}) n;
    insert into provider_standing (provider_id, employs_anyone, capacity_sessions) select ${id('provider', 'n')}, true, 120 from generate_series(1, ${providers}) n;
    insert into provider_site (id, provider_id, name, street, town, postcode) select gen_random_uuid(), ${id('provider', 'n')}, 'Main site', n || ' Mill Lane', 'Harbury', 'ZZ9 9ZZ' from generate_series(1, ${providers}) n;
    insert into provider_person (id, provider_id, name, role, in_senior_leadership, from_on)
      select ${id('person', 'n * 10 + k')}, ${id('provider', 'n')}, 'Staff ' || n || ' ' || k, case k when 1 then 'safeguarding-lead' when 2 then 'deputy-safeguarding-lead' else 'staff' end,
        k = 1, '2024-09-01' from generate_series(1, ${providers}) n, generate_series(1, 4) k;
    insert into provider_training (id, person_id, provider_id, trained_on, trainer, recorded_by, recorded_at)
      select gen_random_uuid(), ${id('person', 'n * 10 + k')}, ${id('provider', 'n')}, '${addDays(day, -100)}', 'county', ${id('user', '1')}, '${day}' from generate_series(1, ${providers}) n, generate_series(1, 4) k;
    insert into evidence_item (id, provider_id, document, issued_on, expires_on, added_by, by_organisation, added_at)
      select ${id('evidence', 'n * 100 + right(d, 2)::integer')}, ${id('provider', 'n')}, d, '${addDays(day, -200)}', date '${day}' + 165 - (n % 7) * 25, ${id('user', '1')}, ${id('provider', 'n')}, '${addDays(day, -190)}'
        from generate_series(1, ${providers}) n, unnest('{${documents.join(',')}}'::text[]) d;
    insert into insurance_policy (evidence_id, provider_id, kind, insurer, policy_number, amount_pence, starts_on, ends_on)
      select ${id('evidence', 'n * 100 + 1')}, ${id('provider', 'n')}, 'employers-liability', 'Invented Mutual', 'IM-' || n, 1000000000, '${addDays(day, -200)}', '${addDays(day, 165)}' from generate_series(1, ${providers}) n;
    insert into file (id, purpose, name, media_type, size, sha256, state, evidence_id)
      select gen_random_uuid(), 'evidence', 'Document.pdf', 'application/pdf', 1000, repeat('0', 64), 'not scanned', e.id from evidence_item e`)
}

/** Who commissions at a provider has seen its documents, checked its registration and staff, and signed an agreement. */
const lookAtProviders = (admin: Client, seenOn: IsoDate) =>
  admin.query(`
    create temporary table pair as select distinct provider_id, commissioner_id from placement;
    insert into evidence_sighting (id, evidence_id, commissioner_id, seen, seen_on, how, what_checked, by_user, recorded_at)
      select gen_random_uuid(), e.id, pair.commissioner_id, true, '${seenOn}', 'in Onroll', 'All of it', ${id('user', '3')}, '${seenOn}' from evidence_item e join pair using (provider_id);
    insert into commissioner_check (id, provider_id, commissioner_id, what, checked_on, found, by_user, recorded_at)
      select gen_random_uuid(), provider_id, commissioner_id, w, '${seenOn}', 'In order', ${id('user', '3')}, '${seenOn}' from pair, unnest(array['registration', 'staff']) w;
    insert into service_level_agreement (id, provider_id, commissioner_id, signed_on, signed_for_commissioner, signed_for_provider, kcsie_clause, recorded_by, recorded_at)
      select gen_random_uuid(), provider_id, commissioner_id, '${seenOn}', 'A', 'B', true, ${id('user', '3')}, '${seenOn}' from pair`)
