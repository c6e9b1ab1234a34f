-- Schools, partnerships and their dated memberships, providers (name and contacts), and calendars.
-- All of this is public or ordinary business information (S0): everyone signed in reads it.

create table school (
  organisation_id       uuid primary key references organisation,
  urn                   text not null unique check (urn ~ '^[0-9]{6}$'),
  authority_number      text,
  establishment_number  text,
  ukprn                 text,
  type_code             text,
  type_name             text,
  maintained            boolean,
  phase                 text,
  statutory_low_age     integer,
  statutory_high_age    integer,
  trust_name            text,
  website               text,
  weekly_minutes        integer check (weekly_minutes between 0 and 3000),
  capacity              integer,
  opened_on             date,
  gias_changed_at       timestamptz
);

create table partnership (
  organisation_id  uuid primary key references organisation,
  area             text,
  fund_holder_id   uuid references organisation,
  response_days    integer not null default 5 check (response_days between 1 and 60)
);

-- Which school belongs to which partnership, and since when. left_on is the last day that counts.
create table partnership_member (
  id              uuid primary key,
  partnership_id  uuid not null references organisation,
  school_id       uuid not null references organisation,
  joined_on       date not null,
  left_on         date check (left_on >= joined_on),
  how_left        text check (how_left in ('withdrew', 'revoked', 'closed', 'moved')),
  reason          text,
  decided_by      text,
  recorded_by     uuid references user_account,
  recorded_at     timestamptz not null default now(),
  version         integer not null default 1,
  check ((left_on is null) = (how_left is null))
);
create index on partnership_member (school_id, joined_on);
create index on partnership_member (partnership_id);
create unique index partnership_member_now on partnership_member (school_id) where left_on is null;

create table provider (
  organisation_id  uuid primary key references organisation,
  contact_name     text,
  contact_email    text,
  contact_phone    text,
  website          text,
  dfe_urn          text
);

create table term (
  id          uuid primary key,
  school_id   uuid references organisation,
  name        text not null,
  starts_on   date not null,
  ends_on     date not null check (ends_on >= starts_on),
  version     integer not null default 1
);
create index on term (school_id, starts_on);

-- A day in term on which a school does not meet: INSET, closure. Without a school it holds for the authority.
create table closure (
  id         uuid primary key,
  school_id  uuid references organisation,
  "on"       date not null,
  reason     text not null
);
create unique index closure_once on closure (school_id, "on");

create table bank_holiday (
  "on"   date primary key,
  title  text not null
);

-- Which authority (and partnership area) an address lies in. Indicative: a person may correct it with a reason.
create table postcode_authority (
  postcode        text primary key,
  authority       text not null,
  partnership_id  uuid references organisation
);

create table gias_import (
  id          uuid primary key,
  file_name   text not null,
  made_by     uuid not null references user_account,
  made_at     timestamptz not null default now(),
  added       integer not null,
  changed     integer not null,
  closed      integer not null,
  changes     jsonb not null
);

do $$ declare t text; begin
  foreach t in array array['school', 'partnership', 'partnership_member', 'provider', 'term', 'closure', 'bank_holiday',
    'postcode_authority', 'gias_import'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to onroll_app using ((select my_user()) is not null)', t || '_seen_by_everyone_signed_in', t);
    execute format('create policy %I on %I for select to onroll_worker, onroll_access using (true)', t || '_read_by_worker', t);
    execute format('grant select on %I to onroll_app, onroll_worker, onroll_access', t);
  end loop;
end $$;

/* May the person asking run the authority's own lists (schools, partnerships, calendars)? */
create function i_run_the_authority() returns boolean language sql stable set search_path = onroll, pg_temp as
$$ select coalesce((me.administrator and me.organisation_kind in ('authority', 'team')) or me.role = 'data-steward', false)
   from onroll.me() me $$;
grant execute on function i_run_the_authority() to onroll_app;

do $$ declare t text; begin
  foreach t in array array['school', 'partnership', 'partnership_member', 'provider', 'bank_holiday', 'postcode_authority', 'gias_import'] loop
    execute format('create policy %I on %I for insert to onroll_app with check ((select i_run_the_authority()))', t || '_added_by_the_authority', t);
    execute format('grant insert on %I to onroll_app', t);
  end loop;
  foreach t in array array['school', 'partnership', 'partnership_member', 'provider', 'bank_holiday', 'postcode_authority'] loop
    execute format('create policy %I on %I for update to onroll_app using ((select i_run_the_authority())) with check (true)', t || '_changed_by_the_authority', t);
  end loop;
end $$;
create policy organisation_added_by_the_authority on organisation for insert to onroll_app with check ((select i_run_the_authority()));
create policy organisation_changed_by_the_authority on organisation for update to onroll_app using ((select i_run_the_authority())) with check (true);
create policy partnership_changed_by_its_coordinator on partnership for update to onroll_app
  using (organisation_id = (select my_organisation()) and (select i_am('coordinator'))) with check (organisation_id = (select my_organisation()));
create policy provider_added_by_coordinators on provider for insert to onroll_app
  with check ((select i_am('coordinator', 'quality-assurance')));
create policy organisation_provider_added_by_coordinators on organisation for insert to onroll_app
  with check (kind = 'provider' and (select i_am('coordinator', 'quality-assurance')));
create policy provider_changed_by_itself on provider for update to onroll_app
  using (organisation_id = (select my_organisation()) and (select i_am('provider-manager')))
  with check (organisation_id = (select my_organisation()));

create policy term_kept_by_the_authority on term for all to onroll_app
  using ((select i_run_the_authority())) with check ((select i_run_the_authority()));
create policy term_kept_by_its_school on term for all to onroll_app
  using (school_id = (select my_organisation()) and (select i_administer()))
  with check (school_id = (select my_organisation()) and (select i_administer()));
create policy closure_kept_by_the_authority on closure for all to onroll_app
  using ((select i_run_the_authority())) with check ((select i_run_the_authority()));
create policy closure_kept_by_its_school on closure for all to onroll_app
  using (school_id = (select my_organisation()) and (select i_administer()))
  with check (school_id = (select my_organisation()) and (select i_administer()));
grant insert, delete on term, closure to onroll_app;
grant update (name, starts_on, ends_on) on term to onroll_app;
grant update (reason) on closure to onroll_app;
grant delete on bank_holiday, postcode_authority to onroll_app;
create policy bank_holiday_removed_by_the_authority on bank_holiday for delete to onroll_app using ((select i_run_the_authority()));
create policy postcode_removed_by_the_authority on postcode_authority for delete to onroll_app using ((select i_run_the_authority()));
grant update (urn, authority_number, establishment_number, ukprn, type_code, type_name, maintained, phase, statutory_low_age,
  statutory_high_age, trust_name, website, weekly_minutes, capacity, opened_on, gias_changed_at) on school to onroll_app;
grant update (area, fund_holder_id, response_days) on partnership to onroll_app;
grant update (left_on, how_left, reason, decided_by) on partnership_member to onroll_app;
grant update (contact_name, contact_email, contact_phone, website, dfe_urn) on provider to onroll_app;
grant update (title) on bank_holiday to onroll_app;
grant update (authority, partnership_id) on postcode_authority to onroll_app;
create trigger partnership_member_version before update on partnership_member for each row execute function bump_version();
create trigger term_version before update on term for each row execute function bump_version();

/* The partnership a school belongs to on a day; after it left, the last one it belonged to (its excluded
   children are still served: partnership agreement, Co-ordinators' FAQ question 4, point 2). */
create function partnership_of(school uuid, day date, including_past boolean default false) returns uuid
language sql stable set search_path = onroll, pg_temp as $$
  select partnership_id from onroll.partnership_member
   where school_id = school and joined_on <= day and (including_past or left_on is null or left_on >= day)
   order by joined_on desc limit 1
$$;
grant execute on function partnership_of(uuid, date, boolean) to onroll_app, onroll_worker, onroll_access;
