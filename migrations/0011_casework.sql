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
      select decision_id, referral_id, school_confirmed_at, admissions_confirmed_at, school_objects from onroll.on_roll_check
       where referral_id = any (cases)) x));
end $$;
grant execute on function case_facts(uuid[]) to onroll_app, onroll_worker;

-- Whose part is whose --------------------------------------------------------------------------------------
-- The policies of 0007 say who may touch a row. These say which part of it: a school cannot accept its own referral,
-- a co-ordinator cannot put words into the school's mouth, and nobody signs for somebody else.

create function guard_referral() returns trigger language plpgsql security definer set search_path = onroll, pg_temp as $$
declare
  who onroll.me := onroll.me();
  theirs boolean := old.referring_organisation_id = who.organisation_id and who.role in ('school-referrer', 'school-dsl', 'admissions');
begin
  if who is null then return new; end if;
  if new.reference <> old.reference or new.kind <> old.kind or new.referring_organisation_id <> old.referring_organisation_id
     or (old.status <> 'draft' and new.child_id is distinct from old.child_id and not onroll.joins_now(old.child_id, new.child_id)) then
    raise exception 'what a referral is about does not change' using errcode = 'insufficient_privilege';
  end if;
  if theirs then
    if new.status <> old.status and new.status not in ('submitted', 'withdrawn', 'discarded') then
      raise exception 'who refers cannot make a referral %', new.status using errcode = 'insufficient_privilege';
    end if;
    if old.status not in ('draft', 'returned') and (new.responsible_partnership_id is distinct from old.responsible_partnership_id
       or new.route is distinct from old.route or new.assigned_to is distinct from old.assigned_to
       or new.accepted_at is distinct from old.accepted_at) then
      raise exception 'a referral that was sent is worked by its partnership' using errcode = 'insufficient_privilege';
    end if;
  elsif (new.reason, new.strengths, new.child_voice, new.child_voice_how, new.parent_voice, new.parent_spoken_to, new.parent_spoken_on,
      new.parent_agrees, new.medical, new.transport, new.attainment, new.peers_to_avoid, new.asked_for, new.gate_on_roll,
      new.gate_special_needs, new.gate_care, new.gate_admission_complete, new.submitted_at, new.submitted_by, new.lead_professional)
    is distinct from (old.reason, old.strengths, old.child_voice, old.child_voice_how, old.parent_voice, old.parent_spoken_to,
      old.parent_spoken_on, old.parent_agrees, old.medical, old.transport, old.attainment, old.peers_to_avoid, old.asked_for,
      old.gate_on_roll, old.gate_special_needs, old.gate_care, old.gate_admission_complete, old.submitted_at, old.submitted_by,
      old.lead_professional) then
    raise exception 'the answers of a referral belong to who wrote them' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger referral_guarded before update on referral for each row execute function guard_referral();

create function guard_finding() returns trigger language plpgsql security definer set search_path = onroll, pg_temp as $$
begin
  if old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at then
    raise exception 'a finding that no longer holds stays as it was' using errcode = 'insufficient_privilege';
  end if;
  if (new.accepted_by, new.accepted_at, new.accepted_reason, new.accepted_name)
     is distinct from (old.accepted_by, old.accepted_at, old.accepted_reason, old.accepted_name)
     and (old.accepted_at is not null
       -- About a placement (0040) whoever commissions it accepts: a school does so for its own. About a provider the quality
       -- team does, for all commissioners; but not that what the law asks for before a start may be missing.
       or not case when old.provider_id is not null then onroll.i_am('quality-assurance')
             and old.provider_id not in (select onroll.providers_i_work_for())
             and not (old.basis = 'law' and cardinality(old.blocks) > 0)
           when old.placement_id is not null then onroll.i_am('coordinator', 'school-referrer', 'school-dsl')
           else onroll.i_am('coordinator') end
       or new.accepted_by is distinct from onroll.my_user() or length(btrim(coalesce(new.accepted_reason, ''))) = 0) then
    raise exception 'a finding is accepted once, by who may, with a reason' using errcode = 'insufficient_privilege';
  end if;
  -- What is found about a provider is found by jobs, which see every commissioner's part: nobody says that it is gone.
  if old.provider_id is not null and onroll.my_user() is not null and new.superseded_at is distinct from old.superseded_at then
    raise exception 'what is found about a provider goes when its facts change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger finding_guarded before update on finding for each row execute function guard_finding();

create function guard_dispute() returns trigger language plpgsql security definer set search_path = onroll, pg_temp as $$
declare mine uuid := onroll.my_organisation();
begin
  if mine is null then return new; end if;
  if old.ended_at is not null then
    raise exception 'a dispute that has ended stays as it was' using errcode = 'insufficient_privilege';
  end if;
  if (new.agreed_by_raiser is not null and new.agreed_by_raiser is distinct from old.agreed_by_raiser
        and (mine <> old.raised_by_id or new.agreed_by_raiser <> onroll.my_user()))
     or (new.agreed_by_other is not null and new.agreed_by_other is distinct from old.agreed_by_other
        and (mine <> old.with_id or new.agreed_by_other <> onroll.my_user())) then
    raise exception 'each partnership agrees for itself' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger dispute_guarded before update on responsibility_dispute for each row execute function guard_dispute();
alter table responsibility_dispute add constraint agreed_by_both
  check (status <> 'agreed' or (agreed_by_raiser is not null and agreed_by_other is not null));
create unique index one_open_dispute on responsibility_dispute (referral_id) where ended_at is null;
grant execute on function guard_referral(), guard_finding(), guard_dispute() to onroll_app, onroll_worker;

-- A version is sealed by whoever wrote the referral; what happened is signed by whoever did it.
drop policy referral_version_written on referral_version;
create policy referral_version_sealed_by_its_author on referral_version for insert to onroll_app
  with check (made_by = (select my_user())
    and exists (select 1 from referral r where r.id = referral_id and r.referring_organisation_id = (select my_organisation())));
drop policy case_event_written on case_event;
create policy case_event_written on case_event for insert to onroll_app
  with check (by_user = (select my_user()) and by_organisation = (select my_organisation())
    and (referral_id in (select referrals_i_may_see())
      or exists (select 1 from agenda_item a where a.referral_id = case_event.referral_id and a.id in (select pack_items_i_may_read()))));
create policy case_event_written_by_worker on case_event for insert to onroll_worker with check (true);
grant insert on case_event to onroll_worker;
drop policy case_note_written on case_note;
create policy case_note_written on case_note for insert to onroll_app
  with check (referral_id in (select referrals_i_may_see()) and by_organisation = (select my_organisation())
    and written_by = (select my_user()) and (select i_am('coordinator', 'support-worker')));
drop policy case_message_sent on case_message;
create policy case_message_sent on case_message for insert to onroll_app
  with check (from_organisation_id = (select my_organisation())
    and sent_by = (select my_user()) and read_at is null
    and exists (select 1 from referral r where r.id = referral_id
      and r.referring_organisation_id in (from_organisation_id, to_organisation_id)
      and r.responsible_partnership_id in (from_organisation_id, to_organisation_id)));
drop policy information_request_answered on information_request;
create policy information_request_answered on information_request for update to onroll_app
  using (referral_id in (select referrals_i_may_see()) and answered_at is null
    and (asked_of_organisation_id = (select my_organisation()) or (select i_am('coordinator'))))
  with check (answered_by is null or (answered_by = (select my_user()) and asked_of_organisation_id = (select my_organisation())));
drop policy file_added on file;
create policy file_added on file for insert to onroll_app
  with check (referral_id in (select referrals_i_may_see()) and by_organisation = (select my_organisation())
    and uploaded_by = (select my_user()));

-- Owners last: rights to a function are given while it is still ours to give them.
alter function case_facts(uuid[]) owner to onroll_access;
alter function guard_referral() owner to onroll_access;
alter function guard_finding() owner to onroll_access;
alter function guard_dispute() owner to onroll_access;
