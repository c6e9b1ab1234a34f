-- What casework asks of the tables beyond their first shape, and the facts that the rules are asked about.

alter table referral add column route_rule text;
grant update (route_rule) on referral to onroll_app;

-- The day on which full-time education began after a permanent exclusion (from the sixth school day: S-SIXTH).
alter table exclusion add column education_from date;
grant update (education_from) on exclusion to onroll_app;

-- The other partnership reads what a dispute is about here, because it may not read the case itself.
alter table responsibility_dispute
  add column case_reference integer not null,
  add column school_id uuid references organisation,
  add column year_group integer,
  add column proposed_by_id uuid references organisation;
grant update (proposed_by_id) on responsibility_dispute to onroll_app;

do $$ declare t text; begin
  foreach t in array array['exclusion', 'admission', 'contact', 'meeting_attendance'] loop
    execute format('grant select on %I to onroll_access', t);
    execute format('create policy %I on %I for select to onroll_access using (true)', t || '_read_for_access', t);
  end loop;
end $$;

/* What the rules are asked about these referrals and their children: dates and statuses, no names, no addresses.
   A finding must not depend on who happens to look, so the answer is whole for each referral that the person asking
   may read (a school no longer sees a child it excluded; the rule still must). Jobs ask about any. */
create function case_facts(wanted uuid[]) returns jsonb
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare
  asked uuid[];
  children uuid[];
  cases uuid[];
begin
  if onroll.my_purpose() = 'worker' then asked := wanted;
  else select coalesce(array_agg(id), '{}') into asked from onroll.referrals_i_may_see() id where id = any (wanted);
  end if;
  select coalesce(array_agg(distinct child_id), '{}') into children
    from onroll.referral where id = any (asked) and child_id is not null;
  select coalesce(array_agg(id), '{}') into cases
    from onroll.referral where id = any (asked) or (child_id = any (children) and status not in ('draft', 'discarded'));
  return jsonb_build_object(
    'referrals', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, kind, status, child_id, referring_organisation_id, gate_on_roll, gate_special_needs, gate_care,
             submitted_at, first_response_at, ended_at
        from onroll.referral where id = any (cases)) x),
    'fairAccessCases', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select referral_id, category, in_year_measures_tried, received_on, accepted_on
        from onroll.fair_access_case where referral_id = any (cases)) x),
    'disputes', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select referral_id, opened_on, ended_at from onroll.responsibility_dispute where referral_id = any (cases)) x),
    'children', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, birth_date from onroll.child where id = any (children)) x),
    'enrolments', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, school_id, kind, from_on, to_on, year_group from onroll.enrolment where child_id = any (children)) x),
    'addresses', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, home_authority, home_area_id, from_on, to_on from onroll.child_address where child_id = any (children)) x),
    'contacts', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, child_id, parental_responsibility from onroll.contact
       where child_id = any (children) and ended_on is null) x),
    'specialNeeds', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, status, maintaining_authority, from_on, to_on from onroll.special_needs where child_id = any (children)) x),
    'topUps', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, school_year, amount_pence from onroll.top_up where child_id = any (children)) x),
    'care', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select child_id, status, authority, from_on, to_on, social_worker is not null as has_social_worker,
             virtual_school_contact is not null as has_virtual_school_contact
        from onroll.care_status where child_id = any (children)) x),
    'admissions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, child_id, school_id, applied_on, outcome_on, completed_on from onroll.admission where child_id = any (children)) x),
    'exclusions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, child_id, school_id, from_on, reinstated_on, education_from
        from onroll.exclusion where child_id = any (children) and kind = 'permanent') x),
    'agenda', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select a.referral_id, a.meeting_id, m.starts_at from onroll.agenda_item a join onroll.meeting m on m.id = a.meeting_id
       where a.referral_id = any (cases) and a.status <> 'withdrawn' and m.status <> 'cancelled') x),
    'meetings', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select m.id, m.partnership_id, m.starts_at from onroll.meeting m where m.id in (
        select a.meeting_id from onroll.agenda_item a where a.referral_id = any (cases) and a.status <> 'withdrawn'
        union select d.meeting_id from onroll.decision d where d.referral_id = any (cases))) x),
    'invitations', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select i.meeting_id, i.school_id, i.sent_at from onroll.invitation i where i.withdrawn_at is null and i.meeting_id in (
        select a.meeting_id from onroll.agenda_item a where a.referral_id = any (cases) and a.status <> 'withdrawn'
        union select d.meeting_id from onroll.decision d where d.referral_id = any (cases))) x),
    'attendance', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select t.meeting_id, t.school_id, t.attended from onroll.meeting_attendance t where t.meeting_id in (
        select a.meeting_id from onroll.agenda_item a where a.referral_id = any (cases) and a.status <> 'withdrawn'
        union select d.meeting_id from onroll.decision d where d.referral_id = any (cases))) x),
    'decisions', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, referral_id, meeting_id, code, status, school_id, tier, decided_at, issued_at, start_on, end_on
        from onroll.decision where referral_id = any (cases) and status <> 'superseded') x),
    'notices', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select n.referral_id, n.decision_id, n.to_organisation_id, o.team, n.sent_at
        from onroll.notice n join onroll.organisation o on o.id = n.to_organisation_id where n.referral_id = any (cases)) x),
    'onRoll', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select decision_id, referral_id, school_confirmed_at, admissions_confirmed_at from onroll.on_roll_check
       where referral_id = any (cases)) x));
end $$;
alter function case_facts(uuid[]) owner to onroll_access;
grant execute on function case_facts(uuid[]) to onroll_app, onroll_worker;
