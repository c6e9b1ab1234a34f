-- The access matrix of the records above (docs/security): who may see and change whose. Two questions are answered
-- once, as sets, by functions that every policy compares with; a policy never asks a function about each row.
-- Owned by onroll_access, which may read just the tables these functions need.

/* The authority this installation serves, as the facts name it ('leicestershire'). */
create function own_authority() returns text language sql stable security definer set search_path = onroll, pg_temp as
$$ select value ->> 'key' from onroll.setting where key = 'authority' $$;

/* Cases that are a school's own: it referred the child, or has the child on roll. The ones that were only released to
   it, because it is to receive the child, are not among them. */
create function our_schools_cases() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 200 as $$
declare who onroll.me := onroll.me();
begin
  if who.role in ('school-referrer', 'school-dsl') then
    return query
      select r.id from onroll.referral r where r.referring_organisation_id = who.organisation_id
      union
      select r.id from onroll.referral r join onroll.enrolment e on e.child_id = r.child_id
        where e.school_id = who.organisation_id and e.from_on <= onroll.today() and (e.to_on is null or e.to_on >= onroll.today())
          and r.status not in ('draft', 'discarded') and r.kind = 'school';
  end if;
end $$;
grant execute on function our_schools_cases() to onroll_app, onroll_access;

/* Referrals the person asking may read: their organisation's own, their partnership's (not drafts), assigned ones,
   Fair Access ones for Admissions, and decided ones for the school that is to receive the child. */
create function referrals_i_may_see() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 500 as $$
declare who onroll.me := onroll.me();
begin
  if who.role in ('school-referrer', 'school-dsl') then
    return query
      select onroll.our_schools_cases()
      union
      select d.referral_id from onroll.decision d
        where d.school_id = who.organisation_id and d.status = 'issued';
  elsif who.role = 'coordinator' then
    return query select r.id from onroll.referral r
      where r.responsible_partnership_id = who.organisation_id and r.status not in ('draft', 'discarded');
  elsif who.role = 'support-worker' then
    return query select a.referral_id from onroll.case_assignment a join onroll.referral r on r.id = a.referral_id
      where a.user_id = who.user_id and a.from_on <= onroll.today() and (a.to_on is null or a.to_on >= onroll.today())
        and r.responsible_partnership_id = who.organisation_id and r.status not in ('draft', 'discarded');
  elsif who.role = 'admissions' then
    return query select r.id from onroll.referral r where r.kind = 'fair-access'
      and (r.status not in ('draft', 'discarded') or r.referring_organisation_id = who.organisation_id);
  end if;
end $$;

/* Children about whom the person asking may read one kind of thing:
   'identity' (S1), 'education' (S2), 'special needs', 'care', 'contacts' (S3). The rows of the matrix, in one place.
   Plans are kept for as long as a connection lives. One that was made while the tables were small would read them whole
   for every child when they are large (two seconds for five thousand): so reading whole tables is off, and what must
   not exist is looked up by its key, child by child. */
create function children_i_may_see(about text) returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp set enable_seqscan = off rows 1000 as $$
declare
  who onroll.me := onroll.me();
  day date := onroll.today();
begin
  if who.role in ('school-referrer', 'school-dsl') then
    return query
      select e.child_id from onroll.enrolment e
        where e.school_id = who.organisation_id and e.from_on <= day and (e.to_on is null or e.to_on >= day)
      union
      -- A child just entered, whom no school has on roll yet.
      select c.id from onroll.child c where c.created_by_organisation_id = who.organisation_id and c.merged_into_id is null
        and (select 1 from onroll.enrolment e where e.child_id = c.id and e.from_on <= day limit 1) is null;
    if about = 'identity' then
      -- What we wrote ourselves stays readable after the child has left; and the child we are to receive.
      return query
        select r.child_id from onroll.referral r where r.referring_organisation_id = who.organisation_id and r.child_id is not null
        union
        select r.child_id from onroll.decision d join onroll.referral r on r.id = d.referral_id
          where d.school_id = who.organisation_id and d.status = 'issued';
    end if;
  elsif who.role = 'coordinator' then
    return query
      select r.child_id from onroll.referral r
        where r.responsible_partnership_id = who.organisation_id and r.status not in ('draft', 'discarded')
      union
      -- A child whom the partnership entered itself, while no school outside it has the child on roll.
      select c.id from onroll.child c where c.created_by_organisation_id = who.organisation_id and c.merged_into_id is null
        and (select 1 from onroll.enrolment e where e.child_id = c.id and e.from_on <= day and (e.to_on is null or e.to_on >= day)
          and onroll.partnership_of(e.school_id, day) is distinct from who.organisation_id limit 1) is null;
  elsif who.role = 'support-worker' then
    return query select distinct r.child_id from onroll.case_assignment a join onroll.referral r on r.id = a.referral_id
      where a.user_id = who.user_id and a.from_on <= day and (a.to_on is null or a.to_on >= day)
        and r.responsible_partnership_id = who.organisation_id and r.status not in ('draft', 'discarded');
  elsif who.role = 'admissions' then
    -- Fair Access remit. Admissions sees SEN and care status too: the Code (3.17) makes both decide eligibility.
    return query
      select r.child_id from onroll.referral r where r.kind = 'fair-access' and r.child_id is not null
        and (r.status not in ('draft', 'discarded') or (r.status = 'draft' and r.referring_organisation_id = who.organisation_id))
      union
      select c.id from onroll.child c where c.created_by_organisation_id = who.organisation_id and c.merged_into_id is null;
  elsif who.role = 'sena' and about in ('identity', 'education', 'special needs') then
    return query
      select s.child_id from onroll.special_needs s where s.status in ('sen-support', 'ehcp')
        and s.from_on <= day and (s.to_on is null or s.to_on >= day)
      union
      select t.child_id from onroll.top_up t where t.from_on <= day and t.to_on >= day;
  elsif who.role = 'virtual-school' then
    return query select s.child_id from onroll.care_status s
      where s.status in ('looked-after', 'previously-looked-after') and s.authority = onroll.own_authority()
        and s.from_on <= day and (s.to_on is null or s.to_on >= day);
  elsif who.role in ('panel-member', 'chair') and about = 'identity' then
    return query select r.child_id from onroll.agenda_item a join onroll.referral r on r.id = a.referral_id
      where a.id in (select onroll.pack_items_i_may_read());
  end if;
end $$;

/* Agenda items whose pack the person asking may read now (condition PANEL_WINDOW): invited, not recused, released,
   the newest pack, and inside its window. Evaluated at every read, so a change counts at once. */
create function pack_items_i_may_read() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 50 as $$
declare who onroll.me := onroll.me();
begin
  if who.role is null or who.role not in ('panel-member', 'chair', 'coordinator', 'admissions') then return; end if;
  return query
    select a.id from onroll.agenda_item a
      join onroll.meeting m on m.id = a.meeting_id
      join onroll.pack p on p.meeting_id = m.id and p.superseded_at is null and p.recalled_at is null
      left join onroll.referral r on r.id = a.referral_id
     where m.window_opens_at <= now() and m.window_closes_at > now() and m.status <> 'cancelled' and a.status <> 'withdrawn'
       and case who.role
         when 'panel-member' then exists (select 1 from onroll.invitation i
           where i.meeting_id = m.id and i.withdrawn_at is null and i.school_id = who.organisation_id)
         when 'admissions' then r.kind = 'fair-access'
         else m.partnership_id = who.organisation_id end
       and not exists (select 1 from onroll.interest c
         where c.agenda_item_id = a.id and c.recused and c.ended_at is null
           and (c.user_id = who.user_id or (c.user_id is null and c.school_id = who.organisation_id)));
end $$;

/* Meetings the person asking may see: the partnership's own people, invited schools, Admissions for Fair Access. */
create function meetings_i_may_see() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 100 as $$
declare who onroll.me := onroll.me();
begin
  if who.role in ('coordinator', 'chair', 'support-worker') then
    return query select m.id from onroll.meeting m where m.partnership_id = who.organisation_id;
  elsif who.role in ('panel-member', 'school-referrer', 'school-dsl') then
    return query select i.meeting_id from onroll.invitation i where i.school_id = who.organisation_id and i.withdrawn_at is null;
  elsif who.role = 'admissions' then
    return query select distinct a.meeting_id from onroll.agenda_item a join onroll.referral r on r.id = a.referral_id
      where r.kind = 'fair-access' and a.status <> 'withdrawn';
  end if;
end $$;
grant execute on function own_authority(), referrals_i_may_see(), children_i_may_see(text), pack_items_i_may_read(), meetings_i_may_see()
  to onroll_app, onroll_access;
grant execute on function own_authority() to onroll_worker;

-- Children ------------------------------------------------------------------------------------------------

create policy child_seen on child for select to onroll_app using (id in (select children_i_may_see('identity')));
create policy child_entered on child for insert to onroll_app
  with check (created_by_organisation_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl', 'admissions', 'coordinator')));
create policy child_corrected on child for update to onroll_app
  using (id in (select children_i_may_see('contacts')) and (select i_am('school-referrer', 'school-dsl', 'coordinator', 'admissions')))
  with check (true);

create policy enrolment_seen on enrolment for select to onroll_app using (child_id in (select children_i_may_see('education'))
  or (child_id in (select children_i_may_see('identity')) and school_id = (select my_organisation())));
create policy enrolment_entered_by_its_school on enrolment for insert to onroll_app
  with check (school_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl'))
    and child_id in (select children_i_may_see('identity')));
create policy enrolment_entered_by_admissions on enrolment for insert to onroll_app
  with check ((select i_am('admissions', 'coordinator')) and child_id in (select children_i_may_see('education')));
create policy enrolment_changed on enrolment for update to onroll_app
  using ((school_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')))
    or ((select i_am('admissions', 'coordinator')) and child_id in (select children_i_may_see('education'))))
  with check (true);

create policy child_address_seen on child_address for select to onroll_app using (child_id in (select children_i_may_see('contacts')));
create policy child_address_entered on child_address for insert to onroll_app
  with check (child_id in (select children_i_may_see('contacts')) and (select i_am('school-referrer', 'school-dsl', 'coordinator', 'admissions')));
create policy child_address_changed on child_address for update to onroll_app
  using (child_id in (select children_i_may_see('contacts')) and (select i_am('school-referrer', 'school-dsl', 'coordinator', 'admissions')))
  with check (true);

create policy contact_seen on contact for select to onroll_app using (child_id in (select children_i_may_see('contacts')));
create policy contact_entered on contact for insert to onroll_app
  with check (child_id in (select children_i_may_see('contacts')) and (select i_am('school-referrer', 'school-dsl', 'coordinator', 'admissions')));
create policy contact_changed on contact for update to onroll_app
  using (child_id in (select children_i_may_see('contacts')) and (select i_am('school-referrer', 'school-dsl', 'coordinator', 'admissions')))
  with check (true);

create policy special_needs_seen on special_needs for select to onroll_app using (child_id in (select children_i_may_see('special needs')));
create policy special_needs_entered on special_needs for insert to onroll_app
  with check (child_id in (select children_i_may_see('special needs')) and (select i_am('school-referrer', 'school-dsl', 'sena', 'admissions')));
create policy special_needs_changed on special_needs for update to onroll_app
  using (child_id in (select children_i_may_see('special needs')) and (select i_am('school-referrer', 'school-dsl', 'sena', 'admissions')))
  with check (true);
create policy top_up_seen on top_up for select to onroll_app using (child_id in (select children_i_may_see('special needs')));
create policy top_up_entered on top_up for insert to onroll_app
  with check (child_id in (select children_i_may_see('special needs')) and (select i_am('school-referrer', 'school-dsl', 'sena')));
create policy top_up_changed on top_up for update to onroll_app
  using (child_id in (select children_i_may_see('special needs')) and (select i_am('school-referrer', 'school-dsl', 'sena'))) with check (true);

create policy care_status_seen on care_status for select to onroll_app using (child_id in (select children_i_may_see('care')));
create policy care_status_entered on care_status for insert to onroll_app
  with check (child_id in (select children_i_may_see('care')) and (select i_am('school-referrer', 'school-dsl', 'virtual-school', 'admissions')));
create policy care_status_changed on care_status for update to onroll_app
  using (child_id in (select children_i_may_see('care')) and (select i_am('school-referrer', 'school-dsl', 'virtual-school', 'admissions'))) with check (true);
create policy agency_seen on agency_involvement for select to onroll_app using (child_id in (select children_i_may_see('care')));
create policy agency_entered on agency_involvement for insert to onroll_app
  with check (child_id in (select children_i_may_see('care')) and (select i_am('school-referrer', 'school-dsl', 'virtual-school')));
create policy agency_changed on agency_involvement for update to onroll_app
  using (child_id in (select children_i_may_see('care')) and (select i_am('school-referrer', 'school-dsl', 'virtual-school'))) with check (true);

create policy admission_seen on admission for select to onroll_app using (child_id in (select children_i_may_see('education')));
create policy admission_entered on admission for insert to onroll_app
  with check (child_id in (select children_i_may_see('education')) and (select i_am('school-referrer', 'school-dsl', 'admissions')));
create policy admission_changed on admission for update to onroll_app
  using (child_id in (select children_i_may_see('education')) and (select i_am('school-referrer', 'school-dsl', 'admissions'))) with check (true);
create policy exclusion_seen on exclusion for select to onroll_app using (child_id in (select children_i_may_see('education')));
create policy exclusion_entered on exclusion for insert to onroll_app
  with check (child_id in (select children_i_may_see('education')) and school_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')));
create policy exclusion_changed on exclusion for update to onroll_app
  using (child_id in (select children_i_may_see('education')) and school_id = (select my_organisation()));

-- S5. The safeguarding lead of a school that has the child on roll (row 5, k2), and (by explicit grant, a later issue)
-- the Virtual School. The holder is whom others are sent to; it may move with the child.
create policy protected_location_held on protected_location for select to onroll_app
  using ((select i_am('school-dsl')) and child_id in (select children_i_may_see('contacts')));
create policy protected_location_entered on protected_location for insert to onroll_app
  with check (holder_organisation_id = (select my_organisation()) and recorded_by = (select my_user()) and (select i_am('school-dsl'))
    and child_id in (select children_i_may_see('contacts')));
create policy protected_location_changed on protected_location for update to onroll_app
  using ((select i_am('school-dsl')) and child_id in (select children_i_may_see('contacts')))
  with check (holder_organisation_id = (select my_organisation()));
-- Admissions reads contacts and addresses too (row 4), so it is told whom to go through instead.
create policy protected_notice_seen on protected_notice for select to onroll_app
  using (child_id in (select children_i_may_see('contacts')));
create policy protected_notice_entered on protected_notice for insert to onroll_app
  with check ((select i_am('school-dsl')) and holder_organisation_id = (select my_organisation()) and child_id in (select children_i_may_see('contacts')));
create policy protected_notice_handed_over on protected_notice for update to onroll_app
  using ((select i_am('school-dsl')) and child_id in (select children_i_may_see('contacts')))
  with check (holder_organisation_id = (select my_organisation()));
create policy protected_notice_lifted on protected_notice for delete to onroll_app
  using ((select i_am('school-dsl')) and child_id in (select children_i_may_see('contacts')));

create policy duplicate_seen_by_who_sees_both on possible_duplicate for select to onroll_app
  using ((select i_am('coordinator')) and child_id in (select children_i_may_see('identity')) and other_child_id in (select children_i_may_see('identity')));
create policy duplicate_resolved_by_coordinator on possible_duplicate for update to onroll_app
  using ((select i_am('coordinator')) and child_id in (select children_i_may_see('identity')) and other_child_id in (select children_i_may_see('identity')))
  with check (true);

grant insert on child, enrolment, child_address, contact, special_needs, top_up, care_status, agency_involvement, admission, exclusion,
  protected_location, protected_notice to onroll_app;
grant delete on protected_notice to onroll_app;
grant update (upn, former_upns, uln, forename, surname, preferred_forename, preferred_surname, search_name, sound_keys, birth_date, sex,
  ethnicity, first_language, interpreter_needed, free_school_meals, young_carer) on child to onroll_app;
grant update (kind, from_on, to_on, year_group, ended_because) on enrolment to onroll_app;
grant update (street, town, postcode, home_authority, home_area_id, authority_source, correction_reason, from_on, to_on) on child_address to onroll_app;
grant update (name, relationship, parental_responsibility, lives_with_child, telephone, email, no_contact, no_contact_reason, language, priority, ended_on) on contact to onroll_app;
grant update (status, maintaining_authority, primary_need, secondary_need, from_on, to_on, source) on special_needs to onroll_app;
grant update (amount_pence, from_on, to_on, granted_by) on top_up to onroll_app;
grant update (status, authority, from_on, to_on, social_worker, virtual_school_contact, placed_in_authority, source) on care_status to onroll_app;
grant update (agency, status, worker, worker_contact, from_on, to_on) on agency_involvement to onroll_app;
grant update (applied_on, outcome, outcome_on, completed_on) on admission to onroll_app;
grant update (from_on, to_on, sessions, reasons, reinstated_on) on exclusion to onroll_app;
grant update (ended_on, lifted_on, confirmed_by, holder_organisation_id, ending_proposed_by, ending_proposed_at, ending_reason) on protected_location to onroll_app;
grant update (holder_organisation_id) on protected_notice to onroll_app;
grant update (resolved_at, resolved_by, outcome) on possible_duplicate to onroll_app;

-- Referrals and cases ---------------------------------------------------------------------------------------

create policy referral_seen on referral for select to onroll_app
  using (id in (select referrals_i_may_see())
    -- The functions see what was there before this statement: a row just written is seen by its author all the same.
    or (referring_organisation_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl', 'admissions'))));
create policy referral_started on referral for insert to onroll_app
  with check (status = 'draft' and referring_organisation_id = (select my_organisation())
    and ((kind = 'school' and (select i_am('school-referrer', 'school-dsl'))) or (kind = 'fair-access' and (select i_am('admissions'))))
    and (child_id is null or child_id in (select children_i_may_see('identity'))));
create policy referral_changed_by_its_author on referral for update to onroll_app
  using (referring_organisation_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl', 'admissions')))
  with check (child_id is null or child_id in (select children_i_may_see('identity')));
create policy referral_worked_by_its_coordinator on referral for update to onroll_app
  using (responsible_partnership_id = (select my_organisation()) and (select i_am('coordinator')) and status not in ('draft', 'discarded'))
  -- Checks of several policies are alternatives, so what a referral may become is said once, by the policy before this.
  with check (false);

create policy fair_access_case_seen on fair_access_case for select to onroll_app using (referral_id in (select referrals_i_may_see()));
create policy fair_access_case_entered on fair_access_case for insert to onroll_app
  with check ((select i_am('admissions')) and referral_id in (select referrals_i_may_see()));
create policy fair_access_case_changed on fair_access_case for update to onroll_app
  using ((select i_am('admissions', 'coordinator')) and referral_id in (select referrals_i_may_see())) with check (true);

do $$ declare t text; begin
  -- Parts of the referral: read with it, written by whoever may write it while they may. (Of those at an organisation that
  -- refers, only the ones who write referrals see them.)
  foreach t in array array['response_step', 'attendance_summary', 'risk'] loop
    execute format('create policy %I on %I for select to onroll_app using (referral_id in (select referrals_i_may_see()))', t || '_seen', t);
    execute format('create policy %I on %I for insert to onroll_app with check (exists (select 1 from referral r where r.id = referral_id and r.referring_organisation_id = (select my_organisation())))', t || '_entered', t);
    execute format('create policy %I on %I for update to onroll_app using (exists (select 1 from referral r where r.id = referral_id and r.referring_organisation_id = (select my_organisation())))', t || '_changed', t);
    execute format('create policy %I on %I for delete to onroll_app using (exists (select 1 from referral r where r.id = referral_id and r.referring_organisation_id = (select my_organisation())))', t || '_removed', t);
  end loop;
  -- Append-only parts of the case.
  foreach t in array array['referral_version', 'case_event'] loop
    execute format('create policy %I on %I for select to onroll_app using (referral_id in (select referrals_i_may_see()))', t || '_seen', t);
    execute format('create policy %I on %I for insert to onroll_app with check (referral_id in (select referrals_i_may_see()))', t || '_written', t);
    execute format('grant insert on %I to onroll_app', t);
  end loop;
end $$;
grant insert, delete on response_step, attendance_summary, risk to onroll_app;
grant update (what, from_on, to_on, impact, position) on response_step to onroll_app;
grant update (possible_sessions, attended_sessions, unauthorised_sessions) on attendance_summary to onroll_app;
grant update (hazard, who, likelihood, severity, controls, review_on) on risk to onroll_app;

create policy information_request_seen on information_request for select to onroll_app using (referral_id in (select referrals_i_may_see()));
create policy information_request_asked on information_request for insert to onroll_app
  with check ((select i_am('coordinator', 'support-worker', 'admissions')) and referral_id in (select referrals_i_may_see()));
create policy information_request_answered on information_request for update to onroll_app
  using (referral_id in (select referrals_i_may_see()) and (asked_of_organisation_id = (select my_organisation()) or (select i_am('coordinator'))))
  with check (true);

-- Notes are the partnership's; shared ones are for whoever referred and for the school of the child, not for a school
-- that the case was released to.
create policy case_note_seen on case_note for select to onroll_app
  using ((referral_id in (select referrals_i_may_see()) and (select i_am('coordinator', 'support-worker')))
    or (shared_with_school and (select i_am('admissions')) and referral_id in (select referrals_i_may_see()))
    or (shared_with_school and referral_id in (select our_schools_cases())));
create policy case_note_written on case_note for insert to onroll_app
  with check (referral_id in (select referrals_i_may_see()) and by_organisation = (select my_organisation()) and (select i_am('coordinator', 'support-worker')));
create policy case_message_seen on case_message for select to onroll_app
  using (referral_id in (select referrals_i_may_see())
    and ((select my_organisation()) in (from_organisation_id, to_organisation_id) or (select i_am('coordinator'))));
create policy case_message_sent on case_message for insert to onroll_app
  with check (referral_id in (select referrals_i_may_see()) and from_organisation_id = (select my_organisation()));
create policy case_message_read on case_message for update to onroll_app
  using (to_organisation_id = (select my_organisation()) and referral_id in (select referrals_i_may_see())) with check (true);

-- A dispute is between two partnerships: their co-ordinators see it, and who supports the case. The other partnership
-- reads the thread, not the child.
create policy dispute_seen on responsibility_dispute for select to onroll_app
  using (((select i_am('support-worker', 'coordinator')) and referral_id in (select referrals_i_may_see())) or ((select i_am('coordinator')) and (select my_organisation()) in (raised_by_id, with_id)));
create policy dispute_raised on responsibility_dispute for insert to onroll_app
  with check ((select i_am('coordinator')) and raised_by_id = (select my_organisation()) and referral_id in (select referrals_i_may_see()));
create policy dispute_changed on responsibility_dispute for update to onroll_app
  using ((select i_am('coordinator')) and (select my_organisation()) in (raised_by_id, with_id)) with check (true);
create policy dispute_message_seen on responsibility_message for select to onroll_app
  using (exists (select 1 from responsibility_dispute d where d.id = dispute_id
    and (select i_am('coordinator')) and (select my_organisation()) in (d.raised_by_id, d.with_id)));
create policy dispute_message_written on responsibility_message for insert to onroll_app
  with check (by_organisation = (select my_organisation()) and (select i_am('coordinator'))
    and exists (select 1 from responsibility_dispute d where d.id = dispute_id));

create policy file_seen on file for select to onroll_app using (referral_id in (select referrals_i_may_see()));
create policy file_added on file for insert to onroll_app
  with check (referral_id in (select referrals_i_may_see()) and by_organisation = (select my_organisation()));
create policy file_changed on file for update to onroll_app
  using (referral_id in (select referrals_i_may_see()) and by_organisation = (select my_organisation())) with check (true);
create policy file_judged_by_worker on file for update to onroll_worker using (true) with check (true);

create policy case_assignment_seen on case_assignment for select to onroll_app
  using (referral_id in (select referrals_i_may_see()) or user_id = (select my_user()));
create policy case_assignment_given on case_assignment for insert to onroll_app
  with check ((select i_am('coordinator')) and referral_id in (select referrals_i_may_see()));
create policy case_assignment_ended on case_assignment for update to onroll_app
  using ((select i_am('coordinator')) and referral_id in (select referrals_i_may_see())) with check (true);

create policy finding_seen on finding for select to onroll_app
  using (referral_id in (select referrals_i_may_see())
    or (referral_id is null and child_id in (select children_i_may_see('education'))));
create policy finding_written_by_worker on finding for insert to onroll_worker with check (true);
create policy finding_superseded_by_worker on finding for update to onroll_worker using (true) with check (true);
create policy finding_written_with_the_deed on finding for insert to onroll_app with check (referral_id in (select referrals_i_may_see()));
create policy finding_superseded_with_the_deed on finding for update to onroll_app
  using (referral_id in (select referrals_i_may_see()) or (child_id in (select children_i_may_see('education')))) with check (true);

grant insert on referral, fair_access_case, information_request, case_note, case_message, responsibility_dispute, responsibility_message, file,
  case_assignment, finding to onroll_app;
grant insert on finding to onroll_worker;
grant update (status, child_id, gate_on_roll, gate_special_needs, gate_care, gate_admission_complete, asked_for, tier_asked_for, reason, strengths,
  lead_professional, child_voice, child_voice_how, parent_voice, parent_spoken_to, parent_spoken_on, parent_agrees, medical, transport, attainment,
  peers_to_avoid, no_suspensions, no_risks, no_agencies, sections_done, responsible_partnership_id, route, route_reason, waiting_for, waiting_since,
  submitted_by, submitted_at, first_looked_at, first_looked_by, first_response_at, assigned_to, accepted_at, ended_at, ended_because, referred_on_to)
  on referral to onroll_app;
grant update (category, evidence, in_year_measures_tried, in_year_measures, received_on, criteria, criteria_reason, criteria_by, criteria_at, doubt_question,
  doubt_sent_at, doubt_answer, doubt_answered_by, doubt_answered_at, accepted_on, preferred_schools) on fair_access_case to onroll_app;
grant update (answer, answered_by, answered_at, cancelled_at) on information_request to onroll_app;
grant update (read_at) on case_message to onroll_app;
grant update (proposed_share_percent, proposal, status, outcome, agreed_by_raiser, agreed_by_other, moves_responsibility, ended_at) on responsibility_dispute to onroll_app;
grant update (state, state_reason, removed_at, removed_by, removed_because) on file to onroll_app;
grant update (state, state_reason) on file to onroll_worker;
grant update (to_on) on case_assignment to onroll_app;
grant update (superseded_at, accepted_by, accepted_at, accepted_reason, accepted_name) on finding to onroll_app;
grant update (superseded_at) on finding to onroll_worker;

-- Panels ------------------------------------------------------------------------------------------------------

create policy panel_cycle_seen on panel_cycle for select to onroll_app using (partnership_id = (select my_organisation()));
create policy panel_cycle_kept on panel_cycle for insert to onroll_app with check (partnership_id = (select my_organisation()) and (select i_am('coordinator', 'chair')));
create policy panel_cycle_changed on panel_cycle for update to onroll_app using (partnership_id = (select my_organisation()) and (select i_am('coordinator', 'chair')));
create policy meeting_seen on meeting for select to onroll_app
  using (id in (select meetings_i_may_see()) or (partnership_id = (select my_organisation()) and (select i_am('coordinator', 'chair'))));
create policy meeting_planned on meeting for insert to onroll_app with check (partnership_id = (select my_organisation()) and (select i_am('coordinator', 'chair')));
create policy meeting_changed on meeting for update to onroll_app using (partnership_id = (select my_organisation()) and (select i_am('coordinator', 'chair')));

create policy invitation_seen on invitation for select to onroll_app using (meeting_id in (select meetings_i_may_see()));
create policy invitation_sent on invitation for insert to onroll_app
  with check ((select i_am('coordinator', 'chair')) and meeting_id in (select meetings_i_may_see()));
create policy invitation_answered_by_its_school on invitation for update to onroll_app
  using (school_id = (select my_organisation()) and (select i_am('panel-member', 'school-referrer', 'school-dsl')))
  with check (school_id = (select my_organisation()));
create policy invitation_withdrawn_by_coordinator on invitation for update to onroll_app
  using ((select i_am('coordinator', 'chair')) and meeting_id in (select meetings_i_may_see())) with check (true);
create policy attendance_seen on meeting_attendance for select to onroll_app using (meeting_id in (select meetings_i_may_see()));
create policy attendance_recorded on meeting_attendance for insert to onroll_app
  with check ((select i_am('coordinator', 'chair')) and meeting_id in (select meetings_i_may_see()));
create policy attendance_corrected on meeting_attendance for update to onroll_app
  using ((select i_am('coordinator', 'chair')) and meeting_id in (select meetings_i_may_see())) with check (true);

create policy agenda_item_seen on agenda_item for select to onroll_app
  using (((select i_am('coordinator', 'support-worker')) and meeting_id in (select meetings_i_may_see()))
    or id in (select pack_items_i_may_read())
    or referral_id in (select referrals_i_may_see()));
create policy agenda_item_listed on agenda_item for insert to onroll_app
  with check ((select i_am('coordinator')) and meeting_id in (select meetings_i_may_see()) and referral_id in (select referrals_i_may_see()));
create policy agenda_item_changed on agenda_item for update to onroll_app
  using (((select i_am('coordinator')) and meeting_id in (select meetings_i_may_see()))
    or ((select i_am('chair')) and id in (select pack_items_i_may_read()))) with check (true);
create policy pack_seen on pack for select to onroll_app using (meeting_id in (select meetings_i_may_see()));
create policy pack_released on pack for insert to onroll_app with check ((select i_am('coordinator')) and meeting_id in (select meetings_i_may_see()));
create policy pack_superseded on pack for update to onroll_app using ((select i_am('coordinator')) and meeting_id in (select meetings_i_may_see())) with check (true);
create policy pack_item_read on pack_item for select to onroll_app
  using (agenda_item_id in (select pack_items_i_may_read())
    and exists (select 1 from pack p where p.id = pack_id and p.superseded_at is null and p.recalled_at is null)
    or ((select i_am('coordinator')) and agenda_item_id in (select a.id from agenda_item a where a.meeting_id in (select meetings_i_may_see()))));
create policy pack_item_written on pack_item for insert to onroll_app
  with check ((select i_am('coordinator')) and exists (select 1 from pack p where p.id = pack_id));
create policy pack_reading_seen on pack_reading for select to onroll_app
  using (user_id = (select my_user()) or ((select i_am('coordinator')) and exists (select 1 from pack p where p.id = pack_id)));
create policy pack_reading_written on pack_reading for insert to onroll_app
  with check (user_id = (select my_user()) and exists (select 1 from pack p where p.id = pack_id));

create policy interest_seen on interest for select to onroll_app
  using (user_id = (select my_user()) or (user_id is null and school_id = (select my_organisation()))
    or ((select i_am('coordinator', 'chair')) and exists (select 1 from agenda_item a where a.id = agenda_item_id)));
create policy interest_recorded on interest for insert to onroll_app
  with check (((select i_am('coordinator', 'chair')) or user_id = (select my_user()))
    and exists (select 1 from agenda_item a where a.id = agenda_item_id));
create policy interest_ended on interest for update to onroll_app
  using ((select i_am('coordinator')) and exists (select 1 from agenda_item a where a.id = agenda_item_id)) with check (true);

create policy decision_seen on decision for select to onroll_app
  using ((issued_at is not null and referral_id in (select referrals_i_may_see()))
    or ((select i_am('coordinator', 'support-worker')) and referral_id in (select referrals_i_may_see()))
    or agenda_item_id in (select pack_items_i_may_read()));
create policy decision_recorded on decision for insert to onroll_app
  with check (((select i_am('coordinator')) and referral_id in (select referrals_i_may_see()))
    or ((select i_am('chair')) and agenda_item_id in (select pack_items_i_may_read())));
create policy decision_changed on decision for update to onroll_app
  using (((select i_am('coordinator')) and referral_id in (select referrals_i_may_see()))
    or ((select i_am('chair')) and agenda_item_id in (select pack_items_i_may_read()))) with check (true);

create policy action_seen on decision_action for select to onroll_app
  using (owner_organisation_id = (select my_organisation()) or owner_user_id = (select my_user())
    or referral_id in (select referrals_i_may_see()) or ((select i_am('coordinator', 'chair')) and meeting_id in (select meetings_i_may_see())));
create policy action_made on decision_action for insert to onroll_app
  with check ((select i_am('coordinator', 'chair')) and (referral_id is null or referral_id in (select referrals_i_may_see()) or meeting_id in (select meetings_i_may_see())));
create policy action_done on decision_action for update to onroll_app
  using (owner_organisation_id = (select my_organisation()) or owner_user_id = (select my_user())
    or ((select i_am('coordinator')) and (referral_id in (select referrals_i_may_see()) or meeting_id in (select meetings_i_may_see())))) with check (true);

create policy template_seen on notice_template for select to onroll_app using ((select my_user()) is not null);
create policy template_changed on notice_template for insert to onroll_app
  with check ((select i_am('coordinator', 'data-steward')) or (select i_run_the_authority()));
-- What one school was told is not for the other schools of the case.
create policy notice_seen on notice for select to onroll_app
  using (to_organisation_id = (select my_organisation())
    or ((select i_am('coordinator', 'support-worker', 'admissions')) and referral_id in (select referrals_i_may_see())));
create policy notice_sent on notice for insert to onroll_app
  with check ((select i_am('coordinator', 'chair', 'admissions')) and referral_id in (select referrals_i_may_see()));
create policy notice_read on notice for update to onroll_app using (to_organisation_id = (select my_organisation())) with check (true);

create policy on_roll_seen on on_roll_check for select to onroll_app using (referral_id in (select referrals_i_may_see()));
create policy on_roll_started on on_roll_check for insert to onroll_app
  with check ((select i_am('coordinator')) and referral_id in (select referrals_i_may_see()));
create policy on_roll_confirmed on on_roll_check for update to onroll_app
  using (((select i_am('coordinator', 'admissions')) and referral_id in (select referrals_i_may_see()))
    or (school_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')))) with check (true);
create policy on_roll_prompted_by_worker on on_roll_check for update to onroll_worker using (true) with check (true);

create policy feed_of_its_person on calendar_feed for all to onroll_app
  using (user_id = (select my_user())) with check (user_id = (select my_user()));

create policy import_of_its_organisation on import_batch for all to onroll_app
  using (organisation_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')))
  with check (organisation_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')));
create policy import_row_of_its_batch on import_row for all to onroll_app
  using (batch_id in (select b.id from import_batch b)) with check (batch_id in (select b.id from import_batch b));

grant insert on panel_cycle, meeting, invitation, meeting_attendance, agenda_item, pack, pack_item, pack_reading, interest, decision, decision_action,
  notice_template, notice, on_roll_check, calendar_feed, import_batch, import_row to onroll_app;
grant update (name, weekday, every_weeks, starts_at, minutes, place, first_on, last_on, papers_days_before, ended_at) on panel_cycle to onroll_app;
grant update (status, starts_at, ends_at, place, papers_by, chair_name, cancelled_because, opened_at, held_at, minutes, minutes_agreed_at, minutes_agreed_by,
  window_opens_at, window_closes_at, ics_sequence) on meeting to onroll_app;
grant update (opened_at, opened_by, answer, attendee_name, answered_at, answered_by, withdrawn_at) on invitation to onroll_app;
grant update (attended, name, user_id, recorded_by, recorded_at) on meeting_attendance to onroll_app;
grant update (position, status, presenter, summary, needs_sentence, withdrawn_because, discussion) on agenda_item to onroll_app;
grant update (superseded_at, recalled_at) on pack to onroll_app;
grant update (recused, ended_at, note) on interest to onroll_app;
grant update (status, issued_at, issued_by, ratified_at, ratified_in_id, ratified_by) on decision to onroll_app;
grant update (what, due_on, owner_organisation_id, owner_user_id, done_at, done_by, done_note) on decision_action to onroll_app;
grant update (read_at, read_by) on notice to onroll_app;
grant update (prompted_at, school_roll_date, school_confirmed_at, school_confirmed_by, admissions_roll_date, admissions_confirmed_at, admissions_confirmed_by,
  school_problem, school_objects, escalated_at, escalated_by, keep_informed, admissions_action, admissions_action_at, next_chase_on, closed_at) on on_roll_check to onroll_app;
grant update (prompted_at, escalated_at, keep_informed, next_chase_on) on on_roll_check to onroll_worker;
grant update (revoked_at) on calendar_feed to onroll_app;
grant update (status, matching, rows_done, problem_count, problem, imported_at, undone_at, undone_by) on import_batch to onroll_app;
grant update (problems, warnings, action, child_id, written) on import_row to onroll_app;
grant delete on import_row to onroll_app;

-- Audit -------------------------------------------------------------------------------------------------------

create policy audit_seen_by_stewards on audit_entry for select to onroll_app
  using ((select i_am('data-steward', 'data-protection-officer')) or user_id = (select my_user())
    or (child_id in (select children_i_may_see('contacts')) and (select i_am('school-dsl', 'coordinator'))));
grant select on audit_entry to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function own_authority() owner to onroll_access;
alter function our_schools_cases() owner to onroll_access;
alter function referrals_i_may_see() owner to onroll_access;
alter function pack_items_i_may_read() owner to onroll_access;
alter function children_i_may_see(text) owner to onroll_access;
alter function meetings_i_may_see() owner to onroll_access;
