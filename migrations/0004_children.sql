-- Children: identity, roll, home, contacts, and dated statuses. Statuses are rows with dates, never flags.
-- Levels (docs/security): child S1; enrolment, admission S2; special educational needs, care, contacts, address S3;
-- protected_location S5, apart from everything else from the first day on.

create sequence child_reference start 1001;

create table child (
  id                  uuid primary key,
  reference           integer not null default nextval('child_reference'),
  upn                 text check (upn ~ '^[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]$'),
  former_upns         text[] not null default '{}',
  uln                 text,
  forename            text not null,
  surname             text not null,
  preferred_forename  text,
  preferred_surname   text,
  search_name         text not null,
  sound_keys          text[] not null default '{}',
  birth_date          date not null,
  sex                 text check (sex in ('F', 'M', 'U')),
  ethnicity           text,
  first_language      text,
  interpreter_needed  boolean,
  free_school_meals   boolean,
  young_carer         boolean,
  created_by_organisation_id uuid not null references organisation,
  created_by          uuid references user_account,
  created_at          timestamptz not null default now(),
  merged_into_id      uuid references child,
  merged_at           timestamptz,
  version             integer not null default 1
);
comment on table child is 'Identity of a child (S1). Public task, UK GDPR art. 6(1)(e); kept to the 25th birthday, 31st with an EHCP.';
create index on child (upn);
create index on child (birth_date);
create index on child (created_by_organisation_id);
-- Names are looked for among the children whom somebody may see, thousands at most: an index of all names would be
-- slower to keep than that is to read.
create index on child (id) where former_upns <> '{}';
create unique index child_reference_once on child (reference);

create table enrolment (
  id           uuid primary key,
  child_id     uuid not null references child,
  school_id    uuid not null references organisation,
  kind         text not null check (kind in ('current', 'main', 'subsidiary')),
  from_on      date not null,
  to_on        date check (to_on >= from_on),
  year_group   integer check (year_group between -1 and 14),
  ended_because text,
  source       text not null default 'school',
  recorded_by  uuid references user_account,
  recorded_at  timestamptz not null default now(),
  version      integer not null default 1
);
create index on enrolment (child_id, from_on);
create index on enrolment (school_id, to_on);

create table child_address (
  id                   uuid primary key,
  child_id             uuid not null references child,
  street               text,
  town                 text,
  postcode             text,
  home_authority       text,
  home_area_id         uuid references organisation,
  authority_source     text not null default 'not known' check (authority_source in ('postcode', 'corrected', 'stated', 'not known')),
  correction_reason    text,
  from_on              date not null,
  to_on                date,
  recorded_by          uuid references user_account,
  recorded_at          timestamptz not null default now(),
  version              integer not null default 1
);
create index on child_address (child_id, from_on);

create table contact (
  id                       uuid primary key,
  child_id                 uuid not null references child,
  name                     text not null,
  relationship             text not null,
  parental_responsibility  boolean,
  lives_with_child         boolean,
  telephone                text,
  email                    text,
  no_contact               boolean not null default false,
  no_contact_reason        text,
  language                 text,
  priority                 integer not null default 1,
  ended_on                 date,
  recorded_by              uuid references user_account,
  recorded_at              timestamptz not null default now(),
  version                  integer not null default 1
);
create index on contact (child_id);

create table special_needs (
  id                    uuid primary key,
  child_id              uuid not null references child,
  status                text not null,
  maintaining_authority text,
  primary_need          text,
  secondary_need        text,
  from_on               date not null,
  to_on                 date,
  source                text not null,
  recorded_by           uuid references user_account,
  recorded_at           timestamptz not null default now(),
  version               integer not null default 1,
  check (status in ('none', 'sen-support', 'ehcp') or status ~ '^[a-z-]+$')
);
create index on special_needs (child_id, from_on);
comment on table special_needs is 'Special educational needs (S3). The status is an open word: none, sen-support, ehcp today.';

create table top_up (
  id            uuid primary key,
  child_id      uuid not null references child,
  school_year   text not null check (school_year ~ '^[0-9]{4}-[0-9]{2}$'),
  amount_pence  bigint not null check (amount_pence >= 0),
  from_on       date not null,
  to_on         date not null,
  granted_by    text,
  recorded_by   uuid references user_account,
  recorded_at   timestamptz not null default now(),
  version       integer not null default 1
);
create index on top_up (child_id);

create table care_status (
  id                     uuid primary key,
  child_id               uuid not null references child,
  status                 text not null check (status in ('never-looked-after', 'looked-after', 'previously-looked-after')),
  authority              text,
  from_on                date not null,
  to_on                  date,
  social_worker          text,
  virtual_school_contact text,
  placed_in_authority    text,
  source                 text not null,
  recorded_by            uuid references user_account,
  recorded_at            timestamptz not null default now(),
  version                integer not null default 1
);
create index on care_status (child_id, from_on);
create index on care_status (authority) where status <> 'never-looked-after';

-- Other agencies, social care status, youth justice (S3).
create table agency_involvement (
  id           uuid primary key,
  child_id     uuid not null references child,
  agency       text not null,
  status       text not null check (status in ('open', 'closed', 'referred', 'waiting')),
  worker       text,
  worker_contact text,
  from_on      date,
  to_on        date,
  recorded_by  uuid references user_account,
  recorded_at  timestamptz not null default now(),
  version      integer not null default 1
);
create index on agency_involvement (child_id);

create table admission (
  id            uuid primary key,
  child_id      uuid not null references child,
  school_id     uuid not null references organisation,
  applied_on    date not null,
  outcome       text check (outcome in ('offered', 'refused', 'withdrawn')),
  outcome_on    date,
  completed_on  date,
  recorded_by   uuid references user_account,
  recorded_at   timestamptz not null default now(),
  version       integer not null default 1
);
create index on admission (child_id);

create table exclusion (
  id             uuid primary key,
  child_id       uuid not null references child,
  school_id      uuid not null references organisation,
  kind           text not null check (kind in ('suspension', 'permanent')),
  from_on        date not null,
  to_on          date,
  sessions       integer,
  reasons        text[] not null default '{}',
  reinstated_on  date,
  recorded_by    uuid references user_account,
  recorded_at    timestamptz not null default now(),
  version        integer not null default 1
);
create index on exclusion (child_id, from_on);

-- S5: where a child must not be found. Encrypted by the application; tokens are a blind index for the output guard.
-- 'earlier' rows are the ordinary addresses that stood on record before, sealed with it; they guard nothing.
create table protected_location (
  id            uuid primary key,
  child_id      uuid not null references child,
  kind          text not null check (kind in ('protected', 'earlier')),
  sealed        bytea not null,
  key_number    integer not null,
  tokens        bytea[] not null,
  holder_organisation_id uuid not null references organisation,
  from_on       date not null,
  ended_on      date,
  recorded_by   uuid not null references user_account,
  confirmed_by  uuid references user_account check (confirmed_by <> recorded_by),
  replaces_id   uuid references protected_location,
  -- The child may have moved on (ended_on) while the place stays secret; only lifting ends the guard.
  lifted_on     date,
  ending_proposed_by uuid references user_account,
  ending_proposed_at timestamptz,
  ending_reason text,
  recorded_at   timestamptz not null default now(),
  version       integer not null default 1
);
create index on protected_location (child_id);
create index protected_location_tokens on protected_location using gin (tokens) where lifted_on is null;
-- What those who may contact the family are told instead: whom to go through.
create table protected_notice (
  child_id                uuid primary key references child,
  holder_organisation_id  uuid not null references organisation,
  since                   date not null
);

create table possible_duplicate (
  id             uuid primary key,
  child_id       uuid not null references child,
  other_child_id uuid not null references child,
  because        text not null,
  noticed_at     timestamptz not null default now(),
  resolved_at    timestamptz,
  resolved_by    uuid references user_account,
  outcome        text,
  unique (child_id, other_child_id)
);

do $$ declare t text; begin
  foreach t in array array['child', 'enrolment', 'child_address', 'contact', 'special_needs', 'top_up', 'care_status',
    'agency_involvement', 'admission', 'exclusion', 'protected_location', 'protected_notice', 'possible_duplicate'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to onroll_app', t);
    if t not like 'protected%' then
      execute format('grant select on %I to onroll_worker', t);
      execute format('create policy %I on %I for select to onroll_worker using (true)', t || '_read_by_worker', t);
    end if;
  end loop;
  foreach t in array array['child', 'enrolment', 'special_needs', 'top_up', 'care_status', 'child_address', 'protected_notice'] loop
    execute format('grant select on %I to onroll_access', t);
    execute format('create policy %I on %I for select to onroll_access using (true)', t || '_read_for_access', t);
  end loop;
  foreach t in array array['child', 'enrolment', 'child_address', 'contact', 'special_needs', 'top_up', 'care_status',
    'agency_involvement', 'admission', 'exclusion', 'protected_location'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;
grant usage on sequence child_reference to onroll_app;
