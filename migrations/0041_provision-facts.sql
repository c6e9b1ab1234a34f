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
      select id, child_id, provider_id, commissioner_id, status, planned_start_on, planned_end_on, started_on, purpose, need_category,
             supervised, dual_registered, arranged_under, attendance_code, subjects
        from onroll.placement where child_id = any (children) and provider_id is not null
         and status in ('proposed', 'offered', 'declined', 'accepted', 'live')) x),
    'sessions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select s.placement_id, s.weekday, to_char(s.starts_at, 'HH24:MI') as starts_at, to_char(s.ends_at, 'HH24:MI') as ends_at,
             s.break_minutes, s.in_weeks, s.from_on, s.to_on
        from onroll.placement_session s join onroll.placement p on p.id = s.placement_id
       where p.child_id = any (children) and p.status in ('proposed', 'offered', 'declined', 'accepted', 'live')) x),
    'schoolSessions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, school_id, extract(epoch from ends_at - starts_at)::integer / 60 as minutes, break_minutes, subjects, from_on, to_on
        from onroll.school_session where child_id = any (children)) x),
    'medicalExceptions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, recorded_on, review_on from onroll.medical_exception where child_id = any (children) and ended_on is null) x),
    'plans', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, placement_id, child_id, provider_id, status, start_on, written_on, review_on, end_on, school_agreed_on,
             copy_acknowledged_on, made_at
        from onroll.substantial_plan where child_id = any (children) and status in ('in force', 'lapsed')) x),
    'planAgreements', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select a.plan_id, a.contact_id, a.agreed from onroll.substantial_plan_agreement a
        join onroll.substantial_plan s on s.id = a.plan_id where s.child_id = any (children)) x));
end $$;
alter function provision_facts(uuid[]) owner to onroll_access;
grant execute on function provision_facts(uuid[]) to onroll_app, onroll_worker;
