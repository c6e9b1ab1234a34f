-- What the rules are asked about children's weeks, and what only the placement pages need beyond 0040.

do $$ declare t text; begin
  foreach t in array array['school_session', 'medical_exception', 'substantial_plan_agreement'] loop
    execute format('grant select on %I to onroll_access', t);
    execute format('create policy %I on %I for select to onroll_access using (true)', t || '_read_for_access', t);
  end loop;
end $$;

/* Weeks, plans and statuses of these children: days, times and ids, no names. Whole for each child whose education the
   person asking may see, because a finding must not depend on who looks. Jobs ask about any. */
create function provision_facts(wanted uuid[]) returns jsonb
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare children uuid[];
begin
  if onroll.my_purpose() = 'worker' then children := wanted;
  else select coalesce(array_agg(id), '{}') into children from onroll.children_i_may_see('education') id where id = any (wanted);
  end if;
  return jsonb_build_object(
    'children', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, birth_date from onroll.child where id = any (children)) x),
    'enrolments', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, school_id, kind, from_on, to_on, year_group from onroll.enrolment where child_id = any (children)) x),
    'contacts', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, child_id, parental_responsibility from onroll.contact where child_id = any (children) and ended_on is null) x),
    'specialNeeds', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, status, maintaining_authority, from_on, to_on from onroll.special_needs where child_id = any (children)) x),
    'topUps', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, school_year, amount_pence from onroll.top_up where child_id = any (children)) x),
    'care', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, status, authority, from_on, to_on, social_worker is not null as has_social_worker,
             virtual_school_contact is not null as has_virtual_school_contact
        from onroll.care_status where child_id = any (children)) x),
    'placements', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select p.id, p.child_id, p.provider_id, p.commissioner_id, o.kind as commissioner_kind, p.status, p.planned_start_on, p.planned_end_on,
             p.started_on, p.purpose, p.need_category, p.supervised, p.dual_registered, p.arranged_under, p.attendance_code, p.subjects
        from onroll.placement p join onroll.organisation o on o.id = p.commissioner_id
       where p.child_id = any (children) and p.provider_id is not null
         and p.status in ('proposed', 'offered', 'declined', 'accepted', 'live')) x),
    'sessions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select s.placement_id, s.weekday, to_char(s.starts_at, 'HH24:MI') as starts_at, to_char(s.ends_at, 'HH24:MI') as ends_at,
             s.break_minutes, s.in_weeks, s.from_on, s.to_on
        from onroll.placement_session s join onroll.placement p on p.id = s.placement_id
       where p.child_id = any (children) and p.status in ('proposed', 'offered', 'declined', 'accepted', 'live')) x),
    'schoolSessions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, school_id, extract(epoch from ends_at - starts_at)::integer / 60 as minutes, break_minutes, subjects, from_on, to_on
        from onroll.school_session where child_id = any (children)) x),
    'noSchoolTime', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, from_on, to_on from onroll.no_school_time where child_id = any (children)) x),
    'medicalExceptions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, recorded_on, review_on from onroll.medical_exception where child_id = any (children) and ended_on is null) x),
    'plans', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      -- A draft counts where no other plan stands: what it lacks is found, and it allows nothing. It does not hide one that lapsed.
      select s.id, s.placement_id, s.child_id, s.provider_id, s.status, s.start_on, s.written_on, s.review_on, s.end_on, s.school_agreed_on,
             s.copy_acknowledged_on, s.made_at
        from onroll.substantial_plan s where s.child_id = any (children) and (s.status in ('in force', 'lapsed')
         or (s.status = 'draft' and not exists (select 1 from onroll.substantial_plan o
              where o.placement_id = s.placement_id and o.status in ('in force', 'lapsed'))))) x),
    'planAgreements', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select a.plan_id, a.contact_id, a.agreed from onroll.substantial_plan_agreement a
        join onroll.substantial_plan s on s.id = a.plan_id where s.child_id = any (children)) x));
end $$;
grant execute on function provision_facts(uuid[]) to onroll_app, onroll_worker;

-- A child who has no lessons at a school at all: an answer, where no row in school_session is only a question.
create table no_school_time (
  id            uuid primary key,
  child_id      uuid not null references child,
  from_on       date not null,
  to_on         date check (to_on >= from_on),
  recorded_by   uuid not null references user_account,
  recorded_at   timestamptz not null
);
create index on no_school_time (child_id, from_on);
create unique index no_school_time_once on no_school_time (child_id) where to_on is null;
comment on table no_school_time is 'That a child has no lessons at school (S2), kept with the child''s record.';
alter table no_school_time enable row level security;
alter table no_school_time force row level security;
grant select, insert on no_school_time to onroll_app;
grant select on no_school_time to onroll_worker, onroll_access;
grant update (to_on) on no_school_time to onroll_app;
create policy no_school_time_read_by_worker on no_school_time for select to onroll_worker using (true);
create policy no_school_time_read_for_access on no_school_time for select to onroll_access using (true);
create policy no_school_time_seen on no_school_time for select to onroll_app using (child_id in (select children_i_may_see('education')));
create policy no_school_time_entered on no_school_time for insert to onroll_app
  with check (child_id in (select children_i_may_see('education')) and recorded_by = (select my_user())
    and (select i_am('coordinator', 'support-worker', 'school-referrer', 'school-dsl')));
create policy no_school_time_changed on no_school_time for update to onroll_app
  using (child_id in (select children_i_may_see('education')) and (select i_am('coordinator', 'support-worker', 'school-referrer', 'school-dsl')));

-- Reminders before a short-term plan ends are sent once each, however often the job runs.
alter table substantial_plan add column warned_early_at timestamptz, add column warned_late_at timestamptz;
grant update (warned_early_at, warned_late_at) on substantial_plan to onroll_worker;

/* A plan is complete, or it is not in force (ILL-05): written, agreed by the school and by everyone with parental
   responsibility, with a review after its start and not after its end. Whoever asks, and whichever way. */
create function guard_plan_is_complete() returns trigger language plpgsql security definer set search_path = onroll, pg_temp as $$
begin
  if new.status <> 'in force' or old.status = 'in force' then return new; end if;
  if new.written_on is null or length(btrim(coalesce(new.purpose, ''))) = 0 or new.start_on is null or new.review_on is null or new.end_on is null
     or new.school_agreed_on is null or length(btrim(coalesce(new.school_agreed_by, ''))) = 0
     or new.review_on <= new.start_on or new.review_on > new.end_on or new.end_on < new.start_on then
    raise exception 'a short-term plan that is not complete cannot be put in force' using errcode = 'check_violation';
  end if;
  if not exists (select 1 from onroll.substantial_plan_agreement a where a.plan_id = new.id and a.agreed)
     or exists (select 1 from onroll.contact c where c.child_id = new.child_id and c.parental_responsibility and c.ended_on is null
       and not exists (select 1 from onroll.substantial_plan_agreement a where a.plan_id = new.id and a.contact_id = c.id and a.agreed)) then
    raise exception 'everyone with parental responsibility must have agreed to a short-term plan' using errcode = 'check_violation';
  end if;
  return new;
end $$;
grant execute on function guard_plan_is_complete() to onroll_app, onroll_worker;
create trigger substantial_plan_complete before update of status on substantial_plan for each row execute function guard_plan_is_complete();
create unique index one_substantial_plan on substantial_plan (placement_id) where status in ('draft', 'in force');

-- Owners last: rights to a function are given while it is still ours to give them.
alter function provision_facts(uuid[]) owner to onroll_access;
alter function guard_plan_is_complete() owner to onroll_access;
