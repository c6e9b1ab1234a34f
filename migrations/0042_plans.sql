-- What a placement is for and how it goes: the individual plan and its objectives, reviews, contacts, the pupil's own
-- words, the closing record (Virtual School pack, "Individual plans"; rules PLN-01 to PLN-18). Access: row 15 of the matrix.

-- Each version of a plan is a row: the newest that the provider agreed to counts, and one more may be in the making. What
-- was agreed is never edited.
create table individual_plan (
  id              uuid primary key,
  placement_id    uuid not null references placement,
  number          integer not null check (number > 0),
  status          text not null default 'draft' check (status in ('draft', 'with provider', 'agreed')),
  baseline        text check (length(baseline) <= 4000),
  timeframe       text check (length(timeframe) <= 2000),
  assessment      text check (length(assessment) <= 4000),
  -- Where English, maths and science are taught, when it is not at this provider.
  english         text check (length(english) <= 1000),
  maths           text check (length(maths) <= 1000),
  science         text check (length(science) <= 1000),
  ehcp_link       text check (length(ehcp_link) <= 2000),
  pep_link        text check (length(pep_link) <= 2000),
  qualifications  text check (length(qualifications) <= 2000),
  staff_qualifications_seen_on date,
  service_links   text check (length(service_links) <= 2000),
  next_steps      text check (length(next_steps) <= 2000),
  home_school_link text check (length(home_school_link) <= 500),
  peer_contact    text check (length(peer_contact) <= 2000),
  -- Null: not decided whether going back to mainstream is an aim.
  reintegration   boolean,
  readiness       text check (length(readiness) <= 2000),
  support_package text check (length(support_package) <= 2000),
  transition      text check (length(transition) <= 2000),
  why             text check (length(why) <= 1000),
  provider_agreed_on date,
  provider_agreed_by uuid references user_account,
  made_by         uuid not null references user_account,
  made_at         timestamptz not null,
  version         integer not null default 1,
  unique (placement_id, number),
  check ((status = 'agreed') = (provider_agreed_on is not null and provider_agreed_by is not null))
);
create unique index individual_plan_in_the_making on individual_plan (placement_id) where status <> 'agreed';
comment on table individual_plan is 'What a placement is to achieve for a child (S2). Public task; kept with the placement.';

-- Objectives outlive the version that brought them in, so that progress is seen through all of them.
create table plan_objective (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  position      integer not null default 1,
  kind          text not null check (kind in ('personal', 'academic')),
  objective     text not null check (length(btrim(objective)) between 1 and 1000),
  measure       text check (length(measure) <= 1000),
  baseline      text check (length(baseline) <= 1000),
  target_on     date,
  added_in      integer not null,
  dropped_in    integer check (dropped_in > added_in),
  dropped_because text check (length(dropped_because) <= 500),
  made_by       uuid not null references user_account,
  made_at       timestamptz not null,
  version       integer not null default 1
);
create index on plan_objective (placement_id);
comment on table plan_objective is 'Objectives of a child (S2); kept with the placement.';

create table placement_review (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  due_on        date not null,
  invited_on    date,
  held_on       date,
  attendees     text check (length(attendees) <= 1000),
  pupil_present boolean,
  -- The four outcomes that good provision aims at (PLN-18).
  attainment    text check (length(attainment) <= 4000),
  needs         text check (length(needs) <= 4000),
  engagement    text check (length(engagement) <= 4000),
  next_steps    text check (length(next_steps) <= 4000),
  outcome       text check (outcome in ('continue', 'change', 'end', 'return to school')),
  cancelled_because text check (length(cancelled_because) <= 1000),
  made_by       uuid not null references user_account,
  made_at       timestamptz not null,
  recorded_by   uuid references user_account,
  recorded_at   timestamptz,
  version       integer not null default 1,
  check (held_on is null or (coalesce(length(btrim(attendees)), 0) > 0 and outcome is not null)),
  check (held_on is null or cancelled_because is null)
);
create index on placement_review (placement_id, due_on);
/* What a review found, and that one was called off, stays as it was written. */
create function guard_placement_review() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user = 'onroll_app' and (old.held_on is not null or old.cancelled_because is not null) then
    raise exception 'a review that was held or called off stays as it is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_placement_review() to onroll_app, onroll_worker;
create trigger placement_review_guarded before update on placement_review for each row execute function guard_placement_review();
comment on table placement_review is 'Reviews of a placement (S2); kept with it.';

-- How an objective stands: at a review, in between, or at the end. Only ever added to.
create table objective_progress (
  id            uuid primary key,
  objective_id  uuid not null references plan_objective,
  placement_id  uuid not null references placement,
  review_id     uuid references placement_review,
  standing      text not null check (standing in ('not started', 'some progress', 'on track', 'met', 'not met')),
  note          text check (length(note) <= 2000),
  on_day        date not null,
  by_user       uuid not null references user_account,
  by_organisation uuid not null references organisation,
  at            timestamptz not null
);
create index on objective_progress (placement_id, on_day);
create index on objective_progress (objective_id);
comment on table objective_progress is 'Progress of a child (S2); kept with the placement.';

create table placement_contact (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  on_day        date not null,
  kind          text not null check (kind in ('visit', 'call', 'meeting', 'message')),
  with_whom     text not null check (length(btrim(with_whom)) between 1 and 300),
  note          text check (length(note) <= 4000),
  by_user       uuid not null references user_account,
  by_organisation uuid not null references organisation,
  at            timestamptz not null
);
create index on placement_contact (placement_id, on_day);
comment on table placement_contact is 'Contacts with provider and pupil (S2); kept with the placement.';

-- A link by which a pupil gives their own view: the link alone opens nothing; the second secret is given by hand.
create table pupil_link (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  token_hash    bytea not null unique,
  code_hash     bytea not null,
  tries         integer not null default 0,
  made_by       uuid not null references user_account,
  made_at       timestamptz not null,
  expires_at    timestamptz not null,
  used_at       timestamptz,
  revoked_at    timestamptz,
  -- When who made it was told that five wrong codes have killed it.
  death_told_at timestamptz
);
create index on pupil_link (placement_id);
comment on table pupil_link is 'Links for pupils, as hashes, of no use after a week; kept with the placement.';

create table pupil_view (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  on_day        date not null,
  how           text not null check (how in ('link', 'with an adult', 'on paper')),
  helped_by     text check (length(helped_by) <= 200),
  going         integer check (going between 1 and 5),
  safe          integer check (safe between 1 and 5),
  learning      integer check (learning between 1 and 5),
  best          text check (length(best) <= 4000),
  change        text check (length(change) <= 4000),
  words         text check (length(words) <= 8000),
  link_id       uuid references pupil_link,
  recorded_by   uuid references user_account,
  at            timestamptz not null,
  check ((how = 'link') = (link_id is not null)),
  -- An empty sheet is no assessment (PLN-06).
  check (coalesce(going, safe, learning) is not null or length(btrim(concat(best, change, words))) > 0)
);
create index on pupil_view (placement_id);
comment on table pupil_view is 'What a pupil says of a placement (S2); kept with it. Never shown to the provider.';

-- The record with which a placement is closed (PLN-06): all four parts, the pupil's own among them.
create table placement_closing (
  placement_id  uuid primary key references placement,
  begun_on      date not null,
  last_day      date,
  progress      text check (length(progress) <= 8000),
  achievements  text check (length(achievements) <= 8000),
  destination   text check (length(destination) <= 2000),
  closed_at     timestamptz,
  closed_by     uuid references user_account,
  made_by       uuid not null references user_account,
  version       integer not null default 1
);
comment on table placement_closing is 'How a placement ended (S2); kept with it.';

-- What a provider, school or co-ordinator noticed in a session, and the register ------------------------------------

-- One mark for each session: did it happen, did the child attend. A correction is a mark that replaces another; the
-- first stays, with its author (data model: two facts, the first mark kept).
create table register_mark (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  on_day        date not null,
  starts_at     time not null,
  ends_at       time not null check (ends_at > starts_at),
  happened      boolean not null,
  mark          text check (mark in ('present', 'late', 'absent')),
  minutes_late  integer check (minutes_late between 1 and 400),
  reason        text check (reason in ('ill', 'appointment', 'agreed by school', 'other', 'not known')),
  note          text check (length(note) <= 1000),
  corrects_id   uuid unique,
  because       text check (length(because) <= 1000),
  by_user       uuid not null references user_account,
  by_organisation uuid not null references organisation,
  at            timestamptz not null,
  unique (id, placement_id, on_day, starts_at),
  -- A correction is of the same session.
  foreign key (corrects_id, placement_id, on_day, starts_at) references register_mark (id, placement_id, on_day, starts_at),
  check (happened = (mark is not null)),
  check ((mark is not distinct from 'late') = (minutes_late is not null)),
  check ((mark is not distinct from 'absent') = (reason is not null)),
  check (corrects_id is null or coalesce(length(btrim(because)), 0) > 0)
);
create unique index register_mark_first on register_mark (placement_id, on_day, starts_at) where corrects_id is null;
create index on register_mark (on_day);
create index on register_mark (placement_id, on_day);
comment on table register_mark is 'Attendance at provision (S2). Public task; kept with the placement.';

-- That a school was told of an absence that nobody explained, and that a provider was reminded: once each.
create table register_notice (
  placement_id  uuid not null references placement,
  on_day        date not null,
  starts_at     time not null,
  kind          text not null check (kind in ('absence', 'late return')),
  sent_at       timestamptz not null,
  primary key (placement_id, on_day, starts_at, kind)
);

do $$ declare t text; begin
  foreach t in array array['individual_plan', 'plan_objective', 'placement_review', 'objective_progress', 'placement_contact', 'pupil_link',
    'pupil_view', 'placement_closing', 'register_mark', 'register_notice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    -- Nobody reads a link's hashes again, not even who made it.
    if t <> 'pupil_link' then execute format('grant select on %I to onroll_app, onroll_worker', t); end if;
    execute format('create policy %I on %I for select to onroll_worker using (true)', t || '_read_by_worker', t);
    execute format('grant insert on %I to onroll_app', t);
  end loop;
  foreach t in array array['individual_plan', 'plan_objective', 'placement_review', 'placement_closing'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
  foreach t in array array['placement_review', 'objective_progress', 'register_mark'] loop
    execute format('create policy %I on %I for select to onroll_app using (placement_id in (select placements_i_may_see()))', t || '_seen', t);
  end loop;
  foreach t in array array['individual_plan', 'plan_objective', 'placement_review', 'placement_closing'] loop
    execute format('create policy %I on %I for insert to onroll_app with check (placement_id in (select placements_i_run()) and made_by = (select my_user()))', t || '_made', t);
    execute format('create policy %I on %I for update to onroll_app using (placement_id in (select placements_i_run()))', t || '_changed', t);
  end loop;
end $$;
grant select (id, placement_id, tries, made_by, made_at, expires_at, used_at, revoked_at, death_told_at) on pupil_link to onroll_app, onroll_worker;

/* Is the person asking somebody of a provider? */
create function i_work_for_a_provider() returns boolean language sql stable set search_path = onroll, pg_temp as
$$ select onroll.i_am('provider-manager', 'provider-tutor', 'provider-dsl') $$;
grant execute on function i_work_for_a_provider() to onroll_app, onroll_access;

insert into lifecycle_transition (lifecycle, from_status, action, to_status) values
  ('individual plan', 'draft', 'send', 'with provider'),
  ('individual plan', 'with provider', 'take back', 'draft'),
  ('individual plan', 'with provider', 'agree', 'agreed');
create trigger individual_plan_follows_its_lifecycle before update of status on individual_plan for each row execute function check_transition('individual plan');

-- A draft is the commissioner's until it is sent to the provider, which then reads what it is asked to agree to (PLN-07).
create policy individual_plan_seen on individual_plan for select to onroll_app
  using (placement_id in (select placements_i_may_see()) and (status <> 'draft' or not (select i_work_for_a_provider())));
create policy individual_plan_agreed_by_its_provider on individual_plan for update to onroll_app
  using (status = 'with provider' and (select i_am('provider-manager')) and placement_id in (select placements_i_may_see()))
  with check (status = 'agreed' and provider_agreed_by = (select my_user()));

/* The provider agrees in writing, and changes nothing else; nobody agrees for it; what it reads or has agreed to is not edited. */
create function guard_individual_plan() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
declare of_the_provider constant text[] := array['provider_agreed_on', 'provider_agreed_by', 'status', 'version'];
begin
  if current_user <> 'onroll_app' then return new; end if;
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then
      raise exception 'a plan begins as a draft' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if onroll.i_work_for_a_provider() then
    if to_jsonb(new) - of_the_provider is distinct from to_jsonb(old) - of_the_provider or new.status <> 'agreed' then
      raise exception 'a provider agrees to a plan, and changes nothing else' using errcode = 'insufficient_privilege';
    end if;
  else
    if new.status = 'agreed' and old.status <> 'agreed'
       or (new.provider_agreed_on, new.provider_agreed_by) is distinct from (old.provider_agreed_on, old.provider_agreed_by) then
      raise exception 'only the provider agrees for the provider' using errcode = 'insufficient_privilege';
    end if;
    if old.status <> 'draft' and to_jsonb(new) - array['status', 'version'] is distinct from to_jsonb(old) - array['status', 'version'] then
      raise exception 'a plan that was sent or agreed is not edited: it is taken back, or a new version is made' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $$;
grant execute on function guard_individual_plan() to onroll_app, onroll_worker;
create trigger individual_plan_guarded before insert or update on individual_plan for each row execute function guard_individual_plan();

-- The provider reads the objectives of the versions that it reads.
create policy plan_objective_seen on plan_objective for select to onroll_app
  using (placement_id in (select placements_i_may_see())
    and (not (select i_work_for_a_provider())
      or added_in <= (select max(i.number) from individual_plan i where i.placement_id = plan_objective.placement_id)));
create policy plan_objective_removed on plan_objective for delete to onroll_app using (placement_id in (select placements_i_run()));

/* Objectives follow their plan: they change only while a version is a draft, and one that was ever agreed is not reworded
   but dropped, so that progress against it keeps its meaning. */
create function guard_plan_objective() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
declare
  touched onroll.plan_objective := case when tg_op = 'DELETE' then old else new end;
  draft integer;
begin
  if current_user <> 'onroll_app' then return touched; end if;
  select i.number into draft from onroll.individual_plan i where i.placement_id = touched.placement_id and i.status = 'draft';
  if draft is null then
    raise exception 'objectives change with a version of the plan that is a draft' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' and (new.added_in <> draft or new.dropped_in is not null)
     or tg_op = 'DELETE' and old.added_in <> draft
     or tg_op = 'UPDATE' and old.added_in <> draft
       and (to_jsonb(new) - array['dropped_in', 'dropped_because', 'position', 'version'] is distinct from to_jsonb(old) - array['dropped_in', 'dropped_because', 'position', 'version']
         or (old.dropped_in is not null and old.dropped_in <> draft) or (new.dropped_in is not null and new.dropped_in <> draft)) then
    raise exception 'an objective that was agreed is dropped in a new version, and never reworded' using errcode = 'insufficient_privilege';
  end if;
  return touched;
end $$;
grant execute on function guard_plan_objective() to onroll_app, onroll_worker;
create trigger plan_objective_guarded before insert or update or delete on plan_objective for each row execute function guard_plan_objective();

create policy objective_progress_noted on objective_progress for insert to onroll_app
  with check (by_user = (select my_user()) and by_organisation = (select my_organisation())
    and placement_id in (select placements_i_may_see())
    and (select i_am('coordinator', 'support-worker', 'school-referrer', 'school-dsl', 'provider-manager', 'provider-tutor'))
    and on_day <= (select today())
    and (objective_id, placement_id) in (select o.id, o.placement_id from plan_objective o)
    and (review_id is null or (review_id, placement_id) in (select r.id, r.placement_id from placement_review r)));

-- A provider reads what its own people noted, and not what others noted about it.
create policy placement_contact_seen on placement_contact for select to onroll_app
  using (placement_id in (select placements_i_may_see()) and (by_organisation = (select my_organisation()) or not (select i_work_for_a_provider())));
create policy placement_contact_noted on placement_contact for insert to onroll_app
  with check (by_user = (select my_user()) and by_organisation = (select my_organisation()) and placement_id in (select placements_i_may_see())
    and on_day <= (select today())
    and (select i_am('coordinator', 'support-worker', 'school-referrer', 'school-dsl', 'virtual-school', 'provider-manager', 'provider-tutor')));

create policy pupil_link_seen on pupil_link for select to onroll_app
  using (placement_id in (select placements_i_may_see()) and not (select i_work_for_a_provider()));
create policy pupil_link_made on pupil_link for insert to onroll_app
  with check (made_by = (select my_user()) and placement_id in (select placements_i_run()) and (select i_am('coordinator', 'school-referrer', 'school-dsl'))
    and tries = 0 and used_at is null and revoked_at is null and expires_at <= made_at + interval '14 days');
create policy pupil_link_revoked on pupil_link for update to onroll_app using (placement_id in (select placements_i_run()));
create policy pupil_link_told_by_worker on pupil_link for update to onroll_worker using (true) with check (true);
grant update (death_told_at) on pupil_link to onroll_worker;
create policy pupil_view_seen on pupil_view for select to onroll_app
  using (placement_id in (select placements_i_may_see()) and not (select i_work_for_a_provider()));
create policy pupil_view_recorded on pupil_view for insert to onroll_app
  with check (recorded_by = (select my_user()) and how <> 'link' and link_id is null and placement_id in (select placements_i_run()));

-- The closing record is between commissioner, school and officers: where a child goes next is not the provider's.
create policy placement_closing_seen on placement_closing for select to onroll_app
  using (placement_id in (select placements_i_may_see()) and not (select i_work_for_a_provider()));

/* Closed once, by a person, after the end, with all four parts (PLN-06); and then it stays as it is. */
create function guard_placement_closing() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user <> 'onroll_app' then return new; end if;
  if tg_op = 'UPDATE' and old.closed_at is not null then
    raise exception 'a closed record stays as it is' using errcode = 'insufficient_privilege';
  end if;
  if new.closed_at is not null and (
       new.closed_by is distinct from onroll.my_user()
       or length(btrim(coalesce(new.progress, ''))) = 0 or length(btrim(coalesce(new.achievements, ''))) = 0
       or length(btrim(coalesce(new.destination, ''))) = 0
       or not exists (select 1 from onroll.pupil_view v where v.placement_id = new.placement_id)
       or not exists (select 1 from onroll.placement p where p.id = new.placement_id and p.status in ('ended', 'ended early'))) then
    raise exception 'a placement is closed after its end, with progress, achievements, destination and the pupil''s own words' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_placement_closing() to onroll_app, onroll_worker;
create trigger placement_closing_guarded before insert or update on placement_closing for each row execute function guard_placement_closing();

-- The register is kept by who teaches: the provider, or the partnership's support worker; for a session of the child's week,
-- on or after its day, while the placement runs. What comes on a later day says why (a command sees to that).
create policy register_marked on register_mark for insert to onroll_app
  with check (by_user = (select my_user()) and by_organisation = (select my_organisation()) and on_day <= (select today())
    and placement_id in (select placements_i_may_see())
    and (select i_am('provider-manager', 'provider-tutor', 'support-worker'))
    and exists (select 1 from placement p where p.id = placement_id and p.started_on <= on_day and (p.ended_on is null or p.ended_on >= on_day))
    and exists (select 1 from placement_session s where s.placement_id = register_mark.placement_id and s.weekday = extract(isodow from on_day)
      and s.starts_at = register_mark.starts_at and s.ends_at = register_mark.ends_at and s.from_on <= on_day and (s.to_on is null or s.to_on >= on_day)));
create policy register_notice_seen on register_notice for select to onroll_app using (placement_id in (select placements_i_may_see()));
create policy register_notice_of_absence on register_notice for insert to onroll_app
  with check (kind = 'absence' and (select i_am('provider-manager', 'provider-tutor', 'support-worker'))
    and (placement_id, on_day, starts_at) in (select m.placement_id, m.on_day, m.starts_at from register_mark m where m.reason = 'not known'));
grant insert on register_notice to onroll_worker;
create policy register_notice_by_worker on register_notice for insert to onroll_worker with check (true);

/* A pupil's link opens with the second secret only: a keyed hash of the code that the school gave by hand. Five wrong codes,
   and it is dead; so it is when the record is closed. Nothing is told before both are right, and nothing about which was
   wrong. Where a child's address is protected, no place is named. */
create function open_pupil_link(token bytea, code bytea, moment timestamptz) returns table (link_id uuid, placement_id uuid, forename text, provider_name text)
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
begin
  update onroll.pupil_link l set tries = l.tries + 1
   where l.token_hash = token and l.code_hash <> code and l.used_at is null and l.revoked_at is null and l.expires_at > moment;
  return query
    select l.id, p.id, coalesce(c.preferred_forename, c.forename),
        case when exists (select 1 from onroll.protected_notice n where n.child_id = c.id) then null else o.name end
      from onroll.pupil_link l join onroll.placement p on p.id = l.placement_id join onroll.child c on c.id = p.child_id
        left join onroll.organisation o on o.id = p.provider_id
     where l.token_hash = token and l.code_hash = code and l.tries < 5 and l.used_at is null and l.revoked_at is null and l.expires_at > moment
       and p.status <> 'withdrawn' and not exists (select 1 from onroll.placement_closing k where k.placement_id = p.id and k.closed_at is not null);
end $$;
grant select, update (tries, used_at) on pupil_link to onroll_access;
create policy pupil_link_for_access on pupil_link for all to onroll_access using (true) with check (true);
grant insert on pupil_view to onroll_access;
create policy pupil_view_by_link on pupil_view for insert to onroll_access with check (how = 'link');
grant select on placement_closing to onroll_access;
create policy placement_closing_read_for_access on placement_closing for select to onroll_access using (true);

/* Keeps what the pupil said and uses the link up, once. A wrong code counts here too. */
create function keep_pupil_view(token bytea, code bytea, moment timestamptz, view_id uuid, on_day date, going integer, safe integer, learning integer,
  best text, change text, words text) returns boolean language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare opened record;
begin
  select * into opened from onroll.open_pupil_link(token, code, moment);
  if opened.link_id is null then return false; end if;
  update onroll.pupil_link l set used_at = moment where l.id = opened.link_id and l.used_at is null;
  if not found then return false; end if;
  insert into onroll.pupil_view (id, placement_id, on_day, how, going, safe, learning, best, change, words, link_id, at)
    values (view_id, opened.placement_id, keep_pupil_view.on_day, 'link', keep_pupil_view.going, keep_pupil_view.safe, keep_pupil_view.learning,
      keep_pupil_view.best, keep_pupil_view.change, keep_pupil_view.words, opened.link_id, moment);
  return true;
end $$;
grant execute on function open_pupil_link(bytea, bytea, timestamptz), keep_pupil_view(bytea, bytea, timestamptz, uuid, date, integer, integer, integer, text, text, text) to onroll_app;

grant update (status, baseline, timeframe, assessment, english, maths, science, ehcp_link, pep_link, qualifications, staff_qualifications_seen_on,
  service_links, next_steps, home_school_link, peer_contact, reintegration, readiness, support_package, transition, why, provider_agreed_on,
  provider_agreed_by) on individual_plan to onroll_app;
grant update (position, objective, measure, baseline, target_on, dropped_in, dropped_because) on plan_objective to onroll_app;
grant update (due_on, invited_on, held_on, attendees, pupil_present, attainment, needs, engagement, next_steps, outcome, cancelled_because,
  recorded_by, recorded_at) on placement_review to onroll_app;
grant update (last_day, progress, achievements, destination, closed_at, closed_by) on placement_closing to onroll_app;
grant delete on plan_objective to onroll_app;
grant update (revoked_at) on pupil_link to onroll_app;

-- What the rules are asked about plans (areas PLN and ROL) ----------------------------------------------------------

do $$ declare t text; begin
  foreach t in array array['individual_plan', 'plan_objective', 'placement_review', 'placement_contact', 'pupil_view'] loop
    execute format('grant select on %I to onroll_access', t);
    execute format('create policy %I on %I for select to onroll_access using (true)', t || '_read_for_access', t);
  end loop;
end $$;

/* Plans, reviews and contacts of these children's placements: what the plan says, and days. Whole for each child whose education the person asking may see, because a finding must not depend on who looks. */
create function plan_facts(wanted uuid[]) returns jsonb
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare placements uuid[];
begin
  select coalesce(array_agg(p.id), '{}') into placements from onroll.placement p
   where p.child_id = any (wanted) and p.status in ('proposed', 'offered', 'accepted', 'live')
     and (onroll.my_purpose() = 'worker' or p.child_id in (select onroll.children_i_may_see('education')));
  return jsonb_build_object(
    'plans', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      -- The newest that was agreed; while there is none, the one in the making.
      select distinct on (i.placement_id) i.placement_id, i.number, i.baseline, i.timeframe, i.assessment, i.ehcp_link is not null as ehcp_linked,
             i.qualifications, i.staff_qualifications_seen_on, i.service_links, i.next_steps, i.home_school_link, i.peer_contact,
             i.reintegration, i.readiness, i.support_package, i.provider_agreed_on,
             (select coalesce(jsonb_agg(o.objective), '[]') from onroll.plan_objective o
               where o.placement_id = i.placement_id and o.added_in <= i.number and (o.dropped_in is null or o.dropped_in > i.number)) as objectives
        from onroll.individual_plan i where i.placement_id = any (placements)
       order by i.placement_id, (i.status = 'agreed') desc, i.number desc) x),
    'reviews', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select placement_id, due_on, held_on from onroll.placement_review where placement_id = any (placements) and cancelled_because is null) x),
    'contacts', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      -- The last of each kind is all that is counted from.
      select placement_id, kind, max(on_day) as on_day from onroll.placement_contact where placement_id = any (placements) group by 1, 2) x));
end $$;
grant execute on function plan_facts(uuid[]) to onroll_app, onroll_worker;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function open_pupil_link(bytea, bytea, timestamptz) owner to onroll_access;
alter function keep_pupil_view(bytea, bytea, timestamptz, uuid, date, integer, integer, integer, text, text, text) owner to onroll_access;
alter function plan_facts(uuid[]) owner to onroll_access;
