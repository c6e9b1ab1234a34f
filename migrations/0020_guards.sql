-- Whose hand. The policies say who may touch a row; these say which part of it, and that nobody signs for somebody else.
-- What is refused here is refused to requests alone (onroll_app): jobs and the definer functions have rules of their own.

-- In one's own name ---------------------------------------------------------------------------------------------
-- Whoever adds a row is named in it as themselves, or nobody is. Restrictive: it narrows whatever other policies allow.

do $$ declare signed record; begin
  for signed in select * from (values
    ('child', 'created_by'), ('enrolment', 'recorded_by'), ('child_address', 'recorded_by'),
    ('contact', 'recorded_by'), ('special_needs', 'recorded_by'), ('top_up', 'recorded_by'),
    ('care_status', 'recorded_by'), ('agency_involvement', 'recorded_by'), ('admission', 'recorded_by'),
    ('exclusion', 'recorded_by'), ('referral', 'started_by'), ('information_request', 'asked_by'),
    ('case_assignment', 'given_by'), ('responsibility_message', 'by_user'), ('meeting', 'made_by'),
    ('invitation', 'sent_by'), ('meeting_attendance', 'recorded_by'), ('agenda_item', 'listed_by'),
    ('pack', 'released_by'), ('interest', 'recorded_by'), ('decision', 'recorded_by'),
    ('decision_action', 'made_by'), ('notice_template', 'changed_by'), ('notice', 'sent_by'),
    ('import_batch', 'made_by'), ('membership', 'given_by')) as named (in_table, in_column)
  loop
    execute format('create policy %I on %I as restrictive for insert to onroll_app with check (%I is null or %I = (select my_user()))',
      signed.in_table || '_in_own_name', signed.in_table, signed.in_column, signed.in_column);
  end loop;
end $$;

-- The roll ------------------------------------------------------------------------------------------------------
-- A school that the child has left may not put itself back by lengthening its own old row.
drop policy enrolment_changed on enrolment;
create policy enrolment_changed on enrolment for update to onroll_app
  using (child_id in (select children_i_may_see('education'))
    and (school_id = (select my_organisation()) or (select i_am('admissions', 'coordinator'))));

-- Panels --------------------------------------------------------------------------------------------------------

-- A withdrawn invitation is over for its school, which may not take it up again.
drop policy invitation_answered_by_its_school on invitation;
create policy invitation_answered_by_its_school on invitation for update to onroll_app
  using (school_id = (select my_organisation()) and withdrawn_at is null);

/* Opening and answering an invitation is proof (Co-ordinators' FAQ question 3): only the school itself makes it. */
create function guard_invitation() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user = 'onroll_app' and old.school_id is distinct from onroll.my_organisation()
     and (new.opened_at, new.opened_by, new.answer, new.attendee_name, new.answered_at, new.answered_by)
       is distinct from (old.opened_at, old.opened_by, old.answer, old.attendee_name, old.answered_at, old.answered_by) then
    raise exception 'only the invited school opens and answers its invitation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_invitation() to onroll_app, onroll_worker;
create trigger invitation_guarded before update on invitation for each row execute function guard_invitation();

-- A pack holds the items of its own meeting.
drop policy pack_item_written on pack_item;
create policy pack_item_written on pack_item for insert to onroll_app
  with check ((select i_am('coordinator')) and exists (
    select 1 from pack p join agenda_item a on a.meeting_id = p.meeting_id where p.id = pack_id and a.id = agenda_item_id));

-- Nobody decides who has stepped back from a case (condition NO_CONFLICT), or ends their own stepping back.
create function items_i_stepped_back_from() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 20 as $$
declare who onroll.me := onroll.me();
begin
  return query select i.agenda_item_id from onroll.interest i where i.recused and i.ended_at is null
    and (i.user_id = who.user_id or (i.user_id is null and i.school_id = who.organisation_id));
end $$;
grant execute on function items_i_stepped_back_from() to onroll_app;
create policy decision_without_conflict on decision as restrictive for insert to onroll_app
  with check (agenda_item_id is null or agenda_item_id not in (select items_i_stepped_back_from()));
drop policy interest_ended on interest;
create policy interest_ended on interest for update to onroll_app
  using ((select i_am('coordinator')) and user_id is distinct from (select my_user())
    and exists (select 1 from agenda_item a where a.id = agenda_item_id));

-- A decision begins as recorded; it is issued, replaced and ratified by the co-ordinator.
create policy decision_begins_as_recorded on decision as restrictive for insert to onroll_app
  with check (status = 'recorded' and issued_at is null and ratified_at is null);
drop policy decision_changed on decision;
create policy decision_changed on decision for update to onroll_app
  using ((select i_am('coordinator')) and referral_id in (select referrals_i_may_see()));

/* The school says when the child is on its roll, Admissions says so for itself, and the co-ordinator waits for both. */
create function guard_on_roll_check() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user <> 'onroll_app' then return new; end if;
  if not (old.school_id = onroll.my_organisation() and onroll.i_am('school-referrer', 'school-dsl'))
     and (new.school_roll_date, new.school_confirmed_at, new.school_confirmed_by, new.school_problem, new.school_objects)
       is distinct from (old.school_roll_date, old.school_confirmed_at, old.school_confirmed_by, old.school_problem, old.school_objects) then
    raise exception 'only the school confirms for the school' using errcode = 'insufficient_privilege';
  end if;
  if not onroll.i_am('admissions')
     and (new.admissions_roll_date, new.admissions_confirmed_at, new.admissions_confirmed_by, new.admissions_action, new.admissions_action_at)
       is distinct from (old.admissions_roll_date, old.admissions_confirmed_at, old.admissions_confirmed_by, old.admissions_action, old.admissions_action_at) then
    raise exception 'only Admissions confirms for Admissions' using errcode = 'insufficient_privilege';
  end if;
  if not onroll.i_am('coordinator')
     and ((new.escalated_at, new.escalated_by, new.keep_informed) is distinct from (old.escalated_at, old.escalated_by, old.keep_informed)
       or (new.closed_at is distinct from old.closed_at and new.school_roll_date is distinct from new.admissions_roll_date)) then
    raise exception 'only the co-ordinator escalates, and closes before both have named the same day' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_on_roll_check() to onroll_app, onroll_worker;
create trigger on_roll_check_guarded before update on on_roll_check for each row execute function guard_on_roll_check();

/* The owner of an action says that it is done; what it is, whose and by when stays with who runs the meeting. */
create function guard_action() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user = 'onroll_app' and not onroll.i_am('coordinator', 'chair')
     and (new.what, new.due_on, new.owner_organisation_id, new.owner_user_id)
       is distinct from (old.what, old.due_on, old.owner_organisation_id, old.owner_user_id) then
    raise exception 'an action is handed on by who runs the meeting' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_action() to onroll_app, onroll_worker;
create trigger decision_action_guarded before update on decision_action for each row execute function guard_action();

/* Admissions states the case; the co-ordinator judges the criteria; each answers only its own part. */
create function guard_fair_access_case() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user <> 'onroll_app' then return new; end if;
  if not onroll.i_am('admissions')
     and ((new.category, new.category_version, new.evidence, new.in_year_measures_tried, new.in_year_measures, new.received_on, new.preferred_schools)
       is distinct from (old.category, old.category_version, old.evidence, old.in_year_measures_tried, old.in_year_measures, old.received_on, old.preferred_schools)
     or (new.doubt_answer is not null and new.doubt_answer is distinct from old.doubt_answer)) then
    raise exception 'what Admissions says is changed by Admissions' using errcode = 'insufficient_privilege';
  end if;
  if not onroll.i_am('coordinator')
     and (new.criteria, new.criteria_reason, new.criteria_by, new.criteria_at, new.doubt_question, new.doubt_sent_at, new.accepted_on)
       is distinct from (old.criteria, old.criteria_reason, old.criteria_by, old.criteria_at, old.doubt_question, old.doubt_sent_at, old.accepted_on) then
    raise exception 'the criteria are judged by the co-ordinator' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_fair_access_case() to onroll_app, onroll_worker;
create trigger fair_access_case_guarded before update on fair_access_case for each row execute function guard_fair_access_case();

-- People and sessions -------------------------------------------------------------------------------------------

-- A session is changed by its person or at sign-in, and wears no hat but that person's: a steward who could write a
-- session's token or membership could work as somebody else. Stewards end sessions by end_sessions_of.
drop policy session_changed_by_its_person on session;
create policy session_changed_by_its_person on session for update to onroll_app
  using (user_id = (select my_user()))
  with check (membership_id is null or membership_id in (select m.id from membership m where m.user_id = (select my_user())));
create policy session_changed_at_sign_in on session for update to onroll_app
  using ((select my_purpose()) in ('sign-in', 'demo'));
-- What a session is known by is read by open_session alone.
revoke select on session from onroll_app;
grant select (id, user_id, membership_id, started_at, last_seen_at, second_factor_at, shared_computer, ended_at, ended_because, address, device)
  on session to onroll_app;

-- A calendar feed speaks for the hat under which it was made, and no other.
drop policy feed_of_its_person on calendar_feed;
create policy feed_seen_by_its_person on calendar_feed for select to onroll_app using (user_id = (select my_user()));
create policy feed_made_by_its_person on calendar_feed for insert to onroll_app
  with check (user_id = (select my_user()) and membership_id = (select (me()).membership_id));
create policy feed_revoked_by_its_person on calendar_feed for update to onroll_app using (user_id = (select my_user()));

-- A message comes from the organisation of who sends it, or from none.
create policy message_in_own_name on message as restrictive for insert to onroll_app
  with check (from_organisation_id is null or from_organisation_id = (select my_organisation()));

-- Files ---------------------------------------------------------------------------------------------------------

-- A file that is being checked, or that was blocked, is seen by who uploaded it alone; its uploader does not pass it.
drop policy file_seen on file;
create policy file_seen on file for select to onroll_app
  using (referral_id in (select referrals_i_may_see()) and (state in ('clean', 'not scanned') or by_organisation = (select my_organisation())));
create policy file_begins_unchecked on file as restrictive for insert to onroll_app with check (state in ('received', 'not scanned'));
revoke update (state, state_reason) on file from onroll_app;

-- Actions -------------------------------------------------------------------------------------------------------

-- An action names a case only where its author may: one that they read, or one on the agenda of that very meeting.
drop policy action_made on decision_action;
create policy action_made on decision_action for insert to onroll_app
  with check ((select i_am('coordinator', 'chair')) and (meeting_id is null or meeting_id in (select meetings_i_may_see()))
    and (referral_id is null or referral_id in (select referrals_i_may_see())
      or exists (select 1 from agenda_item a where a.meeting_id = decision_action.meeting_id and a.referral_id = decision_action.referral_id)));

-- Signatures ----------------------------------------------------------------------------------------------------

/* Where a change is signed, it is signed by whoever makes it: the columns named may become the person asking, or nobody. */
create function signed_by_oneself() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
declare signature text;
begin
  if current_user <> 'onroll_app' then return new; end if;
  foreach signature in array tg_argv loop
    if to_jsonb(new) ->> signature is distinct from to_jsonb(old) ->> signature
       and (to_jsonb(new) ->> signature)::uuid is distinct from onroll.my_user() and to_jsonb(new) ->> signature is not null then
      raise exception 'nobody signs % for another', signature using errcode = 'insufficient_privilege';
    end if;
  end loop;
  return new;
end $$;
grant execute on function signed_by_oneself() to onroll_app, onroll_worker;
create trigger referral_signed before update of submitted_by, first_looked_by on referral
  for each row execute function signed_by_oneself('submitted_by', 'first_looked_by');
create trigger fair_access_case_signed before update of criteria_by, doubt_answered_by on fair_access_case
  for each row execute function signed_by_oneself('criteria_by', 'doubt_answered_by');
create trigger file_signed before update of removed_by on file for each row execute function signed_by_oneself('removed_by');
create trigger meeting_signed before update of minutes_agreed_by on meeting for each row execute function signed_by_oneself('minutes_agreed_by');
create trigger invitation_signed before update of opened_by, answered_by on invitation
  for each row execute function signed_by_oneself('opened_by', 'answered_by');
create trigger meeting_attendance_signed before update of recorded_by on meeting_attendance
  for each row execute function signed_by_oneself('recorded_by');
create trigger decision_signed before update of issued_by, ratified_by on decision
  for each row execute function signed_by_oneself('issued_by', 'ratified_by');
create trigger decision_action_signed before update of done_by on decision_action for each row execute function signed_by_oneself('done_by');
create trigger notice_signed before update of read_by on notice for each row execute function signed_by_oneself('read_by');
create trigger on_roll_check_signed before update of school_confirmed_by, admissions_confirmed_by, escalated_by on on_roll_check
  for each row execute function signed_by_oneself('school_confirmed_by', 'admissions_confirmed_by', 'escalated_by');
create trigger import_batch_signed before update of undone_by on import_batch for each row execute function signed_by_oneself('undone_by');
create trigger membership_signed before update of ended_by on membership for each row execute function signed_by_oneself('ended_by');
create trigger possible_duplicate_signed before update of resolved_by on possible_duplicate
  for each row execute function signed_by_oneself('resolved_by');

-- One rule where there were two ---------------------------------------------------------------------------------
-- What onroll_access may do to a row was said more than once; a rule that is said twice cannot be tested.
drop policy child_address_removed_for_access on child_address;
drop policy referral_decided_for_access on referral;

-- Imports -------------------------------------------------------------------------------------------------------

/* Undoing an import acts as onroll_access on whatever is written down here. So nothing may be written down but rows that
   the person asking may change themselves, and of them only columns that requests may change (no owner, no key, and
   neither UPN nor date of birth, which take a second person). */
create function guard_import_write() returns trigger
language plpgsql security definer set search_path = onroll, pg_temp as $$
declare
  mine uuid := onroll.my_organisation();
  about uuid;
  fits boolean;
begin
  -- Without a person, row-level security lets nothing in; a restored backup is let in as it was.
  if onroll.my_user() is null then return new; end if;
  if new.table_name in ('referral', 'case_event') then
    execute format('select %I from onroll.%I where id = $1', case new.table_name when 'referral' then 'id' else 'referral_id' end, new.table_name)
      into about using new.row_id;
    select r.referring_organisation_id = mine into fits from onroll.referral r where r.id = about;
  elsif new.table_name in ('child', 'enrolment', 'child_address', 'contact', 'special_needs', 'care_status') then
    execute format('select %I from onroll.%I where id = $1', case new.table_name when 'child' then 'id' else 'child_id' end, new.table_name)
      into about using new.row_id;
    select c.created_by_organisation_id = mine or exists (
        select 1 from onroll.enrolment e where e.child_id = c.id and e.school_id = mine
          and e.from_on <= onroll.today() and (e.to_on is null or e.to_on >= onroll.today()))
      into fits from onroll.child c where c.id = about;
  end if;
  if not coalesce(fits, false) then
    raise exception 'an import writes down what it may change, and nothing else' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from jsonb_object_keys(new.before) k
      where not has_column_privilege('onroll_app', format('onroll.%I', new.table_name), k, 'update')
        or k = 'birth_date' or (k = 'upn' and new.before ->> 'upn' is not null)) then
    raise exception 'what an import puts back is what requests may change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_import_write() to onroll_app;
create trigger import_write_guarded before insert on import_write for each row execute function guard_import_write();

-- Owners last: rights to a function are given while it is still ours to give them.
alter function items_i_stepped_back_from() owner to onroll_access;
alter function guard_import_write() owner to onroll_access;
