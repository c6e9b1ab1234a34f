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
  insurance_note   text check (length(insurance_note) <= 2000),
  annual_assessment boolean not null default false,
  summary          text check (length(summary) <= 8000),
  submitted_by     uuid references user_account,
  submitted_at     timestamptz,
  moderated_by     uuid references user_account,
  moderated_at     timestamptz,
  sent_back_at     timestamptz,
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
  check (num_nonnulls(item, free_words) = 1),
  check (item is null or substr(item, 4, 1) = section)
);
create index on visit_item (visit_id);

-- With whom the visitor spoke: staff by their job, pupils and parents by their number, nobody by name.
create table visit_interview (
  id            uuid primary key,
  visit_id      uuid not null references visit,
  kind          text not null check (kind in ('staff', 'pupils', 'parents', 'others')),
  job           text check (length(job) <= 200),
  people        integer not null default 1 check (people between 1 and 500),
  note          text check (length(note) <= 4000),
  at            timestamptz not null,
  by_user       uuid not null references user_account,
  removed_at    timestamptz,
  version       integer not null default 1,
  check (kind <> 'staff' or job is not null)
);
create index on visit_interview (visit_id);

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
  -- For which day a reminder went out, and for which it was told that the day is over.
  reminded_for  date,
  overdue_for   date,
  version       integer not null default 1
);
create index on visit_action (provider_id, due_on);

-- What the moderator said. Between those who assure quality: the provider reads the report, and not what was said of it.
create table visit_moderation (
  id            uuid primary key,
  visit_id      uuid not null references visit,
  outcome       text not null check (outcome in ('sent back', 'moderated')),
  words         text check (length(words) <= 4000),
  by_user       uuid not null references user_account,
  at            timestamptz not null,
  check (outcome <> 'sent back' or length(btrim(words)) > 0)
);
create index on visit_moderation (visit_id);

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

-- A concern reaches every commissioner with a child there; the provider never reads it, or who raised it. Who raised it is
-- granted to nobody's select: concern_sources() tells it to the quality team and to the organisation it came from.
create table provider_concern (
  id            uuid primary key,
  reference     integer generated always as identity (start with 1001),
  provider_id   uuid not null references provider,
  kind          text not null check (kind in ('safeguarding', 'health and safety', 'quality', 'attendance', 'registration', 'other')),
  level         text not null check (level in ('note', 'concern', 'serious')),
  words         text not null check (length(btrim(words)) between 10 and 4000),
  status        text not null default 'open' check (status in ('open', 'being looked into', 'closed')),
  outcome       text check (length(btrim(outcome)) between 1 and 4000),
  raised_by     uuid not null references user_account,
  by_organisation uuid not null references organisation,
  raised_at     timestamptz not null,
  closed_by     uuid references user_account,
  closed_at     timestamptz,
  version       integer not null default 1,
  check (status <> 'closed' or num_nulls(outcome, closed_by, closed_at) = 0)
);
create index on provider_concern (provider_id, status);
create index on provider_concern (by_organisation);
comment on table provider_concern is 'Concerns about a provider (S2; about a person of it S4): no child is named. Public task; kept six years.';

-- What the quality team does about a concern, in its own words and for itself: commissioners read the outcome.
create table concern_note (
  id            uuid primary key,
  concern_id    uuid not null references provider_concern,
  kind          text not null check (kind in ('looked into', 'noted', 'closed', 'opened again')),
  words         text not null check (length(btrim(words)) between 1 and 4000),
  by_user       uuid not null references user_account,
  at            timestamptz not null
);
create index on concern_note (concern_id, at);

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
  ('visit', 'moderated', 'publish', 'published'),
  ('concern', 'open', 'look into', 'being looked into'),
  ('concern', 'open', 'close', 'closed'),
  ('concern', 'being looked into', 'close', 'closed'),
  ('concern', 'closed', 'open again', 'open');

do $$ declare t text; begin
  foreach t in array array['visit', 'visit_item', 'visit_interview', 'visit_judgement', 'visit_action', 'visit_moderation', 'visit_reply', 'visit_adoption',
    'provider_concern', 'concern_note', 'provider_approval'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    if t <> 'provider_concern' then execute format('grant select on %I to onroll_app', t); end if;
    execute format('grant select on %I to onroll_worker', t);
    execute format('create policy %I on %I for select to onroll_worker using (true)', t || '_read_by_worker', t);
    execute format('grant insert on %I to onroll_app', t);
  end loop;
  foreach t in array array['visit', 'visit_item', 'visit_interview', 'visit_judgement', 'visit_action', 'provider_concern'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;
grant select (id, reference, provider_id, kind, level, words, status, outcome, raised_at, closed_at, version) on provider_concern to onroll_app;
create trigger concern_follows_its_lifecycle before update of status on provider_concern for each row execute function check_transition('concern');
create trigger visit_follows_its_lifecycle before update of status on visit for each row execute function check_transition('visit');

/* Who looks at the quality of providers: those who commission, and the officers. */
create function i_assure_quality() returns boolean language sql stable set search_path = onroll, pg_temp as
$$ select onroll.i_am('coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance') $$;
grant execute on function i_assure_quality() to onroll_app, onroll_access;

-- A visit is its commissioner's until it is submitted; moderated by another; then in the library for all. The provider
-- reads it once it is moderated, so that it can reply before it is published.
create policy visit_seen on visit for select to onroll_app
  using (commissioner_id = (select my_organisation()) and (select i_assure_quality())
    or ((status in ('submitted', 'moderated') or status = 'draft' and sent_back_at is not null) and (select i_am('quality-assurance')))
    or (status = 'published' and (select i_assure_quality()))
    or (status in ('moderated', 'published') and provider_id = (select my_organisation()) and (select i_am('provider-manager', 'provider-dsl'))));
create policy visit_planned on visit for insert to onroll_app
  with check (commissioner_id = (select my_organisation()) and made_by = (select my_user()) and status = 'planned' and (select i_assure_quality()));
create policy visit_written on visit for update to onroll_app
  using (commissioner_id = (select my_organisation()) and status in ('planned', 'draft') and (select i_assure_quality()))
  with check (commissioner_id = (select my_organisation()) and status in ('planned', 'draft', 'submitted', 'cancelled'));
create policy visit_moderated on visit for update to onroll_app
  using ((select i_am('quality-assurance')) and status in ('submitted', 'moderated'))
  with check ((select i_am('quality-assurance')) and status in ('draft', 'moderated', 'published'));

/* Nobody moderates a visit in which they judged, a report that was submitted keeps its words, and none is submitted that is
   not complete: something looked at and judged in each area (QAV-02), and proof of insurance asked for (EVD-14). */
create function guard_visit() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
declare moderated text[] := array['status', 'moderated_by', 'moderated_at', 'sent_back_at', 'published_at', 'published_by', 'submitted_by', 'submitted_at', 'version'];
begin
  if current_user <> 'onroll_app' then return new; end if;
  if old.status in ('submitted', 'moderated') and to_jsonb(new) - moderated is distinct from to_jsonb(old) - moderated then
    raise exception 'a submitted report is not edited: send it back first' using errcode = 'insufficient_privilege';
  end if;
  if new.status = 'submitted' and old.status <> 'submitted' then
    if new.submitted_by is distinct from onroll.my_user() then
      raise exception 'a report is submitted in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    if new.visited_on is null or new.insurance_checked is not true or length(btrim(coalesce(new.summary, ''))) = 0
       or (select count(distinct section) from onroll.visit_item where visit_id = new.id and removed_at is null) < 4
       or (select count(*) from onroll.visit_judgement where visit_id = new.id and grade is not null) < 4 then
      raise exception 'a visit that is not complete cannot be submitted' using errcode = 'check_violation';
    end if;
  end if;
  if old.status = 'submitted' and new.status in ('moderated', 'draft') then
    if exists (select 1 from onroll.visit_judgement where visit_id = new.id and by_user = onroll.my_user()) or old.submitted_by = onroll.my_user() then
      raise exception 'nobody moderates a visit in which they judged' using errcode = 'insufficient_privilege';
    end if;
    if new.provider_id in (select onroll.providers_i_work_for()) then
      raise exception 'nobody moderates a report about a provider that they work for' using errcode = 'insufficient_privilege';
    end if;
    if new.status = 'moderated' and new.moderated_by is distinct from onroll.my_user() then
      raise exception 'a report is moderated in one''s own name' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if new.status = 'published' and old.status <> 'published' and new.published_by is distinct from onroll.my_user() then
    raise exception 'a report is published in one''s own name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_visit() to onroll_app, onroll_worker;
create trigger visit_guarded before update on visit for each row execute function guard_visit();

do $$ declare t text; begin
  foreach t in array array['visit_item', 'visit_interview', 'visit_judgement', 'visit_action', 'visit_reply'] loop
    execute format('create policy %I on %I for select to onroll_app using (visit_id in (select v.id from visit v))', t || '_seen', t);
  end loop;
end $$;
create policy visit_moderation_seen on visit_moderation for select to onroll_app
  using (visit_id in (select v.id from visit v) and (select i_assure_quality()));
create policy visit_moderation_said on visit_moderation for insert to onroll_app
  with check (by_user = (select my_user()) and (select i_am('quality-assurance'))
    and visit_id in (select v.id from visit v where v.status = 'submitted'));
-- Who relies on a report is no business of the provider's.
create policy visit_adoption_seen on visit_adoption for select to onroll_app
  using (visit_id in (select v.id from visit v) and (select i_assure_quality()));
create policy visit_interview_noted on visit_interview for insert to onroll_app
  with check (by_user = (select my_user())
    and visit_id in (select v.id from visit v where v.status = 'draft' and v.commissioner_id = (select my_organisation())));
create policy visit_interview_changed on visit_interview for update to onroll_app
  using (visit_id in (select v.id from visit v where v.status = 'draft' and v.commissioner_id = (select my_organisation())));
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
grant update (reminded_for, overdue_for) on visit_action to onroll_worker;
create policy visit_action_reminded_by_worker on visit_action for update to onroll_worker using (true);
create policy visit_action_set on visit_action for insert to onroll_app
  with check (made_by = (select my_user()) and (visit_id, provider_id) in (select v.id, v.provider_id from visit v
    where v.status in ('draft', 'submitted', 'moderated', 'published') and (v.commissioner_id = (select my_organisation()) or (select i_am('quality-assurance')))));
create policy visit_action_done on visit_action for update to onroll_app
  using ((provider_id = (select my_organisation()) and (select i_am('provider-manager', 'provider-dsl'))
    or (select i_am('quality-assurance')) or visit_id in (select v.id from visit v where v.commissioner_id = (select my_organisation()) and (select i_assure_quality()))));
/* The provider says that it is done; whoever asked accepts that it is. */
create function guard_visit_action() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user <> 'onroll_app' then return new; end if;
  if onroll.i_am('provider-manager', 'provider-dsl') then
    if old.accepted_on is not null
       or to_jsonb(new) - array['done_on', 'done_note', 'done_by', 'version'] is distinct from to_jsonb(old) - array['done_on', 'done_note', 'done_by', 'version'] then
      raise exception 'a provider says that an action is done, and changes nothing else' using errcode = 'insufficient_privilege';
    end if;
  elsif new.done_on is not null and (new.done_on, new.done_note, new.done_by) is distinct from (old.done_on, old.done_note, old.done_by)
     or new.accepted_on is not null and (new.done_on is null or new.accepted_by is distinct from onroll.my_user()) and old.accepted_on is null then
    raise exception 'an action is done when the provider says so, and accepted in one''s own name after that' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_visit_action() to onroll_app, onroll_worker;
create trigger visit_action_guarded before update on visit_action for each row execute function guard_visit_action();
create policy visit_replied on visit_reply for insert to onroll_app
  with check (by_user = (select my_user()) and (select i_am('provider-manager', 'provider-dsl'))
    and visit_id in (select v.id from visit v where v.provider_id = (select my_organisation()) and v.status in ('moderated', 'published')));
create policy visit_adopted on visit_adoption for insert to onroll_app
  with check (by_user = (select my_user()) and commissioner_id = (select my_organisation()) and (select i_assure_quality())
    and visit_id in (select v.id from visit v where v.status = 'published' and v.commissioner_id <> (select my_organisation())));

/* Providers at which our organisation has a child now, or had one offered: whose concerns reach us. */
create function providers_we_use() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 50 as $$
declare who onroll.me := onroll.me();
begin
  if who.role in ('coordinator', 'school-referrer', 'school-dsl') then
    return query select distinct p.provider_id from onroll.placement p
      where p.run_by_id = who.organisation_id and p.status in ('offered', 'accepted', 'live') and p.provider_id is not null;
  elsif who.role in ('virtual-school', 'quality-assurance') then
    return query select o.organisation_id from onroll.provider o;
  end if;
end $$;
/* Providers that the person asking works for under any hat: of those they read no concern and decide nothing (NO_CONFLICT). */
create function providers_i_work_for() returns setof uuid
language sql stable security definer set search_path = onroll, pg_temp rows 1 as $$
  select m.organisation_id from onroll.membership m join onroll.provider p on p.organisation_id = m.organisation_id
   where m.user_id = onroll.my_user() and (m.valid_to is null or m.valid_to >= onroll.today())
$$;
/* Who raised a concern: for the quality team, and for the organisation that it came from. No other commissioner is told. */
create function concern_sources() returns table (concern_id uuid, raised_by uuid, by_organisation uuid)
language sql stable security definer set search_path = onroll, pg_temp rows 200 as $$
  select c.id, c.raised_by, c.by_organisation from onroll.provider_concern c
   where (onroll.i_am('quality-assurance') or (c.by_organisation = onroll.my_organisation() and onroll.i_assure_quality()))
     and c.provider_id not in (select onroll.providers_i_work_for())
$$;
/* How many concerns are open about each provider: counts for those who weigh whether to use it, words for fewer. */
create function open_concerns() returns table (provider_id uuid, serious bigint, concerns bigint, notes bigint)
language sql stable security definer set search_path = onroll, pg_temp rows 200 as $$
  select c.provider_id, count(*) filter (where c.level = 'serious'), count(*) filter (where c.level = 'concern'),
      count(*) filter (where c.level = 'note')
    from onroll.provider_concern c
   where c.status <> 'closed' and (onroll.i_assure_quality() or onroll.i_am('support-worker', 'sena'))
     and c.provider_id not in (select onroll.providers_i_work_for())
   group by c.provider_id
$$;
/* Who uses which provider, and since when a child is there: one's own organisation, or, for who assures them all, every one. */
create function uses_of_providers() returns table (provider_id uuid, commissioner_id uuid, live_since date)
language plpgsql stable security definer set search_path = onroll, pg_temp rows 500 as $$
declare who onroll.me := onroll.me();
begin
  if not coalesce(who.role in ('coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance'), false) then return; end if;
  return query
    select p.provider_id, p.commissioner_id, min(p.started_on) filter (where p.status = 'live') from onroll.placement p
     where p.status in ('accepted', 'live') and p.provider_id is not null
       and (who.role in ('virtual-school', 'quality-assurance') or p.commissioner_id = who.organisation_id)
     group by p.provider_id, p.commissioner_id;
end $$;
/* When anybody last saw each document that stands, of every provider. */
create function documents_sampled() returns table (provider_id uuid, document text, last_on date)
language sql stable security definer set search_path = onroll, pg_temp rows 2000 as $$
  select e.provider_id, e.document, max(s.seen_on)
    from onroll.evidence_item e join onroll.evidence_sighting s on s.evidence_id = e.id and s.seen and s.withdrawn_at is null
   where e.superseded_at is null and onroll.i_assure_quality()
   group by e.provider_id, e.document
$$;
grant execute on function providers_we_use(), providers_i_work_for(), concern_sources(), open_concerns(), uses_of_providers(), documents_sampled()
  to onroll_app;
grant execute on function providers_i_work_for() to onroll_access;
grant select on provider_concern to onroll_access;
create policy provider_concern_read_for_access on provider_concern for select to onroll_access using (true);

create policy provider_concern_seen on provider_concern for select to onroll_app
  using ((provider_id in (select providers_we_use()) or (by_organisation = (select my_organisation()) and (select i_assure_quality())))
    and provider_id not in (select providers_i_work_for()));
create policy provider_concern_raised on provider_concern for insert to onroll_app
  with check (raised_by = (select my_user()) and by_organisation = (select my_organisation()) and status = 'open'
    and num_nonnulls(outcome, closed_by, closed_at) = 0 and (select i_assure_quality()) and provider_id not in (select providers_i_work_for()));
create policy provider_concern_looked_into on provider_concern for update to onroll_app
  using ((select i_am('quality-assurance')) and provider_id not in (select providers_i_work_for()))
  with check (closed_by is null or closed_by = (select my_user()));
create policy concern_note_seen on concern_note for select to onroll_app
  using ((select i_am('quality-assurance')) and concern_id in (select c.id from provider_concern c));
create policy concern_note_written on concern_note for insert to onroll_app
  with check ((select i_am('quality-assurance')) and by_user = (select my_user()) and concern_id in (select c.id from provider_concern c));
create policy provider_approval_seen on provider_approval for select to onroll_app
  using ((select i_assure_quality()) or (select i_am('support-worker', 'sena'))
    or (provider_id = (select my_organisation()) and (select i_am('provider-manager', 'provider-dsl'))));
-- Matrix, row 19: what the rules find about a provider may be let stand by the quality team, not by who works there (k12).
create policy finding_of_provider_accepted on finding for update to onroll_app
  using ((select i_am('quality-assurance')) and provider_id is not null and child_id is null
    and provider_id not in (select providers_i_work_for()))
  with check (true);
create policy provider_approval_decided on provider_approval for insert to onroll_app
  with check ((select i_am('quality-assurance')) and by_user = (select my_user()) and by_organisation = (select my_organisation())
    and provider_id not in (select providers_i_work_for()));

-- Photographs of a visit: with the visit.
create policy file_of_visit_seen on file for select to onroll_app
  using (visit_id in (select v.id from visit v) and (state in ('clean', 'not scanned') or by_organisation = (select my_organisation())));
create policy file_of_visit_added on file for insert to onroll_app
  with check (referral_id is null and evidence_id is null and by_organisation = (select my_organisation()) and uploaded_by = (select my_user())
    and visit_id in (select v.id from visit v where v.status = 'draft' and v.commissioner_id = (select my_organisation())));
create policy file_of_visit_removed on file for update to onroll_app
  using (by_organisation = (select my_organisation())
    and visit_id in (select v.id from visit v where v.status = 'draft' and v.commissioner_id = (select my_organisation())));

grant update (site_id, planned_on, visited_on, visitors, purpose, status, pupils_spoken_to, insurance_checked, annual_assessment, summary, submitted_by,
  submitted_at, moderated_by, moderated_at, sent_back_at, published_at, published_by, cancelled_because, insurance_note) on visit to onroll_app;
grant update (note, removed_at) on visit_item to onroll_app;
grant update (note, removed_at) on visit_interview to onroll_app;
grant update (grade, judgement, by_user, at) on visit_judgement to onroll_app;
grant update (done_on, done_note, done_by, accepted_on, accepted_by, due_on) on visit_action to onroll_app;
grant update (status, outcome, closed_by, closed_at) on provider_concern to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function providers_we_use() owner to onroll_access;
alter function providers_i_work_for() owner to onroll_access;
alter function concern_sources() owner to onroll_access;
alter function open_concerns() owner to onroll_access;
alter function uses_of_providers() owner to onroll_access;
alter function documents_sampled() owner to onroll_access;
