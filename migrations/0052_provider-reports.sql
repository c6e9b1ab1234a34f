-- What a provider reports of a child who is with it: how it goes over a time, and what happened one day. Access: row 17 of
-- the matrix. What is for safeguarding leads alone stands in a table of its own, with policies of its own (S4).

create sequence provider_report_reference start 1001;

-- Each version is a row. A draft is its author's organisation's alone; what was sent is never edited: a correction is a
-- version that replaces another and says why, and the first stays.
create table provider_report (
  id            uuid primary key,
  reference     integer not null default nextval('provider_report_reference'),
  number        integer not null default 1 check (number > 0),
  corrects_id   uuid,
  because       text check (length(because) <= 1000),
  placement_id  uuid not null references placement,
  kind          text not null check (kind in ('progress', 'incident')),
  status        text not null default 'draft' check (status in ('draft', 'sent', 'discarded')),
  -- How it goes.
  period_from   date,
  period_to     date check (period_to >= period_from),
  done          text check (length(done) <= 4000),
  learning      text check (length(learning) <= 4000),
  engagement    text check (length(engagement) <= 4000),
  attendance    text check (length(attendance) <= 2000),
  next_steps    text check (length(next_steps) <= 4000),
  for_school    text check (length(for_school) <= 4000),
  -- What happened.
  happened_on   date,
  happened_at   time,
  place         text check (length(place) <= 300),
  account       text check (length(account) <= 8000),
  involved      text check (length(involved) <= 2000),
  done_at_once  text check (length(done_at_once) <= 4000),
  injuries      text check (length(injuries) <= 2000),
  held          boolean,
  held_how      text check (length(held_how) <= 4000),
  police        boolean,
  police_note   text check (length(police_note) <= 500),
  carers_told   boolean,
  carers_note   text check (length(carers_note) <= 1000),
  follow_up     text check (length(follow_up) <= 4000),
  -- That there is a part for safeguarding leads: that much everybody who reads it is told.
  safeguarding  boolean not null default false,
  by_user       uuid not null references user_account,
  by_organisation uuid not null references organisation,
  begun_at      timestamptz not null,
  sent_by       uuid references user_account,
  sent_at       timestamptz,
  version       integer not null default 1,
  unique (id, placement_id, kind, reference),
  -- A correction is of the same report.
  foreign key (corrects_id, placement_id, kind, reference) references provider_report (id, placement_id, kind, reference),
  check ((corrects_id is null) = (number = 1)),
  check ((status = 'sent') = (sent_at is not null and sent_by is not null)),
  check (not safeguarding or kind = 'incident')
);
create index on provider_report (placement_id, status);
create index on provider_report (by_organisation, status);
create index on provider_report (sent_at) where status = 'sent';
-- Two people who correct the same version at once would make two truths.
create unique index provider_report_corrected_once on provider_report (corrects_id) where status <> 'discarded';
create unique index provider_report_version on provider_report (reference, number) where status <> 'discarded';
comment on table provider_report is 'What a provider reports of a child (S2, S3): progress and incidents. Public task; kept with the placement.';

-- How each objective of the plan stands in the provider's eyes: with its words, which stay readable when the plan is not.
create table provider_report_objective (
  report_id     uuid not null references provider_report,
  objective_id  uuid not null references plan_objective,
  objective     text not null check (length(btrim(objective)) between 1 and 1000),
  -- Null: answered by mistake, and taken back while it was a draft.
  standing      text check (standing in ('not started', 'some progress', 'on track', 'met', 'not met')),
  note          text check (length(note) <= 2000),
  primary key (report_id, objective_id)
);
comment on table provider_report_objective is 'Progress of a child by objective (S2); kept with the report.';

-- Each has an author; once written it is changed in a draft, or thrown away with it.
create table provider_report_safeguarding (
  id            uuid primary key,
  report_id     uuid not null references provider_report,
  words         text not null check (length(btrim(words)) between 1 and 8000),
  actions       text check (length(actions) <= 4000),
  told          text check (length(told) <= 1000),
  by_user       uuid not null references user_account,
  by_organisation uuid not null references organisation,
  at            timestamptz not null,
  version       integer not null default 1,
  unique (report_id, by_user)
);
comment on table provider_report_safeguarding is 'Safeguarding part of an incident report (S4), for its author and safeguarding leads; kept with the report.';

-- Who has read it, in which job, and what they answered. Only ever added to.
create table provider_report_reading (
  id            uuid primary key,
  report_id     uuid not null references provider_report,
  by_user       uuid not null references user_account,
  by_organisation uuid not null references organisation,
  as_role       text not null check (as_role in ('coordinator', 'school-referrer', 'school-dsl', 'virtual-school')),
  reply         text check (length(btrim(reply)) between 1 and 2000),
  at            timestamptz not null
);
create index on provider_report_reading (report_id);
comment on table provider_report_reading is 'Who read a report, and what they answered (S2); kept with it.';

do $$ declare t text; begin
  foreach t in array array['provider_report', 'provider_report_objective', 'provider_report_safeguarding', 'provider_report_reading'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to onroll_app', t);
  end loop;
  foreach t in array array['provider_report', 'provider_report_safeguarding'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;
-- Who tells of a report reads whose it is and of what kind, never what stands in it.
grant select (id, placement_id, kind, status, number, corrects_id, safeguarding, by_organisation, sent_at) on provider_report to onroll_worker;
create policy provider_report_read_by_worker on provider_report for select to onroll_worker using (status = 'sent');
grant usage on sequence provider_report_reference to onroll_app;

insert into lifecycle_transition (lifecycle, from_status, action, to_status) values
  ('provider report', 'draft', 'send', 'sent'),
  ('provider report', 'draft', 'discard', 'discarded');
create trigger provider_report_follows_its_lifecycle before update of status on provider_report for each row execute function check_transition('provider report');

-- The provider's own, to its manager and safeguarding lead; to a tutor what they wrote, and what was written about children
-- whom they teach.
create policy provider_report_seen_by_its_provider on provider_report for select to onroll_app
  using (by_organisation = (select my_organisation())
    and ((select i_am('provider-manager', 'provider-dsl')) or by_user = (select my_user()) or placement_id in (select placements_i_may_see())));
-- What was sent: the school that has the child on roll, the partnership whose case it is, the Virtual School in its remit.
create policy provider_report_seen on provider_report for select to onroll_app
  using (status = 'sent' and (select i_am('coordinator', 'school-referrer', 'school-dsl', 'virtual-school'))
    and placement_id in (select p.id from placement p where p.child_id in (select children_i_may_see('education'))));

/* Placements of which the person asking may write: with their own provider, agreed or running, or ended so lately that it
   still reads them (condition PLACED: ten school days, for closing reports). */
create function placements_i_may_report() returns setof uuid
language sql stable security definer set search_path = onroll, pg_temp rows 50 as $$
  select p.id from onroll.placement p where onroll.i_am('provider-manager', 'provider-tutor', 'provider-dsl')
    and p.id in (select onroll.placements_i_may_see()) and p.status in ('accepted', 'live', 'ended', 'ended early')
$$;
grant execute on function placements_i_may_report() to onroll_app;

create policy provider_report_begun on provider_report for insert to onroll_app
  with check (by_user = (select my_user()) and by_organisation = (select my_organisation()) and status = 'draft'
    and placement_id in (select placements_i_may_report()));
-- After that time a draft can still be thrown away, and nothing else.
create policy provider_report_written on provider_report for update to onroll_app
  using (status = 'draft' and by_organisation = (select my_organisation())
    and ((select i_am('provider-manager', 'provider-dsl')) or by_user = (select my_user()) or placement_id in (select placements_i_may_see())))
  with check ((status = 'discarded' or placement_id in (select placements_i_may_report()))
    and (status <> 'sent' or sent_by = (select my_user())));

/* What is sent is whole; and a correction follows the version that was sent last, which the person asking reads. */
create function guard_provider_report() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if new.status = 'sent' and (
       (new.corrects_id is not null and length(btrim(coalesce(new.because, ''))) = 0)
       or (new.kind = 'progress' and (new.period_from is null or new.period_to is null
         or length(btrim(coalesce(new.done, ''))) = 0 or length(btrim(coalesce(new.learning, ''))) = 0))
       or (new.kind = 'incident' and (new.happened_on is null or new.happened_at is null or new.held is null or new.police is null
         or new.carers_told is null or length(btrim(coalesce(new.place, ''))) = 0 or length(btrim(coalesce(new.account, ''))) = 0
         or length(btrim(coalesce(new.done_at_once, ''))) = 0 or length(btrim(coalesce(new.injuries, ''))) = 0 or (new.held and length(btrim(coalesce(new.held_how, ''))) = 0)))) then
    raise exception 'a report that is sent is whole' using errcode = 'check_violation';
  end if;
  if current_user = 'onroll_app' and tg_op = 'INSERT' and new.corrects_id is not null
    and not exists (select 1 from onroll.provider_report r where r.id = new.corrects_id and r.status = 'sent' and r.number = new.number - 1) then
    raise exception 'a correction follows the version that was sent last' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_provider_report() to onroll_app, onroll_worker;
create trigger provider_report_guarded before insert or update on provider_report for each row execute function guard_provider_report();

grant update (because, status, period_from, period_to, done, learning, engagement, attendance, next_steps, for_school, happened_on, happened_at, place,
  account, involved, done_at_once, injuries, held, held_how, police, police_note, carers_told, carers_note, follow_up, safeguarding, sent_by, sent_at)
  on provider_report to onroll_app;

create policy provider_report_objective_seen on provider_report_objective for select to onroll_app
  using (report_id in (select r.id from provider_report r));
-- A draft is read by its own provider alone, so whoever reads one may write in it.
create policy provider_report_objective_written on provider_report_objective for insert to onroll_app
  with check ((report_id, objective_id) in (select r.id, o.id from provider_report r join plan_objective o on o.placement_id = r.placement_id
    where r.status = 'draft'));
create policy provider_report_objective_changed on provider_report_objective for update to onroll_app
  using (report_id in (select r.id from provider_report r where r.status = 'draft' and r.placement_id in (select placements_i_may_report())));
grant update (objective, standing, note) on provider_report_objective to onroll_app;

-- S4. At the provider who wrote it and its safeguarding lead; once sent, the safeguarding lead of a school that has the
-- child on roll. Nobody else: not the provider's manager, not the co-ordinator, not the Virtual School.
create policy provider_report_safeguarding_seen_by_its_provider on provider_report_safeguarding for select to onroll_app
  using (by_organisation = (select my_organisation())
    and ((select i_am('provider-dsl')) or by_user = (select my_user())));
create policy provider_report_safeguarding_seen_by_lead on provider_report_safeguarding for select to onroll_app
  using ((select i_am('school-dsl')) and report_id in (select r.id from provider_report r));
create policy provider_report_safeguarding_written on provider_report_safeguarding for insert to onroll_app
  with check (by_user = (select my_user()) and by_organisation = (select my_organisation())
    and report_id in (select r.id from provider_report r
      where r.status = 'draft' and r.placement_id in (select placements_i_may_report())));
create policy provider_report_safeguarding_changed on provider_report_safeguarding for update to onroll_app
  using (((select i_am('provider-dsl')) or by_user = (select my_user())) and report_id in (select r.id from provider_report r where r.status = 'draft'));
grant update (words, actions, told) on provider_report_safeguarding to onroll_app;

create policy provider_report_reading_seen on provider_report_reading for select to onroll_app
  using (report_id in (select r.id from provider_report r));
create policy provider_report_reading_noted on provider_report_reading for insert to onroll_app
  with check (by_user = (select my_user()) and by_organisation = (select my_organisation())
    -- The four jobs that read reports of others; the table has no other.
    and as_role = (select my_role())
    and report_id in (select r.id from provider_report r));

-- Owners last: rights to a function are given while it is still ours to give them.
alter function placements_i_may_report() owner to onroll_access;
