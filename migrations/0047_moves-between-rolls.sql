-- What keeps a managed move and a removal from the roll honest, whichever way somebody comes in: the hash of the words,
-- consents to these words only, one step that changes both rolls, and no name taken off a roll but through a removal.

-- Absence as the school's own register has it: what the 20-day ground is judged by (ROL-04).
create table removal_absence (
  id           uuid primary key,
  removal_id   uuid not null references roll_removal,
  from_on      date not null,
  to_on        date not null check (to_on >= from_on),
  session      text check (session in ('morning', 'afternoon')),
  code         text not null check (code ~ '^([A-Z][0-9]?|/|\\|#)$'),
  recorded_by  uuid not null references user_account,
  recorded_at  timestamptz not null
);
create index on removal_absence (removal_id, from_on);
comment on table removal_absence is 'Codes of the school''s register before a removal (S2); kept with the removal.';

-- A name newly entered: the return that is owed to the authority for it (ROL-06).
create table new_pupil_return (
  enrolment_id uuid primary key references enrolment,
  child_id     uuid not null references child,
  school_id    uuid not null references school,
  entered_on   date not null,
  made_on      date,
  recorded_by  uuid references user_account,
  recorded_at  timestamptz,
  version      integer not null default 1
);
create index on new_pupil_return (child_id);
create index on new_pupil_return (school_id) where made_on is null;
comment on table new_pupil_return is 'When the return for a new pupil was made (S2), reg 13 of the 2024 Regulations; kept with the roll.';

do $$ declare t text; begin
  foreach t in array array['removal_absence', 'new_pupil_return'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to onroll_app, onroll_worker', t);
    execute format('create policy %I on %I for select to onroll_worker using (true)', t || '_read_by_worker', t);
    execute format('grant insert on %I to onroll_app', t);
  end loop;
  foreach t in array array['managed_move_consent', 'roll_removal', 'removal_absence', 'new_pupil_return', 'placement'] loop
    execute format('grant select on %I to onroll_access', t);
    if not exists (select 1 from pg_policy where polrelid = t::regclass and polcmd = 'r'
        and polroles @> array[(select oid from pg_roles where rolname = 'onroll_access')]) then
      execute format('create policy %I on %I for select to onroll_access using (true)', t || '_read_for_access', t);
    end if;
  end loop;
end $$;
create trigger new_pupil_return_version before update on new_pupil_return for each row execute function bump_version();

create policy removal_absence_seen on removal_absence for select to onroll_app using (removal_id in (select r.id from roll_removal r));
create policy removal_absence_entered on removal_absence for insert to onroll_app
  with check (recorded_by = (select my_user()) and (select i_am('school-referrer', 'school-dsl'))
    and removal_id in (select r.id from roll_removal r where r.school_id = (select my_organisation()) and r.status = 'proposed'));
create policy removal_absence_removed on removal_absence for delete to onroll_app
  using ((select i_am('school-referrer', 'school-dsl'))
    and removal_id in (select r.id from roll_removal r where r.school_id = (select my_organisation()) and r.status = 'proposed'));
grant delete on removal_absence to onroll_app;

create policy new_pupil_return_seen on new_pupil_return for select to onroll_app
  using (((select i_am('school-referrer', 'school-dsl')) and school_id = (select my_organisation())) or (select i_am('admissions'))
    or ((select i_am('coordinator')) and child_id in (select children_i_may_see('education'))));
create policy new_pupil_return_owed on new_pupil_return for insert to onroll_app
  with check (school_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')) and made_on is null
    and (enrolment_id, child_id) in (select e.id, e.child_id from enrolment e where e.school_id = (select my_organisation())));
create policy new_pupil_return_made on new_pupil_return for update to onroll_app
  using (school_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')));
grant update (made_on, recorded_by, recorded_at) on new_pupil_return to onroll_app;

-- Managed move ----------------------------------------------------------------------------------------------------

/* Whether everybody has agreed to the words as they stand: both schools, and everyone with parental responsibility, of
   whom there must be somebody (MMV-01). Of several answers of one party the latest counts. */
create function agreed_by_all(move uuid, words text) returns boolean
language sql stable security definer set search_path = onroll, pg_temp as $$
  with latest as (
    select distinct on (c.party, c.contact_id) c.party, c.contact_id, c.agreed
      from onroll.managed_move_consent c where c.move_id = move and c.agreement_sha256 = words
     order by c.party, c.contact_id, c.recorded_at desc, c.id desc),
  holders as (
    select k.id from onroll.contact k join onroll.managed_move m on m.child_id = k.child_id
     where m.id = move and k.parental_responsibility and k.ended_on is null)
  select (select count(*) from latest where party in ('from school', 'to school') and agreed) = 2
     and exists (select 1 from holders)
     and not exists (select 1 from holders h where not exists (select 1 from latest l where l.contact_id = h.id and l.agreed))
$$;
grant execute on function agreed_by_all(uuid, text) to onroll_access;

/* The hash is of everything that is agreed to, and nobody writes it but this. Other words, another day or another purpose
   make it another agreement: a move that all had agreed to is then proposed again. */
create function keep_managed_move() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
declare ours boolean := current_user = 'onroll_app';
begin
  new.agreement_sha256 := encode(sha256(convert_to(concat_ws(E'\n', new.from_school_id, new.to_school_id,
    coalesce(to_char(new.start_on, 'YYYY-MM-DD'), '-'), coalesce(new.purpose, '-'), coalesce(new.protocol, '-'),
    case when new.trial then 'trial until ' || coalesce(to_char(new.trial_end_on, 'YYYY-MM-DD'), '-') else 'permanent' end,
    new.agreement), 'UTF8')), 'hex');
  if tg_op = 'INSERT' then return new; end if;
  if old.status in ('completed', 'refused', 'withdrawn') and ours then
    raise exception 'a managed move that is over stays as it was' using errcode = 'check_violation';
  end if;
  if new.agreement_sha256 <> old.agreement_sha256 and new.status <> 'proposed' then
    raise exception 'other words need the agreement of everybody anew' using errcode = 'check_violation';
  end if;
  if ours and new.status in ('agreed', 'completed') and new.status <> old.status then
    raise exception 'consents make a move agreed, and the receiving school completes it' using errcode = 'insufficient_privilege';
  end if;
  if new.status in ('refused', 'withdrawn') and length(btrim(coalesce(new.ended_because, ''))) = 0 then
    raise exception 'a managed move ends with a reason' using errcode = 'check_violation';
  end if;
  return new;
end $$;
grant execute on function keep_managed_move() to onroll_app, onroll_access;
create trigger managed_move_kept before insert or update on managed_move for each row execute function keep_managed_move();

/* Nobody agrees to words that have changed meanwhile: the move is held while the consent is written. */
create function guard_managed_move_consent() returns trigger language plpgsql security definer set search_path = onroll, pg_temp as $$
declare m onroll.managed_move;
begin
  select * into m from onroll.managed_move where id = new.move_id for update;
  if m.agreement_sha256 is distinct from new.agreement_sha256 then
    raise exception 'the words have changed since they were read' using errcode = 'check_violation';
  end if;
  if m.status not in ('proposed', 'agreed') or m.trial then
    raise exception 'this move asks for no consent' using errcode = 'check_violation';
  end if;
  if new.contact_id is not null and not exists (select 1 from onroll.contact k
      where k.id = new.contact_id and k.child_id = m.child_id and k.parental_responsibility and k.ended_on is null) then
    raise exception 'only a person with parental responsibility for the child consents' using errcode = 'check_violation';
  end if;
  return new;
end $$;
grant execute on function guard_managed_move_consent() to onroll_app;
create trigger managed_move_consent_guarded before insert on managed_move_consent for each row execute function guard_managed_move_consent();

/* The last consent makes it agreed; one taken back makes it a proposal again; the receiving school's no ends it. */
create function managed_move_follows_consents() returns trigger language plpgsql security definer set search_path = onroll, pg_temp as $$
declare m onroll.managed_move;
begin
  select * into m from onroll.managed_move where id = new.move_id;
  if new.agreed then
    if m.status = 'proposed' and onroll.agreed_by_all(m.id, m.agreement_sha256) then
      update onroll.managed_move set status = 'agreed' where id = m.id;
    end if;
  elsif new.party = 'to school' then
    update onroll.managed_move set status = case when m.status = 'agreed' then 'withdrawn' else 'refused' end,
      ended_because = coalesce(new.because, new.how) where id = m.id;
  elsif m.status = 'agreed' then
    update onroll.managed_move set status = 'proposed' where id = m.id;
  end if;
  return null;
end $$;
grant execute on function managed_move_follows_consents() to onroll_app;
create trigger managed_move_consent_followed after insert on managed_move_consent for each row execute function managed_move_follows_consents();
grant update (status, ended_because, completed_on) on managed_move to onroll_access;
create policy managed_move_follows_consents on managed_move for update to onroll_access using (true) with check (true);

/* The receiving school has entered the child on its roll. In the same step the old school's entry ends the day before and
   its removal is made on the ground in law, so that the child is on a roll on every day. */
create function complete_managed_move(move uuid, on_day date) returns void
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare
  m onroll.managed_move;
  mine uuid := onroll.my_organisation();
  entry uuid := gen_random_uuid();
begin
  select * into m from onroll.managed_move where id = move and to_school_id = mine for update;
  if m.id is null or not onroll.i_am('school-referrer', 'school-dsl') then
    raise exception 'the receiving school completes a managed move' using errcode = 'insufficient_privilege';
  end if;
  if m.status <> 'agreed' or m.trial or not onroll.agreed_by_all(m.id, m.agreement_sha256) then
    raise exception 'a move starts when everybody has agreed' using errcode = 'check_violation', constraint = 'move_is_not_agreed';
  end if;
  -- MMV-05: of a child with an EHCP, or of whom it is not known, the authority decides first.
  if not exists (select 1 from onroll.special_needs s where s.child_id = m.child_id and s.from_on <= on_day
      and (s.to_on is null or s.to_on >= on_day) and (s.status <> 'ehcp' or m.authority_decision_on <= on_day)) then
    raise exception 'the authority that maintains the plan decides first' using errcode = 'check_violation', constraint = 'authority_decides_first';
  end if;
  if on_day < m.start_on or on_day > greatest(onroll.today(), m.start_on) then
    raise exception 'the day is not one of this move' using errcode = 'check_violation', constraint = 'day_of_the_move';
  end if;
  if exists (select 1 from onroll.enrolment e where e.child_id = m.child_id and e.school_id in (m.from_school_id, mine)
      and e.from_on >= on_day) then
    raise exception 'an entry begins on or after that day' using errcode = 'check_violation', constraint = 'day_of_the_move';
  end if;
  update onroll.enrolment set to_on = on_day - 1, ended_because = 'Managed move'
   where child_id = m.child_id and school_id in (m.from_school_id, mine) and from_on < on_day and (to_on is null or to_on >= on_day);
  insert into onroll.enrolment (id, child_id, school_id, kind, from_on, source, recorded_by, recorded_at)
    values (entry, m.child_id, mine, 'current', on_day, 'managed move', onroll.my_user(), now());
  insert into onroll.new_pupil_return (enrolment_id, child_id, school_id, entered_on) values (entry, m.child_id, mine, on_day);
  update onroll.roll_removal set status = 'withdrawn', withdrawn_because = 'The child moved by a managed move.'
   where child_id = m.child_id and school_id = m.from_school_id and status = 'proposed';
  insert into onroll.roll_removal (id, child_id, school_id, ground, status, proposed_on, deleted_on, new_school_confirmed_on, note, made_by, made_at)
    values (gen_random_uuid(), m.child_id, m.from_school_id, 'registered-at-another-school', 'made', on_day, on_day, on_day,
      'By a managed move.', m.made_by, now());
  update onroll.managed_move set status = 'completed', completed_on = on_day where id = m.id;
end $$;
grant execute on function complete_managed_move(uuid, date) to onroll_app;
grant insert on enrolment, roll_removal, new_pupil_return to onroll_access;
grant update (to_on, ended_because) on enrolment to onroll_access;
grant update (status, withdrawn_because) on roll_removal to onroll_access;
create policy enrolment_entered_by_managed_move on enrolment for insert to onroll_access with check (source = 'managed move');
create policy roll_removal_made_by_managed_move on roll_removal for insert to onroll_access with check (status = 'made');
create policy new_pupil_return_owed_by_managed_move on new_pupil_return for insert to onroll_access with check (made_on is null);

-- Taking off roll -------------------------------------------------------------------------------------------------

alter table roll_removal
  -- ROL-01 has no way round it: what is not one of the fifteen grounds of regulation 9(1) is never made.
  add constraint made_on_a_ground check (status <> 'made' or ground in ('registered-at-another-school', 'not-continuing-after-nursery',
    'dual-registration-ended', 'attendance-order-changed', 'attendance-order-revoked', 'educated-otherwise', 'moved-away',
    'not-returned-from-leave', 'continuous-absence', 'custody', 'died', 'over-compulsory-school-age', 'boarding-fees-unpaid',
    'left-independent-school', 'permanently-excluded')),
  add constraint made_on_a_day check ((status = 'made') = (deleted_on is not null)),
  add constraint withdrawn_for_a_reason check (status <> 'withdrawn' or length(btrim(coalesce(withdrawn_because, ''))) > 0),
  add constraint overridden_in_a_name check ((override_reason is null) = (override_head is null));
create unique index one_removal_at_a_time on roll_removal (child_id, school_id) where status = 'proposed';

/* A ground that needs a paper has it on the day, or a reason and the head's name stand in its place (ROL-02). For absence there
   is no such way round: a day or an enquiry that is missing is a ground that is missing (ROL-04). Afterwards nothing changes but the return and the note. */
create function guard_roll_removal() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user <> 'onroll_app' then return new; end if;
  if old.status = 'withdrawn' or old.status = 'made' and
     (new.ground, new.deleted_on, new.new_school_confirmed_on, new.parent_notice_on, new.enquiries_completed_on, new.sickness_believed,
      new.support_reason, new.support_from, new.override_reason, new.override_head)
     is distinct from (old.ground, old.deleted_on, old.new_school_confirmed_on, old.parent_notice_on, old.enquiries_completed_on,
      old.sickness_believed, old.support_reason, old.support_from, old.override_reason, old.override_head) then
    raise exception 'a removal that is over stays as it was' using errcode = 'check_violation';
  end if;
  if new.status = 'made' and old.status = 'proposed' and not coalesce(case new.ground
      when 'registered-at-another-school' then new.override_reason is not null or new.new_school_confirmed_on <= new.deleted_on
      when 'educated-otherwise' then new.override_reason is not null or new.parent_notice_on <= new.deleted_on
      when 'not-returned-from-leave' then new.override_reason is not null or new.enquiries_completed_on <= new.deleted_on
      when 'continuous-absence' then new.enquiries_completed_on <= new.deleted_on and new.sickness_believed = false
        and exists (select 1 from removal_absence a where a.removal_id = new.id)
      else true end, false) then
    raise exception 'the evidence for this ground is not there' using errcode = 'check_violation';
  end if;
  return new;
end $$;
grant execute on function guard_roll_removal() to onroll_app, onroll_access;
create trigger roll_removal_guarded before update on roll_removal for each row execute function guard_roll_removal();

/* A school ends its own entry on the roll only by a removal that was made. Imports bring what the school's own system says,
   and say so; Admissions and co-ordinators correct what was wrong, with a reason that stays. */
create function guard_end_of_enrolment() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user = 'onroll_app' and old.to_on is null and new.to_on is not null and onroll.my_purpose() = 'request'
     and onroll.i_am('school-referrer', 'school-dsl')
     and not exists (select 1 from roll_removal r where r.child_id = new.child_id and r.school_id = new.school_id
       and r.status = 'made' and r.deleted_on = new.to_on) then
    raise exception 'a name is taken off the roll by a removal' using errcode = 'check_violation', constraint = 'off_roll_by_a_removal';
  end if;
  return new;
end $$;
grant execute on function guard_end_of_enrolment() to onroll_app, onroll_worker, onroll_access;
create trigger enrolment_end_guarded before update on enrolment for each row execute function guard_end_of_enrolment();

/* A child whose name was deleted stays in sight: of the school that deleted it, which owes the return (a year), and of
   Admissions, until a school has the child on roll again and for a term after. Identity, and nothing else. */
create function children_of_removals() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 50 as $$
declare who onroll.me := onroll.me(); day date := onroll.today();
begin
  if who.role in ('school-referrer', 'school-dsl') then
    return query select r.child_id from onroll.roll_removal r
      where r.school_id = who.organisation_id and r.status = 'made' and r.deleted_on > day - 366;
  elsif who.role = 'admissions' then
    return query select r.child_id from onroll.roll_removal r where r.status = 'made' and (r.deleted_on > day - 92
      or not exists (select 1 from onroll.enrolment e where e.child_id = r.child_id and (e.to_on is null or e.to_on >= day)));
  end if;
end $$;
grant execute on function children_of_removals() to onroll_app;
create policy child_seen_after_removal on child for select to onroll_app using (id in (select children_of_removals()));

-- What the rules say of moves and removals is read by whoever reads those.
create policy finding_of_move_seen on finding for select to onroll_app
  using ((subject_type = 'managed-move' and subject_id in (select m.id from managed_move m))
    or (subject_type = 'removal' and subject_id in (select r.id from roll_removal r)));
create policy finding_of_move_written on finding for insert to onroll_app
  with check (referral_id is null and placement_id is null and provider_id is null and (
    (subject_type = 'managed-move' and (subject_id, child_id) in (select m.id, m.child_id from managed_move m where m.from_school_id = (select my_organisation())))
    or (subject_type = 'removal' and (subject_id, child_id) in (select r.id, r.child_id from roll_removal r where r.school_id = (select my_organisation())))));
create policy finding_of_move_superseded on finding for update to onroll_app
  using ((subject_type = 'managed-move' and subject_id in (select m.id from managed_move m where m.from_school_id = (select my_organisation())))
    or (subject_type = 'removal' and subject_id in (select r.id from roll_removal r where r.school_id = (select my_organisation()))))
  with check (true);
create index on finding (subject_id) where superseded_at is null;

/* What the rules read about these children's moves and removals: days, codes and ids. Whole for each child whose education
   the person asking may see; a job asks for the others. */
create function move_facts(wanted uuid[]) returns jsonb
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare children uuid[];
begin
  if onroll.my_purpose() = 'worker' then children := wanted;
  else select coalesce(array_agg(id), '{}') into children from onroll.children_i_may_see('education') id where id = any (wanted);
  end if;
  return jsonb_build_object(
    'moves', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, child_id, from_school_id, to_school_id, status, start_on, purpose, protocol, pressure_reported, authority_decision_on,
             trial, trial_end_on, agreement_sha256 from onroll.managed_move
       where child_id = any (children) and status in ('proposed', 'agreed')) x),
    'consents', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select distinct on (c.move_id, c.party, c.contact_id) c.move_id, c.party, c.contact_id, c.agreed
        from onroll.managed_move_consent c join onroll.managed_move m on m.id = c.move_id and m.agreement_sha256 = c.agreement_sha256
       where m.child_id = any (children) order by c.move_id, c.party, c.contact_id, c.recorded_at desc, c.id desc) x),
    'removals', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, child_id, school_id, ground, status, deleted_on, return_made_on, new_school_confirmed_on, parent_notice_on,
             enquiries_completed_on, sickness_believed, support_reason, support_from, proposed_on from onroll.roll_removal
       where child_id = any (children) and status <> 'withdrawn') x),
    'absences', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select a.removal_id, a.from_on, a.to_on, a.session, a.code from onroll.removal_absence a
        join onroll.roll_removal r on r.id = a.removal_id where r.child_id = any (children)) x),
    'returns', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select enrolment_id, child_id, school_id, entered_on, made_on from onroll.new_pupil_return where child_id = any (children)) x),
    'placements', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, child_id, provider_id, need_category, started_on, ended_on, status from onroll.placement
       where child_id = any (children) and provider_id is not null and started_on is not null) x));
end $$;
grant execute on function move_facts(uuid[]) to onroll_app, onroll_worker;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function agreed_by_all(uuid, text) owner to onroll_access;
alter function guard_managed_move_consent() owner to onroll_access;
alter function managed_move_follows_consents() owner to onroll_access;
alter function complete_managed_move(uuid, date) owner to onroll_access;
alter function children_of_removals() owner to onroll_access;
alter function move_facts(uuid[]) owner to onroll_access;
