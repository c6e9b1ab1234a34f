-- What comes after the panel: a child's placements as one week, who may see them, what was told to whom, and the plan
-- that a provider needs before it gives the substantial part of an education. Access: rows 14, 24 and 27 of the matrix.

create sequence placement_reference start 1001;

-- One child at one provider, for one commissioner (PLN-15: exactly one holds the agreement). Planned and actual days are
-- different columns; what was asked for and what was changed stays in placement_event and placement_change.
create table placement (
  id                  uuid primary key,
  reference           integer not null default nextval('placement_reference') unique,
  child_id            uuid not null references child,
  -- The panel's decision that it carries out, when there was one.
  decision_id         uuid references decision,
  kind                text not null check (kind in ('alternative provision', 'tutoring', 'work experience')),
  route               text not null check (route in ('tier 1', 'tier 2', 'tier 3', 'tier 4', 'off-site direction', 'section 19',
                        'managed move', 'work experience', 'EHCP')),
  commissioner_id     uuid not null references organisation,
  -- Nobody at the authority writes placements (matrix, row 14): for one that it commissions, the partnership that arranges
  -- it there and runs it here. Null where the commissioner does so itself.
  arranged_by_id      uuid references organisation,
  run_by_id           uuid not null generated always as (coalesce(arranged_by_id, commissioner_id)) stored,
  -- Work experience may be with a host that is no provider: it is named in work_experience.
  provider_id         uuid references provider,
  site_id             uuid,
  status              text not null default 'proposed' check (status in ('proposed', 'offered', 'accepted', 'declined', 'live',
                        'ended', 'ended early', 'withdrawn')),
  purpose             text check (length(purpose) <= 4000),
  need_category       text check (need_category in ('behaviour', 'health', 'vulnerability')),
  planned_start_on    date not null,
  planned_end_on      date check (planned_end_on >= planned_start_on),
  started_on          date,
  -- The last day that the child attended, or was to attend.
  ended_on            date check (ended_on >= started_on),
  end_reason          text check (length(end_reason) <= 2000),
  -- The provider still reads it for ten school days after the end, to write its closing report (condition PLACED).
  provider_reads_until date,
  supervised          boolean,
  dual_registered     boolean,
  arranged_under      text check (arranged_under in ('s19', 's42', 's61')),
  attendance_code     text check (attendance_code ~ '^[A-Z][0-9]?$'),
  subjects            text[] not null default '{}',
  travel              text check (length(travel) <= 1000),
  -- Kept for the money: a price, and what it is a price of.
  price_pence         integer check (price_pence between 0 and 100000000),
  price_per           text check (price_per in ('session', 'day', 'week', 'term', 'placement')),
  school_contact      text check (length(school_contact) <= 300),
  commissioner_contact text check (length(commissioner_contact) <= 300),
  provider_contact    text check (length(provider_contact) <= 300),
  agreement_on        date,
  risk_assessed_on    date,
  quality_recorded_on date,
  monitoring_recorded_on date,
  offered_at          timestamptz,
  answered_at         timestamptz,
  answered_by         uuid references user_account,
  declined_because    text check (length(declined_because) <= 2000),
  made_by             uuid not null references user_account,
  made_at             timestamptz not null,
  version             integer not null default 1,
  check (provider_id is not null or kind = 'work experience'),
  check ((price_pence is null) = (price_per is null))
);
create index on placement (child_id);
create index on placement (provider_id, status);
create index on placement (commissioner_id, status);
create index on placement (run_by_id, status);
create index on placement (decision_id) where decision_id is not null;
comment on table placement is 'Where a child is educated, by whom and why (S2). Public task; kept with the child''s record to the 25th birthday, 31st with an EHCP.';

-- The week: one row for each stretch of time. A change from a date ends the old rows and adds new ones.
create table placement_session (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  weekday       integer not null check (weekday between 1 and 5),
  starts_at     time not null,
  ends_at       time not null check (ends_at > starts_at),
  break_minutes integer not null default 0 check (break_minutes between 0 and 240),
  -- Every week, or the first or second of two (the authority's calendar counts from its first week of term).
  in_weeks      text not null default 'every' check (in_weeks in ('every', 'A', 'B')),
  site_id       uuid,
  supervised_by text check (length(supervised_by) <= 200),
  subjects      text[] not null default '{}',
  travel        text check (length(travel) <= 500),
  from_on       date not null,
  to_on         date check (to_on >= from_on)
);
create index on placement_session (placement_id, from_on);
comment on table placement_session is 'The week of a placement (S2), kept with it.';

-- The part of the week that the child has at a school, entered by the school of roll or by who builds the programme.
create table school_session (
  id            uuid primary key,
  child_id      uuid not null references child,
  school_id     uuid not null references school,
  weekday       integer not null check (weekday between 1 and 5),
  starts_at     time not null,
  ends_at       time not null check (ends_at > starts_at),
  break_minutes integer not null default 0 check (break_minutes between 0 and 240),
  subjects      text[] not null default '{}',
  from_on       date not null,
  to_on         date check (to_on >= from_on),
  recorded_by   uuid not null references user_account,
  recorded_at   timestamptz not null
);
create index on school_session (child_id, from_on);
comment on table school_session is 'What a child has at school in the week (S2), kept with the child''s record.';

-- A condition that makes full-time education inappropriate (PLN-01): recorded, with the day to look at it again.
create table medical_exception (
  id            uuid primary key,
  child_id      uuid not null references child,
  recorded_on   date not null,
  evidence      text not null check (length(btrim(evidence)) between 1 and 2000),
  review_on     date,
  ended_on      date,
  recorded_by   uuid not null references user_account,
  recorded_at   timestamptz not null,
  version       integer not null default 1
);
create index on medical_exception (child_id);
comment on table medical_exception is 'Health data (S3), UK GDPR art. 9(2)(g); kept with the child''s record.';

-- What happened to a placement, in order. Only ever added to.
create table placement_event (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  what          text not null,
  because       text,
  details       jsonb not null default '{}',
  by_user       uuid references user_account,
  by_organisation uuid references organisation,
  at            timestamptz not null
);
create index on placement_event (placement_id, at);

-- A change is asked for and decided, never edited in place.
create table placement_change (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  kind          text not null check (kind in ('extend', 'change days', 'transfer', 'end early')),
  wanted        jsonb not null,
  reason        text not null check (length(btrim(reason)) between 1 and 2000),
  status        text not null default 'asked' check (status in ('asked', 'agreed', 'refused', 'withdrawn')),
  asked_by      uuid not null references user_account,
  asked_by_organisation_id uuid not null references organisation,
  asked_at      timestamptz not null,
  decided_by    uuid references user_account,
  decided_at    timestamptz,
  decided_because text check (length(decided_because) <= 2000),
  version       integer not null default 1
);
create index on placement_change (placement_id);

-- Consents and agreements: school, provider, the child, and each person with parental responsibility.
create table placement_agreement (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  party         text not null check (party in ('school', 'provider', 'child', 'person with parental responsibility')),
  contact_id    uuid references contact,
  agreed        boolean,
  on_day        date,
  how           text check (length(how) <= 300),
  recorded_by   uuid not null references user_account,
  recorded_at   timestamptz not null,
  version       integer not null default 1,
  check ((party = 'person with parental responsibility') = (contact_id is not null))
);
create unique index placement_agreement_once on placement_agreement (placement_id, party, contact_id) nulls not distinct;

-- The tripwire said stop, and somebody went on: why, and which head stands behind it.
create table tripwire_override (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  head_name     text not null check (length(btrim(head_name)) between 1 and 200),
  reason        text not null check (length(btrim(reason)) between 20 and 4000),
  findings      jsonb not null,
  made_by       uuid not null references user_account,
  made_at       timestamptz not null
);
create index on tripwire_override (placement_id);

-- Tutors see the children whom they teach: named here by the provider's manager.
create table placement_tutor (
  placement_id  uuid not null references placement,
  user_id       uuid not null references user_account,
  from_on       date not null,
  to_on         date check (to_on >= from_on),
  named_by      uuid not null references user_account,
  primary key (placement_id, user_id, from_on)
);
create index on placement_tutor (user_id);

-- What was told to whom, how and why; or that it was decided not to tell. Written by the system whenever something is
-- released, and never changed. What a provider reads of the child's record is the newest row of fields for it, a snapshot.
create table disclosure (
  id            uuid primary key,
  child_id      uuid not null references child,
  placement_id  uuid references placement,
  to_organisation_id uuid references organisation,
  to_person     text check (length(to_person) <= 200),
  shared        boolean not null default true,
  -- Named fields of the record, or a whole paper that stands in its own table.
  what          text not null default 'fields' check (what in ('fields', 'individual plan', 'short-term plan')),
  fields        jsonb not null default '{}',
  how           text not null check (length(btrim(how)) between 1 and 300),
  why           text not null check (length(btrim(why)) between 1 and 2000),
  by_user       uuid not null references user_account,
  by_organisation uuid not null references organisation,
  at            timestamptz not null,
  check (shared or fields = '{}'),
  check (to_organisation_id is not null or to_person is not null)
);
create index on disclosure (child_id, at);
create index on disclosure (placement_id, to_organisation_id, at);
comment on table disclosure is 'What was shared about a child, with whom and why (S3). Legal obligation to account for it; kept with the child''s record.';

-- The written plan for one provider to give the substantial part for a short time (ILL-04 to ILL-07).
create table substantial_plan (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  child_id      uuid not null references child,
  provider_id   uuid not null references provider,
  status        text not null default 'draft' check (status in ('draft', 'in force', 'ended', 'lapsed', 'discarded')),
  purpose       text check (length(purpose) <= 4000),
  start_on      date,
  written_on    date,
  review_on     date,
  end_on        date,
  school_agreed_on date,
  school_agreed_by text check (length(school_agreed_by) <= 200),
  copy_sent_at  timestamptz,
  copy_acknowledged_on date,
  copy_acknowledged_by uuid references user_account,
  ended_on      date,
  ended_because text check (length(ended_because) <= 1000),
  made_by       uuid not null references user_account,
  made_at       timestamptz not null,
  version       integer not null default 1
);
create index on substantial_plan (placement_id);
create index on substantial_plan (provider_id) where status = 'in force';
comment on table substantial_plan is 'A short-term plan (S2), with the child''s paperwork at the provider; kept with the placement.';

create table substantial_plan_agreement (
  plan_id       uuid not null references substantial_plan,
  contact_id    uuid not null references contact,
  agreed        boolean,
  on_day        date,
  how           text check (length(how) <= 300),
  recorded_by   uuid not null references user_account,
  recorded_at   timestamptz not null,
  primary key (plan_id, contact_id)
);

alter table finding add column placement_id uuid references placement;
alter table finding add column provider_id uuid references provider;
create index on finding (placement_id) where superseded_at is null;
create index on finding (placement_id) where accepted_at is not null;
-- The grave ones stand on the first page of the officers, the newest first.
create index on finding (since) where superseded_at is null and level in ('breach', 'critical');
create index on finding (provider_id) where superseded_at is null;

do $$ declare t text; begin
  foreach t in array array['placement', 'placement_session', 'school_session', 'medical_exception', 'placement_event', 'placement_change',
    'placement_agreement', 'tripwire_override', 'placement_tutor', 'disclosure', 'substantial_plan', 'substantial_plan_agreement'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to onroll_app, onroll_worker', t);
    execute format('create policy %I on %I for select to onroll_worker using (true)', t || '_read_by_worker', t);
  end loop;
  foreach t in array array['placement', 'placement_session', 'placement_tutor', 'substantial_plan'] loop
    execute format('grant select on %I to onroll_access', t);
    execute format('create policy %I on %I for select to onroll_access using (true)', t || '_read_for_access', t);
  end loop;
  foreach t in array array['placement', 'medical_exception', 'placement_change', 'placement_agreement', 'substantial_plan'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;
create trigger placement_follows_its_lifecycle before update of status on placement for each row execute function check_transition('placement');
create trigger substantial_plan_follows_its_lifecycle before update of status on substantial_plan for each row execute function check_transition('substantial plan');
grant usage on sequence placement_reference to onroll_app;

insert into lifecycle_transition (lifecycle, from_status, action, to_status) values
  ('placement', 'proposed', 'offer', 'offered'),
  ('placement', 'proposed', 'withdraw', 'withdrawn'),
  ('placement', 'offered', 'accept', 'accepted'),
  ('placement', 'offered', 'decline', 'declined'),
  ('placement', 'offered', 'withdraw', 'withdrawn'),
  ('placement', 'declined', 'offer', 'offered'),
  ('placement', 'declined', 'withdraw', 'withdrawn'),
  ('placement', 'accepted', 'start', 'live'),
  ('placement', 'accepted', 'withdraw', 'withdrawn'),
  ('placement', 'live', 'end', 'ended'),
  ('placement', 'live', 'end early', 'ended early'),
  ('substantial plan', 'draft', 'put in force', 'in force'),
  ('substantial plan', 'draft', 'discard', 'discarded'),
  ('substantial plan', 'in force', 'end', 'ended'),
  ('substantial plan', 'in force', 'lapse', 'lapsed');

-- Who may see a placement ---------------------------------------------------------------------------------------

/* Placements of children on our roll now, those that we commission, those of our partnership's cases, of children in the
   Virtual School's or SENA's remit; and, for a provider, those offered to it, live with it, or ended a little while ago. */
create function placements_i_may_see() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 200 as $$
declare
  who onroll.me := onroll.me();
  day date := onroll.today();
begin
  if who.role in ('provider-manager', 'provider-dsl') then
    return query select p.id from onroll.placement p where p.provider_id = who.organisation_id
      and (p.status in ('offered', 'accepted', 'live') or p.provider_reads_until >= day);
  elsif who.role = 'provider-tutor' then
    return query select p.id from onroll.placement p join onroll.placement_tutor t on t.placement_id = p.id
      where p.provider_id = who.organisation_id and t.user_id = who.user_id and t.from_on <= day and (t.to_on is null or t.to_on >= day)
        and (p.status in ('accepted', 'live') or p.provider_reads_until >= day);
  elsif who.role in ('school-referrer', 'school-dsl') then
    return query
      select p.id from onroll.placement p where p.commissioner_id = who.organisation_id
      union
      select p.id from onroll.placement p join onroll.enrolment e on e.child_id = p.child_id
        where e.school_id = who.organisation_id and e.from_on <= day and (e.to_on is null or e.to_on >= day);
  elsif who.role = 'coordinator' then
    return query
      select p.id from onroll.placement p where p.run_by_id = who.organisation_id
      union
      select p.id from onroll.placement p where p.child_id in (select onroll.children_i_may_see('education'));
  elsif who.role in ('support-worker', 'virtual-school', 'sena') then
    return query select p.id from onroll.placement p where p.child_id in (select onroll.children_i_may_see('education'));
  end if;
end $$;

/* Those that the person asking may change: their own organisation commissions it, or arranges it for the authority, and they
   still see the child. */
create function placements_i_run() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 200 as $$
declare who onroll.me := onroll.me();
begin
  if who.role in ('coordinator', 'support-worker', 'school-referrer', 'school-dsl') then
    return query select p.id from onroll.placement p where p.run_by_id = who.organisation_id
      and p.child_id in (select onroll.children_i_may_see('education'));
  end if;
end $$;

/* Children placed with the provider that the person asking works for: their identity, and nothing else (condition PLACED). */
create function children_placed_with_us() returns setof uuid
language sql stable security definer set search_path = onroll, pg_temp rows 50 as $$
  select p.child_id from onroll.placement p where onroll.i_am('provider-manager', 'provider-tutor', 'provider-dsl')
    and p.id in (select onroll.placements_i_may_see())
$$;

/* What is at a provider from all commissioners, without saying whose: the tripwire counts children, and names none.
   A child has the same number in all its rows of one answer, and another in the next. The child that one asks about,
   and may see, is marked, because it must not be counted twice. */
create function provision_at(provider uuid, about uuid default null) returns table (
  child_number bigint, this_child boolean, placement_number bigint, ours boolean, status text, start_on date, end_on date, weekday integer, starts_at time, ends_at time,
  break_minutes integer, in_weeks text, from_on date, to_on date, looked_after boolean, ehcp boolean, sen_support boolean,
  plan_end_on date, compulsory_school_age boolean)
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare
  who onroll.me := onroll.me();
  day date := onroll.today();
  mixed text := gen_random_uuid()::text;
begin
  if who.role is null or who.role not in ('coordinator', 'support-worker', 'school-referrer', 'school-dsl', 'virtual-school', 'sena', 'quality-assurance') then
    return;
  end if;
  -- What is asked of each child is asked once, however many stretches its week has.
  return query
    with there as materialized (
      select p.id, p.child_id, p.status, coalesce(p.started_on, p.planned_start_on) as start_on, p.planned_end_on,
          -- Null where nothing is recorded: that is not known, and not no.
          (select bool_or(c.status = 'looked-after') from onroll.care_status c where c.child_id = p.child_id and c.from_on <= day and (c.to_on is null or c.to_on >= day)) as looked_after,
          n.ehcp, n.sen_support,
          -- The short-term plan that allows it for the time being; only a complete one is ever in force.
          (select max(l.end_on) from onroll.substantial_plan l where l.placement_id = p.id and l.status = 'in force') as plan_end_on,
          -- To the last Friday in June of the school year of the sixteenth birthday.
          day <= (select d - ((extract(isodow from d)::int + 2) % 7) from make_date(
            extract(year from c.birth_date + interval '16 years')::int + case when extract(month from c.birth_date) >= 9 then 1 else 0 end, 6, 30) d) as of_school_age
        from onroll.placement p
          join onroll.child c on c.id = p.child_id
          left join lateral (select bool_or(n.status = 'ehcp') as ehcp, bool_or(n.status = 'sen-support') as sen_support from onroll.special_needs n
            where n.child_id = p.child_id and n.from_on <= day and (n.to_on is null or n.to_on >= day)) n on true
        where p.provider_id = provider and p.status in ('offered', 'accepted', 'live'))
    select dense_rank() over (order by md5(mixed || p.child_id::text)),
      p.child_id is not distinct from about and p.child_id in (select onroll.children_i_may_see('education')), dense_rank() over (order by md5(mixed || p.id::text)),
      p.id in (select onroll.placements_i_may_see()), p.status, p.start_on, p.planned_end_on,
      s.weekday, s.starts_at, s.ends_at, s.break_minutes, s.in_weeks, s.from_on, s.to_on,
      p.looked_after, p.ehcp, p.sen_support, p.plan_end_on, p.of_school_age
    from there p left join onroll.placement_session s on s.placement_id = p.id and (s.to_on is null or s.to_on >= day);
end $$;

grant execute on function placements_i_may_see(), placements_i_run(), children_placed_with_us(), provision_at(uuid, uuid) to onroll_app, onroll_access;

create policy child_seen_by_its_provider on child for select to onroll_app using (id in (select children_placed_with_us()));

-- Placements ----------------------------------------------------------------------------------------------------

create policy placement_seen on placement for select to onroll_app using (id in (select placements_i_may_see()));
create policy placement_proposed on placement for insert to onroll_app
  with check (made_by = (select my_user()) and status = 'proposed'
    and ((commissioner_id = (select my_organisation()) and arranged_by_id is null
        and (select i_am('coordinator', 'support-worker', 'school-referrer', 'school-dsl')))
      or (arranged_by_id = (select my_organisation()) and (select i_am('coordinator', 'support-worker'))
        and commissioner_id in (select o.id from organisation o where o.kind = 'authority')))
    and child_id in (select children_i_may_see('education')));
create policy placement_changed on placement for update to onroll_app
  using (id in (select placements_i_run())) with check (run_by_id = (select my_organisation()));
create policy placement_answered_by_its_provider on placement for update to onroll_app
  using (provider_id = (select my_organisation()) and status = 'offered' and (select i_am('provider-manager')))
  with check (status in ('accepted', 'declined'));

/* A provider says yes or no to what was offered; what was offered is not the provider's to change. */
create function guard_placement() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user <> 'onroll_app' then return new; end if;
  if not onroll.i_am('provider-manager') then
    -- Nobody accepts for the provider.
    if old.status = 'offered' and new.status in ('accepted', 'declined') then
      raise exception 'only the provider answers what was offered to it' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  -- run_by_id is worked out only after this.
  if to_jsonb(new) - array['status', 'answered_at', 'answered_by', 'declined_because', 'provider_contact', 'version', 'run_by_id']
     is distinct from to_jsonb(old) - array['status', 'answered_at', 'answered_by', 'declined_because', 'provider_contact', 'version', 'run_by_id'] then
    raise exception 'a provider answers an offer, and changes nothing else in it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_placement() to onroll_app, onroll_worker;
create trigger placement_guarded before update on placement for each row execute function guard_placement();

do $$ declare t text; begin
  foreach t in array array['placement_session', 'placement_change', 'placement_tutor'] loop
    execute format('create policy %I on %I for select to onroll_app using (placement_id in (select placements_i_may_see()))', t || '_seen', t);
  end loop;
  -- Who agreed, why a warning was overridden, and every other reason in the history is between the commissioner, the school
  -- and the officers. Of the history a provider reads what its own people said.
  foreach t in array array['placement_agreement', 'tripwire_override'] loop
    execute format('create policy %I on %I for select to onroll_app using (placement_id in (select placements_i_may_see())
      and not (select i_am(''provider-manager'', ''provider-tutor'', ''provider-dsl'')))', t || '_seen', t);
  end loop;
  create policy placement_event_seen on placement_event for select to onroll_app using (placement_id in (select placements_i_may_see())
    and (by_organisation = (select my_organisation()) or not (select i_am('provider-manager', 'provider-tutor', 'provider-dsl'))));
  foreach t in array array['placement_session', 'placement_agreement', 'tripwire_override'] loop
    execute format('create policy %I on %I for insert to onroll_app with check (placement_id in (select placements_i_run()))', t || '_made', t);
  end loop;
end $$;
create policy placement_session_changed on placement_session for update to onroll_app using (placement_id in (select placements_i_run()));
-- A week that was only proposed, or declined, may be drawn again, and so may one that has not begun; what has begun is ended and followed.
create policy placement_session_removed on placement_session for delete to onroll_app
  using (placement_id in (select placements_i_run())
    and (from_on >= (select today()) or placement_id in (select p.id from placement p where p.status in ('proposed', 'declined'))));
create policy placement_agreement_changed on placement_agreement for update to onroll_app using (placement_id in (select placements_i_run()));
create policy placement_event_added on placement_event for insert to onroll_app
  with check (placement_id in (select placements_i_may_see()) and by_user = (select my_user()) and by_organisation = (select my_organisation()));
create policy placement_change_asked on placement_change for insert to onroll_app
  with check (placement_id in (select placements_i_may_see()) and asked_by = (select my_user()) and asked_by_organisation_id = (select my_organisation())
    and status = 'asked' and decided_by is null
    and (select i_am('coordinator', 'support-worker', 'school-referrer', 'school-dsl', 'provider-manager')));
create policy placement_change_decided on placement_change for update to onroll_app
  using (placement_id in (select placements_i_run()) or (asked_by_organisation_id = (select my_organisation()) and status = 'asked'))
  with check (placement_id in (select placements_i_run()) or status = 'withdrawn');
create policy placement_tutor_named on placement_tutor for insert to onroll_app
  with check ((select i_am('provider-manager')) and named_by = (select my_user())
    and placement_id in (select p.id from placement p where p.provider_id = (select my_organisation()))
    and user_id in (select m.user_id from membership m where m.organisation_id = (select my_organisation())));
create policy placement_tutor_ended on placement_tutor for update to onroll_app
  using ((select i_am('provider-manager')) and placement_id in (select p.id from placement p where p.provider_id = (select my_organisation())));
-- The one in whose name tutors read asks the table itself.
create policy placement_tutor_reads_own on placement_tutor for select to onroll_app using (user_id = (select my_user()));

create policy school_session_seen on school_session for select to onroll_app using (child_id in (select children_i_may_see('education')));
create policy school_session_entered on school_session for insert to onroll_app
  with check (child_id in (select children_i_may_see('education')) and recorded_by = (select my_user())
    and (((select i_am('school-referrer', 'school-dsl')) and school_id = (select my_organisation())) or (select i_am('coordinator', 'support-worker'))));
create policy school_session_changed on school_session for update to onroll_app
  using (child_id in (select children_i_may_see('education'))
    and (((select i_am('school-referrer', 'school-dsl')) and school_id = (select my_organisation())) or (select i_am('coordinator', 'support-worker'))));

create policy medical_exception_seen on medical_exception for select to onroll_app
  using (child_id in (select children_i_may_see('special needs')) or child_id in (select children_i_may_see('care')));
create policy medical_exception_entered on medical_exception for insert to onroll_app
  with check (child_id in (select children_i_may_see('special needs')) and recorded_by = (select my_user())
    and (select i_am('coordinator', 'support-worker', 'school-referrer', 'school-dsl')));
create policy medical_exception_changed on medical_exception for update to onroll_app
  using (child_id in (select children_i_may_see('special needs')) and (select i_am('coordinator', 'support-worker', 'school-referrer', 'school-dsl')));

-- The register of disclosures is read by who answers for it; the receiver reads what it was told while it may see the placement.
create policy disclosure_seen on disclosure for select to onroll_app
  using (((select i_am('coordinator', 'school-dsl', 'virtual-school')) and child_id in (select children_i_may_see('contacts')))
    or by_user = (select my_user())
    or (shared and to_organisation_id = (select my_organisation()) and placement_id in (select placements_i_may_see())));
create policy disclosure_written on disclosure for insert to onroll_app
  with check (by_user = (select my_user()) and by_organisation = (select my_organisation())
    and (placement_id is null or placement_id in (select placements_i_run()))
    and child_id in (select children_i_may_see('education'))
    and (select i_am('coordinator', 'support-worker', 'school-referrer', 'school-dsl', 'virtual-school')));

create policy substantial_plan_seen on substantial_plan for select to onroll_app
  using (placement_id in (select placements_i_may_see())
    and (status <> 'draft' or not (select i_am('provider-manager', 'provider-tutor', 'provider-dsl'))));
create policy substantial_plan_made on substantial_plan for insert to onroll_app
  with check (placement_id in (select placements_i_run()) and made_by = (select my_user()) and status = 'draft'
    and (child_id, provider_id) in (select p.child_id, p.provider_id from placement p where p.id = placement_id));
create policy substantial_plan_changed on substantial_plan for update to onroll_app using (placement_id in (select placements_i_run()));
create policy substantial_plan_copy_acknowledged on substantial_plan for update to onroll_app
  using (provider_id = (select my_organisation()) and status = 'in force' and (select i_am('provider-manager', 'provider-dsl'))
    and placement_id in (select placements_i_may_see()));

/* The provider confirms that it holds a copy (ILL-06), nobody does so for it, and it changes nothing else. */
create function guard_substantial_plan() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
declare of_the_provider constant text[] := array['copy_acknowledged_on', 'copy_acknowledged_by', 'version'];
begin
  if current_user <> 'onroll_app' then return new; end if;
  -- A draft may lack anything; what is in force has the five elements of rule ILL-05 (each agreement is asked by the command).
  if new.status = 'in force' and (new.start_on is null or new.written_on is null or new.school_agreed_on is null
      or length(btrim(coalesce(new.purpose, ''))) = 0
      or new.review_on is null or new.end_on is null or new.review_on <= new.start_on or new.review_on > new.end_on) then
    raise exception 'a short-term plan in force is written, agreed by the school, and names its first day, its review and its end' using errcode = 'check_violation';
  end if;
  if onroll.i_am('provider-manager', 'provider-dsl') then
    if to_jsonb(new) - of_the_provider is distinct from to_jsonb(old) - of_the_provider then
      raise exception 'a provider acknowledges its copy, and changes nothing else' using errcode = 'insufficient_privilege';
    end if;
  elsif (new.copy_acknowledged_on, new.copy_acknowledged_by) is distinct from (old.copy_acknowledged_on, old.copy_acknowledged_by)
    and new.copy_acknowledged_on is not null then
    raise exception 'only the provider acknowledges its copy' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_substantial_plan() to onroll_app, onroll_worker;
create trigger substantial_plan_guarded before update on substantial_plan for each row execute function guard_substantial_plan();
create policy substantial_plan_counted_down_by_worker on substantial_plan for update to onroll_worker using (true) with check (true);

create policy substantial_plan_agreement_seen on substantial_plan_agreement for select to onroll_app
  using (plan_id in (select s.id from substantial_plan s) and not (select i_am('provider-manager', 'provider-tutor', 'provider-dsl')));
create policy substantial_plan_agreement_made on substantial_plan_agreement for insert to onroll_app
  with check (recorded_by = (select my_user()) and plan_id in (select s.id from substantial_plan s where s.placement_id in (select placements_i_run())));
create policy substantial_plan_agreement_changed on substantial_plan_agreement for update to onroll_app
  using (plan_id in (select s.id from substantial_plan s where s.placement_id in (select placements_i_run())));

-- Findings about a placement belong to those who see it, but for the provider; about a provider to commissioners, officers
-- and, without children's cases, to the provider itself.
create policy finding_of_placement_seen on finding for select to onroll_app
  using (placement_id in (select placements_i_may_see()) and not (select i_am('provider-manager', 'provider-tutor', 'provider-dsl')));
create policy finding_of_placement_written on finding for insert to onroll_app with check (placement_id in (select placements_i_run()));
create policy finding_of_placement_superseded on finding for update to onroll_app using (placement_id in (select placements_i_run())) with check (true);
create policy finding_of_provider_seen on finding for select to onroll_app
  using (provider_id is not null and child_id is null and placement_id is null
    and ((select i_am('coordinator', 'support-worker', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance'))
      or provider_id = (select my_organisation())));

grant insert on placement, placement_session, school_session, medical_exception, placement_event, placement_change, placement_agreement,
  tripwire_override, placement_tutor, disclosure, substantial_plan, substantial_plan_agreement to onroll_app;
grant insert on placement_event to onroll_worker;
create policy placement_event_added_by_worker on placement_event for insert to onroll_worker with check (by_user is null);
grant delete on placement_session to onroll_app;
grant update (status, purpose, need_category, site_id, planned_start_on, planned_end_on, started_on, ended_on, end_reason, provider_reads_until,
  supervised, dual_registered, arranged_under, attendance_code, subjects, travel, price_pence, price_per, school_contact, commissioner_contact,
  provider_contact, agreement_on, risk_assessed_on, quality_recorded_on, monitoring_recorded_on, offered_at, answered_at, answered_by,
  declined_because) on placement to onroll_app;
grant update (to_on) on placement_session, school_session to onroll_app;
grant update (review_on, ended_on, evidence) on medical_exception to onroll_app;
grant update (status, decided_by, decided_at, decided_because) on placement_change to onroll_app;
grant update (agreed, on_day, how, recorded_by, recorded_at) on placement_agreement, substantial_plan_agreement to onroll_app;
grant update (to_on) on placement_tutor to onroll_app;
grant update (status, purpose, start_on, written_on, review_on, end_on, school_agreed_on, school_agreed_by, copy_sent_at, copy_acknowledged_on,
  copy_acknowledged_by, ended_on, ended_because) on substantial_plan to onroll_app;
grant update (status, ended_on, ended_because) on substantial_plan to onroll_worker;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function placements_i_may_see() owner to onroll_access;
alter function placements_i_run() owner to onroll_access;
alter function children_placed_with_us() owner to onroll_access;
alter function provision_at(uuid, uuid) owner to onroll_access;
