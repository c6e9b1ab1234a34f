-- Off-site direction, managed move, taking off roll, work experience: what the law asks of each, recorded so that the
-- rules of the areas OSD, MMV, ROL and WEX can speak. Access: rows 14 and 18 of the matrix.

create table off_site_direction (
  id               uuid primary key,
  child_id         uuid not null references child,
  school_id        uuid not null references school,
  placement_id     uuid references placement,
  purpose          text not null check (purpose in ('improve-behaviour', 'health', 'other')),
  status           text not null default 'draft' check (status in ('draft', 'issued', 'ended', 'revoked', 'discarded')),
  start_on         date,
  end_on           date check (end_on >= start_on),
  -- The contents that the regulations prescribe (OSD-03).
  address          text check (length(address) <= 500),
  report_to        text check (length(report_to) <= 200),
  number_of_days   integer check (number_of_days between 1 and 400),
  reasons          text check (length(reasons) <= 4000),
  objectives       text check (length(objectives) <= 4000),
  sessions_a_day   integer check (sessions_a_day in (1, 2)),
  session_start    time,
  session_finish   time,
  break_start      time,
  break_finish     time,
  notice_on        date,
  notice_to        text check (length(notice_to) <= 300),
  notice_how       text check (length(notice_how) <= 300),
  authority_notice_on date,
  parent_consent_on date,
  -- What was sent, word for word, with its hash.
  notice           jsonb,
  notice_sha256    text,
  ended_on         date,
  ended_because    text check (length(ended_because) <= 1000),
  made_by          uuid not null references user_account,
  made_at          timestamptz not null,
  version          integer not null default 1
);
create index on off_site_direction (child_id);
create index on off_site_direction (school_id, status);
comment on table off_site_direction is 'A school''s direction under s.29A Education Act 2002 (S2). Legal obligation; kept with the child''s record.';

create table off_site_review (
  id            uuid primary key,
  direction_id  uuid not null references off_site_direction,
  due_on        date not null,
  invited_on    date,
  held_on       date,
  attendees     text check (length(attendees) <= 1000),
  decision      text check (decision in ('continue', 'change', 'end')),
  continue_until date,
  notes         text check (length(notes) <= 4000),
  made_by       uuid not null references user_account,
  made_at       timestamptz not null,
  version       integer not null default 1
);
create index on off_site_review (direction_id, due_on);

-- Somebody asked in writing for a review: held as soon as practicable, unless one was held in the ten weeks before (OSD-05).
create table off_site_review_request (
  id            uuid primary key,
  direction_id  uuid not null references off_site_direction,
  asked_on      date not null,
  asked_by      text not null check (asked_by in ('parent', 'authority')),
  answer        text check (length(answer) <= 2000),
  answered_on   date,
  recorded_by   uuid not null references user_account,
  recorded_at   timestamptz not null
);
create index on off_site_review_request (direction_id);

create table managed_move (
  id               uuid primary key,
  child_id         uuid not null references child,
  from_school_id   uuid not null references school,
  to_school_id     uuid not null references school check (to_school_id <> from_school_id),
  status           text not null default 'proposed' check (status in ('proposed', 'agreed', 'completed', 'refused', 'withdrawn')),
  start_on         date,
  purpose          text check (purpose in ('avoid-permanent-exclusion', 'fresh-start', 'other')),
  protocol         text check (length(protocol) <= 200),
  pressure_reported boolean,
  -- A decision of the authority on the plan comes before the move of a child with an EHCP (MMV-05).
  authority_decision_on date,
  -- What everybody agrees to: the same words for all. Its hash is kept with each consent; other words need new consents.
  agreement        text not null check (length(btrim(agreement)) between 20 and 20000),
  agreement_sha256 text not null,
  -- A move is permanent (MMV-02). What was meant as a trial is kept as what it is, goes to nobody, and is never agreed.
  trial            boolean not null default false,
  trial_end_on     date,
  completed_on     date,
  ended_because    text check (length(ended_because) <= 1000),
  made_by          uuid not null references user_account,
  made_at          timestamptz not null,
  version          integer not null default 1
);
create index on managed_move (child_id);
create index on managed_move (from_school_id);
create index on managed_move (to_school_id);
comment on table managed_move is 'A permanent move by agreement (S2). Public task; kept with the child''s record.';

-- Each party answers once for the words as they stand. A new answer replaces none: the latest for the current words counts.
create table managed_move_consent (
  id               uuid primary key,
  move_id          uuid not null references managed_move,
  party            text not null check (party in ('from school', 'to school', 'person with parental responsibility')),
  contact_id       uuid references contact,
  agreed           boolean not null,
  agreement_sha256 text not null,
  on_day           date not null,
  how              text not null check (length(btrim(how)) between 1 and 300),
  because          text check (length(because) <= 1000),
  recorded_by      uuid not null references user_account,
  by_organisation  uuid not null references organisation,
  recorded_at      timestamptz not null,
  check ((party = 'person with parental responsibility') = (contact_id is not null))
);
create index on managed_move_consent (move_id);

create table roll_removal (
  id               uuid primary key,
  child_id         uuid not null references child,
  school_id        uuid not null references school,
  ground           text not null check (length(ground) between 1 and 100),
  status           text not null default 'proposed' check (status in ('proposed', 'made', 'withdrawn')),
  proposed_on      date not null,
  deleted_on       date,
  return_made_on   date,
  new_school_confirmed_on date,
  parent_notice_on date,
  enquiries_completed_on date,
  -- Null: not known whether sickness or an unavoidable cause is believed.
  sickness_believed boolean,
  note             text check (length(note) <= 4000),
  withdrawn_because text check (length(withdrawn_because) <= 1000),
  -- Support for anxiety or illness that the school knows of and Onroll does not (ROL-03).
  support_reason   text check (support_reason in ('anxiety', 'illness')),
  support_from     date,
  override_reason  text check (length(override_reason) <= 2000),
  override_head    text check (length(override_head) <= 200),
  made_by          uuid not null references user_account,
  made_at          timestamptz not null,
  version          integer not null default 1
);
create index on roll_removal (child_id);
create index on roll_removal (school_id, status);
comment on table roll_removal is 'Taking a name off the admission register (S2), reg 9 of the 2024 Regulations. Legal obligation; kept with the child''s record.';

create table work_experience (
  placement_id     uuid primary key references placement,
  host_name        text not null check (length(btrim(host_name)) between 1 and 200),
  host_address     text check (length(host_address) <= 500),
  host_contact     text check (length(host_contact) <= 300),
  goal             text check (goal in ('reengagement', 'post-16-transition')),
  employs_anyone   boolean,
  fully_audited    boolean,
  liability_pence  bigint check (liability_pence >= 0),
  lebc_check_on    date,
  genuine_declared_on date,
  indicators       text[] not null default '{}' check (indicators <@ array['group-activity', 'tuition', 'fee-per-session', 'repeated']),
  version          integer not null default 1
);
comment on table work_experience is 'The host of a work placement and its checks (S2); kept with the placement.';

insert into lifecycle_transition (lifecycle, from_status, action, to_status) values
  ('off-site direction', 'draft', 'issue', 'issued'),
  ('off-site direction', 'draft', 'discard', 'discarded'),
  ('off-site direction', 'issued', 'end', 'ended'),
  ('off-site direction', 'issued', 'revoke', 'revoked'),
  ('managed move', 'proposed', 'agree', 'agreed'),
  ('managed move', 'proposed', 'refuse', 'refused'),
  ('managed move', 'proposed', 'withdraw', 'withdrawn'),
  ('managed move', 'agreed', 'complete', 'completed'),
  ('managed move', 'agreed', 'reword', 'proposed'),
  ('managed move', 'agreed', 'withdraw', 'withdrawn'),
  ('removal', 'proposed', 'make', 'made'),
  ('removal', 'proposed', 'withdraw', 'withdrawn');

do $$ declare t text; begin
  foreach t in array array['off_site_direction', 'off_site_review', 'off_site_review_request', 'managed_move', 'managed_move_consent',
    'roll_removal', 'work_experience'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to onroll_app, onroll_worker', t);
    execute format('create policy %I on %I for select to onroll_worker using (true)', t || '_read_by_worker', t);
    execute format('grant insert on %I to onroll_app', t);
  end loop;
  foreach t in array array['off_site_direction', 'off_site_review', 'managed_move', 'roll_removal', 'work_experience'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;
create trigger off_site_direction_follows_its_lifecycle before update of status on off_site_direction for each row execute function check_transition('off-site direction');
create trigger managed_move_follows_its_lifecycle before update of status on managed_move for each row execute function check_transition('managed move');
create trigger roll_removal_follows_its_lifecycle before update of status on roll_removal for each row execute function check_transition('removal');

-- Directions and removals are the school's; whoever may read about the child's education reads them.
create policy off_site_direction_seen on off_site_direction for select to onroll_app
  using (child_id in (select children_i_may_see('education'))
    and (status not in ('draft', 'discarded') or school_id = (select my_organisation())));
create policy off_site_direction_made on off_site_direction for insert to onroll_app
  with check (school_id = (select my_organisation()) and made_by = (select my_user()) and status = 'draft'
    and (select i_am('school-referrer', 'school-dsl')) and child_id in (select children_i_may_see('education'))
    and (placement_id is null or (placement_id, child_id) in (select p.id, p.child_id from placement p)));
create policy off_site_direction_changed on off_site_direction for update to onroll_app
  using (school_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')) and child_id in (select children_i_may_see('education')));
create policy off_site_review_seen on off_site_review for select to onroll_app using (direction_id in (select d.id from off_site_direction d));
create policy off_site_review_made on off_site_review for insert to onroll_app
  with check (made_by = (select my_user()) and (select i_am('school-referrer', 'school-dsl'))
    and direction_id in (select d.id from off_site_direction d where d.school_id = (select my_organisation())));
create policy off_site_review_changed on off_site_review for update to onroll_app
  using ((select i_am('school-referrer', 'school-dsl')) and direction_id in (select d.id from off_site_direction d where d.school_id = (select my_organisation())));
create policy off_site_review_request_seen on off_site_review_request for select to onroll_app using (direction_id in (select d.id from off_site_direction d));
create policy off_site_review_request_made on off_site_review_request for insert to onroll_app
  with check (recorded_by = (select my_user())
    and ((select i_am('sena')) and asked_by = 'authority' and direction_id in (select d.id from off_site_direction d)
      or (select i_am('school-referrer', 'school-dsl')) and direction_id in (select d.id from off_site_direction d where d.school_id = (select my_organisation()))));
create policy off_site_review_request_answered on off_site_review_request for update to onroll_app
  using ((select i_am('school-referrer', 'school-dsl')) and direction_id in (select d.id from off_site_direction d where d.school_id = (select my_organisation())));

-- A managed move is between its parties: the two schools, and the co-ordinator whose case the child is (row 18).
create policy managed_move_seen on managed_move for select to onroll_app
  using (((select i_am('school-referrer', 'school-dsl')) and (from_school_id = (select my_organisation())
      -- The receiving school reads it while it may come to something, and after it has.
      or to_school_id = (select my_organisation()) and not trial and status in ('proposed', 'agreed', 'completed')))
    or ((select i_am('coordinator', 'support-worker', 'virtual-school', 'sena')) and child_id in (select children_i_may_see('education'))));
create policy managed_move_proposed on managed_move for insert to onroll_app
  with check (from_school_id = (select my_organisation()) and made_by = (select my_user()) and status = 'proposed'
    and (select i_am('school-referrer', 'school-dsl')) and child_id in (select children_i_may_see('education')));
create policy managed_move_changed on managed_move for update to onroll_app
  using (from_school_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')) and child_id in (select children_i_may_see('education')));
create policy managed_move_consent_seen on managed_move_consent for select to onroll_app using (move_id in (select m.id from managed_move m));
create policy managed_move_consent_given on managed_move_consent for insert to onroll_app
  with check (recorded_by = (select my_user()) and by_organisation = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl'))
    and move_id in (select m.id from managed_move m where m.status in ('proposed', 'agreed') and case party
      when 'to school' then m.to_school_id else m.from_school_id end = (select my_organisation())));

/* The school that is to receive the child by a managed move reads who it is, while that is proposed or agreed. */
create function children_coming_by_managed_move() returns setof uuid
language sql stable security definer set search_path = onroll, pg_temp rows 10 as $$
  select m.child_id from onroll.managed_move m where onroll.i_am('school-referrer', 'school-dsl')
    and m.to_school_id = onroll.my_organisation() and m.status in ('proposed', 'agreed') and not m.trial
$$;
grant execute on function children_coming_by_managed_move() to onroll_app;
grant select on managed_move to onroll_access;
create policy managed_move_read_for_access on managed_move for select to onroll_access using (true);
create policy child_seen_by_receiving_school on child for select to onroll_app using (id in (select children_coming_by_managed_move()));

create policy roll_removal_seen on roll_removal for select to onroll_app
  using (school_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl'))
    -- The authority is told of every name that is deleted (ROL-05); of a proposal nobody but those with the child's case.
    or status = 'made' and (select i_am('admissions'))
    or ((select i_am('coordinator', 'support-worker', 'virtual-school', 'sena', 'admissions')) and child_id in (select children_i_may_see('education'))));
create policy roll_removal_proposed on roll_removal for insert to onroll_app
  with check (school_id = (select my_organisation()) and made_by = (select my_user()) and status = 'proposed'
    and (select i_am('school-referrer', 'school-dsl')) and child_id in (select children_i_may_see('education')));
create policy roll_removal_changed on roll_removal for update to onroll_app
  using (school_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')));

create policy work_experience_seen on work_experience for select to onroll_app using (placement_id in (select placements_i_may_see()));
create policy work_experience_made on work_experience for insert to onroll_app with check (placement_id in (select placements_i_run()));
create policy work_experience_changed on work_experience for update to onroll_app using (placement_id in (select placements_i_run()));

grant update (placement_id, status, purpose, start_on, end_on, address, report_to, number_of_days, reasons, objectives, sessions_a_day, session_start,
  session_finish, break_start, break_finish, notice_on, notice_to, notice_how, authority_notice_on, parent_consent_on, notice, notice_sha256, ended_on,
  ended_because) on off_site_direction to onroll_app;
grant update (due_on, invited_on, held_on, attendees, decision, continue_until, notes) on off_site_review to onroll_app;
grant update (answer, answered_on) on off_site_review_request to onroll_app;
grant update (status, start_on, purpose, protocol, pressure_reported, authority_decision_on, agreement, trial, trial_end_on, ended_because)
  on managed_move to onroll_app;
grant update (ground, status, deleted_on, return_made_on, new_school_confirmed_on, parent_notice_on, enquiries_completed_on, sickness_believed, note,
  support_reason, support_from, withdrawn_because, override_reason, override_head) on roll_removal to onroll_app;
grant update (host_name, host_address, host_contact, goal, employs_anyone, fully_audited, liability_pence, lebc_check_on, genuine_declared_on, indicators)
  on work_experience to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function children_coming_by_managed_move() owner to onroll_access;
