-- Annual assessment and site visits with the scrutiny grid (Virtual School pack, Appendix 3), concerns, and whether a
-- provider may be used. Access: row 21 of the matrix. A visit names no child: pupils who were spoken to are a number.

create table visit (
  id               uuid primary key,
  reference        integer generated always as identity (start with 1001),
  provider_id      uuid not null references provider,
  site_id          uuid references provider_site,
  commissioner_id  uuid not null references organisation,
  planned_on       date not null,
  visited_on       date,
  visitors         text check (length(visitors) <= 500),
  purpose          text check (length(purpose) <= 2000),
  status           text not null default 'planned' check (status in ('planned', 'draft', 'submitted', 'moderated', 'published', 'cancelled')),
  pupils_spoken_to integer check (pupils_spoken_to between 0 and 500),
  insurance_checked boolean,
  annual_assessment boolean not null default false,
  summary          text check (length(summary) <= 8000),
  submitted_by     uuid references user_account,
  submitted_at     timestamptz,
  moderated_by     uuid references user_account,
  moderated_at     timestamptz,
  moderation_note  text check (length(moderation_note) <= 4000),
  published_at     timestamptz,
  published_by     uuid references user_account,
  cancelled_because text check (length(cancelled_because) <= 1000),
  made_by          uuid not null references user_account,
  made_at          timestamptz not null,
  version          integer not null default 1,
  check (submitted_by is null or moderated_by is null or submitted_by <> moderated_by)
);
create index on visit (provider_id, visited_on);
create index on visit (commissioner_id, status);
comment on table visit is 'Quality assurance of a provider (S2), without children. Public task; kept six years.';

-- What was looked at: items of the grid, or free ones. A visitor's device gives each entry its own key, so that what was
-- written without a signal arrives once.
create table visit_item (
  id            uuid primary key,
  visit_id      uuid not null references visit,
  section       text not null check (section in ('A', 'B', 'C', 'D')),
  item          text check (item ~ '^SV-[A-D][0-9]{2}$'),
  free_words    text check (length(free_words) <= 300),
  note          text check (length(note) <= 4000),
  seen_at       timestamptz not null,
  by_user       uuid not null references user_account,
  removed_at    timestamptz,
  version       integer not null default 1,
  check (num_nonnulls(item, free_words) = 1)
);
create index on visit_item (visit_id);

create table visit_judgement (
  visit_id      uuid not null references visit,
  section       text not null check (section in ('A', 'B', 'C', 'D')),
  grade         text check (grade in ('strong', 'meets', 'developing', 'weak')),
  judgement     text not null check (length(btrim(judgement)) between 1 and 4000),
  by_user       uuid not null references user_account,
  at            timestamptz not null,
  version       integer not null default 1,
  primary key (visit_id, section)
);

create table visit_action (
  id            uuid primary key,
  visit_id      uuid not null references visit,
  provider_id   uuid not null references provider,
  action        text not null check (length(btrim(action)) between 1 and 2000),
  due_on        date not null,
  done_on       date,
  done_note     text check (length(done_note) <= 2000),
  done_by       uuid references user_account,
  accepted_on   date,
  accepted_by   uuid references user_account,
  made_by       uuid not null references user_account,
  made_at       timestamptz not null,
  version       integer not null default 1
);
create index on visit_action (provider_id, due_on);

-- The provider's right of reply, beside the report and never inside it.
create table visit_reply (
  id            uuid primary key,
  visit_id      uuid not null references visit,
  reply         text not null check (length(btrim(reply)) between 1 and 8000),
  by_user       uuid not null references user_account,
  at            timestamptz not null
);
create index on visit_reply (visit_id);

-- A commissioner relies on another's published visit for its own annual duty: who, when. Its own clock starts anew.
create table visit_adoption (
  visit_id        uuid not null references visit,
  commissioner_id uuid not null references organisation,
  adopted_on      date not null,
  reason          text not null check (length(btrim(reason)) between 1 and 1000),
  by_user         uuid not null references user_account,
  at              timestamptz not null,
  primary key (visit_id, commissioner_id)
);
create index on visit_adoption (commissioner_id);

-- A concern reaches every commissioner with a child there; the provider never reads it, or who raised it.
create table provider_concern (
  id            uuid primary key,
  reference     integer generated always as identity (start with 1001),
  provider_id   uuid not null references provider,
  kind          text not null check (kind in ('safeguarding', 'health and safety', 'quality', 'attendance', 'registration', 'other')),
  level         text not null check (level in ('note', 'concern', 'serious')),
  words         text not null check (length(btrim(words)) between 10 and 4000),
  status        text not null default 'open' check (status in ('open', 'looked into', 'closed')),
  outcome       text check (length(outcome) <= 4000),
  raised_by     uuid not null references user_account,
  by_organisation uuid not null references organisation,
  raised_at     timestamptz not null,
  closed_by     uuid references user_account,
  closed_at     timestamptz,
  version       integer not null default 1
);
create index on provider_concern (provider_id, status);
comment on table provider_concern is 'Concerns about a provider (S2; about a person of it S4): no child is named. Public task; kept six years.';

-- What the officers decided about using the provider. The newest row counts; what is derived is worked out beside it.
create table provider_approval (
  id            uuid primary key,
  provider_id   uuid not null references provider,
  approval      text not null check (approval in ('approved', 'approved with conditions', 'paused', 'ended')),
  conditions    text check (length(conditions) <= 2000),
  because       text not null check (length(btrim(because)) between 1 and 2000),
  review_on     date,
  from_on       date not null,
  by_user       uuid not null references user_account,
  by_organisation uuid not null references organisation,
  at            timestamptz not null,
  check (approval <> 'approved with conditions' or conditions is not null)
);
create index on provider_approval (provider_id, at);

alter table file add column visit_id uuid references visit;
alter table file drop constraint file_belongs_to_one_record;
alter table file add constraint file_belongs_to_one_record check (num_nonnulls(referral_id, evidence_id, visit_id) <= 1);
create index on file (visit_id) where visit_id is not null;

insert into lifecycle_transition (lifecycle, from_status, action, to_status) values
  ('visit', 'planned', 'begin', 'draft'),
  ('visit', 'planned', 'cancel', 'cancelled'),
  ('visit', 'draft', 'submit', 'submitted'),
  ('visit', 'draft', 'cancel', 'cancelled'),
  ('visit', 'submitted', 'send back', 'draft'),
  ('visit', 'submitted', 'moderate', 'moderated'),
  ('visit', 'moderated', 'publish', 'published');

do $$ declare t text; begin
  foreach t in array array['visit', 'visit_item', 'visit_judgement', 'visit_action', 'visit_reply', 'visit_adoption', 'provider_concern', 'provider_approval'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to onroll_app, onroll_worker', t);
    execute format('create policy %I on %I for select to onroll_worker using (true)', t || '_read_by_worker', t);
    execute format('grant insert on %I to onroll_app', t);
  end loop;
  foreach t in array array['visit', 'visit_item', 'visit_judgement', 'visit_action', 'provider_concern'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;
create trigger visit_follows_its_lifecycle before update of status on visit for each row execute function check_transition('visit');

/* Who looks at the quality of providers: those who commission, and the officers. */
create function i_assure_quality() returns boolean language sql stable set search_path = onroll, pg_temp as
$$ select onroll.i_am('coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance') $$;
grant execute on function i_assure_quality() to onroll_app, onroll_access;

-- A visit is its commissioner's until it is submitted; moderated by another; then in the library for all. The provider
-- reads it once it is moderated, so that it can reply before it is published.
create policy visit_seen on visit for select to onroll_app
  using (commissioner_id = (select my_organisation()) and (select i_assure_quality())
    or (status in ('submitted', 'moderated') and (select i_am('quality-assurance')))
    or (status = 'published' and (select i_assure_quality()))
    or (status in ('moderated', 'published') and provider_id = (select my_organisation()) and (select i_am('provider-manager', 'provider-dsl'))));
create policy visit_planned on visit for insert to onroll_app
  with check (commissioner_id = (select my_organisation()) and made_by = (select my_user()) and status = 'planned' and (select i_assure_quality()));
create policy visit_written on visit for update to onroll_app
  using (commissioner_id = (select my_organisation()) and status in ('planned', 'draft') and (select i_assure_quality()));
create policy visit_moderated on visit for update to onroll_app
  using ((select i_am('quality-assurance')) and status in ('submitted', 'moderated'));

/* Nobody moderates their own visit, and a report that was submitted keeps its words. */
create function guard_visit() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user <> 'onroll_app' then return new; end if;
  if old.status in ('submitted', 'moderated') and to_jsonb(new) - array['status', 'moderated_by', 'moderated_at', 'moderation_note', 'published_at',
      'published_by', 'submitted_by', 'submitted_at', 'version'] is distinct from to_jsonb(old) - array['status', 'moderated_by', 'moderated_at',
      'moderation_note', 'published_at', 'published_by', 'submitted_by', 'submitted_at', 'version'] then
    raise exception 'a submitted report is not edited: send it back first' using errcode = 'insufficient_privilege';
  end if;
  if new.status = 'moderated' and old.status = 'submitted' and new.moderated_by is distinct from onroll.my_user() then
    raise exception 'a report is moderated in one''s own name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_visit() to onroll_app, onroll_worker;
create trigger visit_guarded before update on visit for each row execute function guard_visit();

do $$ declare t text; begin
  foreach t in array array['visit_item', 'visit_judgement', 'visit_action', 'visit_reply', 'visit_adoption'] loop
    execute format('create policy %I on %I for select to onroll_app using (visit_id in (select v.id from visit v))', t || '_seen', t);
  end loop;
end $$;
create policy visit_item_noted on visit_item for insert to onroll_app
  with check (by_user = (select my_user())
    and visit_id in (select v.id from visit v where v.status = 'draft' and v.commissioner_id = (select my_organisation())));
create policy visit_item_changed on visit_item for update to onroll_app
  using (visit_id in (select v.id from visit v where v.status = 'draft' and v.commissioner_id = (select my_organisation())));
create policy visit_judgement_made on visit_judgement for insert to onroll_app
  with check (by_user = (select my_user())
    and visit_id in (select v.id from visit v where v.status = 'draft' and v.commissioner_id = (select my_organisation())));
create policy visit_judgement_changed on visit_judgement for update to onroll_app
  using (visit_id in (select v.id from visit v where v.status = 'draft' and v.commissioner_id = (select my_organisation())))
  with check (by_user = (select my_user()));
create policy visit_action_set on visit_action for insert to onroll_app
  with check (made_by = (select my_user()) and (visit_id, provider_id) in (select v.id, v.provider_id from visit v
    where v.status in ('draft', 'submitted') and (v.commissioner_id = (select my_organisation()) or (select i_am('quality-assurance')))));
create policy visit_action_done on visit_action for update to onroll_app
  using ((provider_id = (select my_organisation()) and (select i_am('provider-manager', 'provider-dsl'))
    or (select i_am('quality-assurance')) or visit_id in (select v.id from visit v where v.commissioner_id = (select my_organisation()) and (select i_assure_quality()))));
/* The provider says that it is done; whoever asked accepts that it is. */
create function guard_visit_action() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user = 'onroll_app' and onroll.i_am('provider-manager', 'provider-dsl')
     and to_jsonb(new) - array['done_on', 'done_note', 'done_by', 'version'] is distinct from to_jsonb(old) - array['done_on', 'done_note', 'done_by', 'version'] then
    raise exception 'a provider says that an action is done, and changes nothing else' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_visit_action() to onroll_app, onroll_worker;
create trigger visit_action_guarded before update on visit_action for each row execute function guard_visit_action();
create policy visit_replied on visit_reply for insert to onroll_app
  with check (by_user = (select my_user()) and (select i_am('provider-manager'))
    and visit_id in (select v.id from visit v where v.provider_id = (select my_organisation()) and v.status in ('moderated', 'published')));
create policy visit_adopted on visit_adoption for insert to onroll_app
  with check (by_user = (select my_user()) and commissioner_id = (select my_organisation()) and (select i_assure_quality())
    and visit_id in (select v.id from visit v where v.status = 'published' and v.commissioner_id <> (select my_organisation())));

/* Providers at which our organisation has a child now, or had one offered: whose concerns reach us. */
create function providers_we_use() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 50 as $$
declare who onroll.me := onroll.me();
begin
  if who.role in ('coordinator', 'school-referrer', 'school-dsl', 'support-worker') then
    return query select distinct p.provider_id from onroll.placement p
      where p.commissioner_id = who.organisation_id and p.status in ('offered', 'accepted', 'live') and p.provider_id is not null;
  elsif who.role in ('virtual-school', 'quality-assurance') then
    return query select o.organisation_id from onroll.provider o;
  end if;
end $$;
grant execute on function providers_we_use() to onroll_app;

create policy provider_concern_seen on provider_concern for select to onroll_app
  using (provider_id in (select providers_we_use()) or raised_by = (select my_user()));
create policy provider_concern_raised on provider_concern for insert to onroll_app
  with check (raised_by = (select my_user()) and by_organisation = (select my_organisation()) and status = 'open'
    and ((select i_assure_quality()) or (select i_am('support-worker'))));
create policy provider_concern_looked_into on provider_concern for update to onroll_app using ((select i_am('quality-assurance')));
create policy provider_approval_seen on provider_approval for select to onroll_app
  using ((select i_assure_quality()) or (select i_am('support-worker', 'sena')) or provider_id = (select my_organisation()));
create policy provider_approval_decided on provider_approval for insert to onroll_app
  with check ((select i_am('quality-assurance')) and by_user = (select my_user()) and by_organisation = (select my_organisation()));

-- Photographs of a visit: with the visit.
create policy file_of_visit_seen on file for select to onroll_app
  using (visit_id in (select v.id from visit v) and (state in ('clean', 'not scanned') or by_organisation = (select my_organisation())));
create policy file_of_visit_added on file for insert to onroll_app
  with check (referral_id is null and evidence_id is null and by_organisation = (select my_organisation()) and uploaded_by = (select my_user())
    and visit_id in (select v.id from visit v where v.status = 'draft' and v.commissioner_id = (select my_organisation())));

grant update (site_id, planned_on, visited_on, visitors, purpose, status, pupils_spoken_to, insurance_checked, annual_assessment, summary, submitted_by,
  submitted_at, moderated_by, moderated_at, moderation_note, published_at, published_by, cancelled_because) on visit to onroll_app;
grant update (note, removed_at) on visit_item to onroll_app;
grant update (grade, judgement, by_user, at) on visit_judgement to onroll_app;
grant update (done_on, done_note, done_by, accepted_on, accepted_by, due_on) on visit_action to onroll_app;
grant update (status, outcome, closed_by, closed_at) on provider_concern to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function providers_we_use() owner to onroll_access;
