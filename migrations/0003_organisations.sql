-- Schools, partnerships and their dated memberships, providers (name and contacts), and calendars.
-- All of this is public or ordinary business information (S0): everyone signed in reads it.

create extension if not exists btree_gist with schema public;

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
  gender                text,
  locality              text,
  county                text,
  district              text,
  -- Numbers that the school had before it became an academy: the register gives it a new one, its people stay.
  previous_urns         text[] not null default '{}',
  -- The day of the register's file in which the school was last found, and when a file last changed it here.
  gias_file_on          date,
  gias_changed_at       timestamptz
);

create table partnership (
  organisation_id  uuid primary key references organisation,
  area             text,
  contact_name     text,
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
  check ((left_on is null) = (how_left is null)),
  -- A school is in one partnership at a time. The last day still counts, so the next may join on the day after.
  constraint partnership_member_one_at_a_time
    exclude using gist (school_id with =, daterange(joined_on, left_on, '[]') with &&)
);
create index on partnership_member (school_id, joined_on);
create index on partnership_member (partnership_id);

-- What was entered, ended, corrected or taken out, by whom and why. Only ever added to.
create table partnership_member_change (
  id              uuid primary key,
  member_id       uuid not null,
  partnership_id  uuid not null references organisation,
  school_id       uuid not null references organisation,
  what            text not null check (what in ('joined', 'left', 'corrected', 'removed')),
  before          jsonb,
  after           jsonb,
  decided_by      text,
  reason          text,
  changed_by      uuid not null references user_account,
  changed_at      timestamptz not null
);
create index on partnership_member_change (school_id);
create index on partnership_member_change (partnership_id);

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
create unique index term_once on term (school_id, starts_on) nulls not distinct;

-- A day in term on which a school does not meet: INSET, closure. Without a school it holds for the authority.
create table closure (
  id         uuid primary key,
  school_id  uuid references organisation,
  "on"       date not null,
  kind       text not null default 'closure' check (kind in ('inset', 'closure')),
  reason     text not null
);
create unique index closure_once on closure (school_id, "on") nulls not distinct;

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

-- A file of the national register: uploaded, looked at, then imported whole or not at all. Its changes stay as history.
create table gias_import (
  id           uuid primary key,
  file_name    text not null,
  file_on      date not null,
  file_hash    bytea not null,
  file_rows    integer not null,
  -- Columns that the file does not have, and values in it that could not be read.
  absent       text[] not null default '{}',
  doubts       integer not null default 0,
  problems     jsonb not null default '[]',
  state        text not null default 'uploaded' check (state in ('uploaded', 'imported', 'discarded')),
  uploaded_by  uuid not null references user_account,
  uploaded_at  timestamptz not null,
  made_by      uuid references user_account,
  made_at      timestamptz,
  authorities  text[],
  kinds        text[],
  added        integer,
  changed      integer,
  closed       integer,
  changes      jsonb,
  check ((state = 'imported') = (made_at is not null and made_by is not null and changes is not null))
);
create index on gias_import (uploaded_at);

-- The schools of an uploaded file, until it is imported or a day has gone by. Names of head teachers are left out.
create table gias_row (
  import_id         uuid not null references gias_import,
  urn               text not null,
  authority_number  text not null,
  school            jsonb not null,
  primary key (import_id, urn)
);
create index on gias_row (import_id, authority_number);

do $$ declare t text; begin
  foreach t in array array['school', 'partnership', 'partnership_member', 'partnership_member_change', 'provider', 'term',
    'closure', 'bank_holiday', 'postcode_authority', 'gias_import', 'gias_row'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to onroll_app', t);
  end loop;
  foreach t in array array['school', 'partnership', 'partnership_member', 'partnership_member_change', 'provider', 'term',
    'closure', 'bank_holiday', 'postcode_authority'] loop
    execute format('create policy %I on %I for select to onroll_app using ((select my_user()) is not null)', t || '_seen_by_everyone_signed_in', t);
    execute format('create policy %I on %I for select to onroll_worker, onroll_access using (true)', t || '_read_by_worker', t);
    execute format('grant select on %I to onroll_worker, onroll_access', t);
  end loop;
end $$;

/* May the person asking run the authority's own lists (schools, partnerships, calendars)? */
create function i_run_the_authority() returns boolean language sql stable set search_path = onroll, pg_temp as
$$ select coalesce((me.administrator or me.role = 'data-steward') and me.organisation_kind in ('authority', 'team'), false)
   from onroll.me() me $$;
grant execute on function i_run_the_authority() to onroll_app;

-- What kind of organisation stands behind a row is asked in each policy: a school's row for a partnership would make
-- it a member of nothing.
create policy organisation_added_by_the_authority on organisation for insert to onroll_app
  with check (kind <> 'authority' and (select i_run_the_authority()));
create policy organisation_changed_by_the_authority on organisation for update to onroll_app using ((select i_run_the_authority()));

create policy school_added_by_the_authority on school for insert to onroll_app
  with check ((select i_run_the_authority()) and organisation_id in (select id from organisation where kind = 'school'));
create policy school_changed_by_the_authority on school for update to onroll_app using ((select i_run_the_authority()));
-- The register says what a school is; how long its week is, only the school knows.
create policy school_changed_by_itself on school for update to onroll_app
  using (organisation_id = (select my_organisation()) and (select i_administer()));

create policy partnership_added_by_the_authority on partnership for insert to onroll_app
  with check ((select i_run_the_authority()) and organisation_id in (select id from organisation where kind = 'partnership'));
create policy partnership_changed_by_the_authority on partnership for update to onroll_app using ((select i_run_the_authority()));
create policy partnership_changed_by_its_coordinator on partnership for update to onroll_app
  using (organisation_id = (select my_organisation()) and ((select i_am('coordinator')) or (select i_administer())));

create policy partnership_member_added_by_the_authority on partnership_member for insert to onroll_app
  with check ((select i_run_the_authority()) and recorded_by = (select my_user())
    and partnership_id in (select id from organisation where kind = 'partnership')
    and school_id in (select id from organisation where kind = 'school'));
create policy partnership_member_changed_by_the_authority on partnership_member for update to onroll_app using ((select i_run_the_authority()));
create policy partnership_member_removed_by_the_authority on partnership_member for delete to onroll_app
  using ((select i_run_the_authority()));
create policy partnership_member_change_written_by_the_authority on partnership_member_change for insert to onroll_app
  with check ((select i_run_the_authority()) and changed_by = (select my_user())
    and partnership_id in (select id from organisation where kind = 'partnership')
    and school_id in (select id from organisation where kind = 'school'));

create policy provider_added on provider for insert to onroll_app
  with check (((select i_run_the_authority()) or (select i_am('coordinator', 'quality-assurance')))
    and organisation_id in (select id from organisation where kind = 'provider'));
create policy organisation_provider_added_by_coordinators on organisation for insert to onroll_app
  with check (kind = 'provider' and (select i_am('coordinator', 'quality-assurance')));
create policy provider_changed_by_the_authority on provider for update to onroll_app using ((select i_run_the_authority()));
create policy provider_changed_by_itself on provider for update to onroll_app
  using (organisation_id = (select my_organisation()) and ((select i_am('provider-manager')) or (select i_administer())));
-- Whoever entered a provider may mend what they wrote until somebody there signs in; from then on it is the provider's.
create policy provider_mended_before_it_has_people on provider for update to onroll_app
  using ((select i_am('coordinator', 'quality-assurance')) and organisation_id not in (select m.organisation_id from membership m));
create policy organisation_provider_mended_before_it_has_people on organisation for update to onroll_app
  using (kind = 'provider' and (select i_am('coordinator', 'quality-assurance')) and id not in (select m.organisation_id from membership m));

create policy term_kept_by_the_authority on term for all to onroll_app
  using ((select i_run_the_authority()))
  with check ((select i_run_the_authority()) and (school_id is null or school_id in (select s.organisation_id from school s)));
create policy term_kept_by_its_school on term for all to onroll_app
  using (school_id = (select my_organisation()) and (select i_administer()))
  with check (school_id = (select my_organisation()) and (select i_administer()) and (select (me()).organisation_kind) = 'school');
create policy closure_kept_by_the_authority on closure for all to onroll_app
  using ((select i_run_the_authority()))
  with check ((select i_run_the_authority()) and (school_id is null or school_id in (select s.organisation_id from school s)));
create policy closure_kept_by_its_school on closure for all to onroll_app
  using (school_id = (select my_organisation()) and (select i_administer()))
  with check (school_id = (select my_organisation()) and (select i_administer()) and (select (me()).organisation_kind) = 'school');

do $$ declare t text; begin
  foreach t in array array['bank_holiday', 'postcode_authority'] loop
    execute format('create policy %I on %I for all to onroll_app using ((select i_run_the_authority()))', t || '_kept_by_the_authority', t);
  end loop;
end $$;
create policy gias_import_seen_by_the_authority on gias_import for select to onroll_app using ((select i_run_the_authority()));
create policy gias_import_uploaded_by_the_authority on gias_import for insert to onroll_app
  with check ((select i_run_the_authority()) and uploaded_by = (select my_user()) and state = 'uploaded');
create policy gias_import_made_by_the_authority on gias_import for update to onroll_app
  using ((select i_run_the_authority()) and state = 'uploaded')
  with check (made_by is null or made_by = (select my_user()));
create policy gias_row_kept_by_the_authority on gias_row for all to onroll_app
  using ((select i_run_the_authority()))
  with check (import_id in (select i.id from gias_import i where i.state = 'uploaded'));
create policy setting_changed_by_the_authority on setting for all to onroll_app
  using (key in ('authority', 'postcodes') and (select i_run_the_authority()))
  with check (key in ('authority', 'postcodes') and (select i_run_the_authority()));

grant insert on school, partnership, partnership_member, partnership_member_change, provider, term, closure, bank_holiday,
  postcode_authority, gias_import, gias_row to onroll_app;
grant delete on partnership_member, term, closure, bank_holiday, postcode_authority, gias_row to onroll_app;
grant update (urn, authority_number, establishment_number, ukprn, type_code, type_name, maintained, phase, statutory_low_age,
  statutory_high_age, trust_name, website, weekly_minutes, capacity, opened_on, gender, locality, county, district,
  previous_urns, gias_file_on, gias_changed_at) on school to onroll_app;
grant update (area, contact_name, fund_holder_id, response_days) on partnership to onroll_app;
grant update (joined_on, left_on, how_left, reason, decided_by) on partnership_member to onroll_app;
grant update (contact_name, contact_email, contact_phone, website, dfe_urn) on provider to onroll_app;
grant update (name, starts_on, ends_on) on term to onroll_app;
grant update (reason, kind) on closure to onroll_app;
grant update (title) on bank_holiday to onroll_app;
grant update (authority, partnership_id) on postcode_authority to onroll_app;
grant update (state, made_by, made_at, authorities, kinds, added, changed, closed, changes) on gias_import to onroll_app;
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
