-- From referral to accepted case. A draft belongs to its author's organisation; submitting freezes a version.
-- What we filter, route, count or decide on stands in columns; the sealed version stands beside the live data.

create sequence referral_reference start 1001;

create table referral (
  id                          uuid primary key,
  reference                   integer not null default nextval('referral_reference') unique,
  kind                        text not null check (kind in ('school', 'fair-access')),
  status                      text not null default 'draft' check (status in (
    'draft', 'submitted', 'accepted', 'listed', 'decided', 'closed', 'returned', 'referred on', 'withdrawn', 'discarded')),
  child_id                    uuid references child,
  referring_organisation_id   uuid not null references organisation,
  -- Gate answers, asked before anything else.
  gate_on_roll                text check (gate_on_roll in ('here', 'elsewhere', 'nowhere', 'excluded')),
  gate_special_needs          text check (gate_special_needs in ('none', 'sen-support', 'top-up', 'ehcp', 'not known')),
  gate_care                   text check (gate_care in ('no', 'own-authority', 'other-authority', 'previously', 'not known')),
  gate_admission_complete     text check (gate_admission_complete in ('yes', 'no', 'not applicable')),
  -- What is asked for.
  asked_for                   text,
  tier_asked_for              integer check (tier_asked_for between 1 and 4),
  reason                      text,
  strengths                   text,
  lead_professional           text,
  child_voice                 text,
  child_voice_how             text,
  parent_voice                text,
  parent_spoken_to            text,
  parent_spoken_on            date,
  parent_agrees               text check (parent_agrees in ('agrees', 'does not agree', 'could not be reached')),
  medical                     text,
  transport                   text,
  attainment                  text,
  peers_to_avoid              text,
  no_suspensions              boolean,
  no_risks                    boolean,
  no_agencies                 boolean,
  sections_done               text[] not null default '{}',
  -- Route, worked out on submission and again whenever a fact changes.
  responsible_partnership_id  uuid references organisation,
  route                       text check (route in (
    'ordinary', 'fair-access', 'looked-after-own', 'looked-after-other', 'annual-review', 'top-up', 'other-authority', 'return-to-admissions')),
  route_reason                text,
  waiting_for                 text check (waiting_for in ('us', 'school', 'admissions', 'panel', 'virtual-school', 'sena', 'others')),
  waiting_since               timestamptz,
  -- People and moments.
  started_by                  uuid references user_account,
  started_at                  timestamptz not null default now(),
  submitted_by                uuid references user_account,
  submitted_at                timestamptz,
  first_looked_at             timestamptz,
  first_looked_by             uuid references user_account,
  first_response_at           timestamptz,
  assigned_to                 uuid references user_account,
  accepted_at                 timestamptz,
  ended_at                    timestamptz,
  ended_because               text,
  referred_on_to              text,
  version                     integer not null default 1,
  check (status in ('draft', 'discarded') or (child_id is not null and submitted_at is not null))
);
create index on referral (responsible_partnership_id, status, submitted_at);
create index on referral (referring_organisation_id, status);
create index on referral (child_id);
create index on referral (assigned_to);

create table fair_access_case (
  referral_id            uuid primary key references referral,
  category               text,
  category_version       text not null default '2021',
  evidence               text,
  in_year_measures_tried boolean,
  in_year_measures       text,
  received_on            date,
  criteria               text not null default 'to check' check (criteria in ('to check', 'met', 'not met', 'in doubt')),
  criteria_reason        text,
  criteria_by            uuid references user_account,
  criteria_at            timestamptz,
  doubt_question         text,
  doubt_sent_at          timestamptz,
  doubt_answer           text,
  doubt_answered_by      uuid references user_account,
  doubt_answered_at      timestamptz,
  accepted_on            date,
  preferred_schools      text,
  version                integer not null default 1
);

-- What the school has tried, by row.
create table response_step (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  what         text not null,
  from_on      date,
  to_on        date,
  impact       text,
  position     integer not null default 0
);
create index on response_step (referral_id);

create table attendance_summary (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  school_year  text not null,
  possible_sessions integer not null check (possible_sessions >= 0),
  attended_sessions integer not null check (attended_sessions between 0 and possible_sessions),
  unauthorised_sessions integer check (unauthorised_sessions >= 0),
  unique (referral_id, school_year)
);

create table risk (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  hazard       text not null,
  who          text not null,
  likelihood   integer not null check (likelihood between 1 and 5),
  severity     integer not null check (severity between 1 and 5),
  controls     text not null,
  review_on    date
);
create index on risk (referral_id);

create table referral_version (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  number       integer not null,
  content      jsonb not null,
  hash         text not null,
  because      text not null,
  made_by      uuid references user_account,
  made_at      timestamptz not null default now(),
  unique (referral_id, number)
);

-- Everything that happened to the case, as people read it; the timeline is drawn from here.
create table case_event (
  id               uuid primary key,
  referral_id      uuid not null references referral,
  kind             text not null,
  at               timestamptz not null default now(),
  by_user          uuid references user_account,
  by_organisation  uuid references organisation,
  detail           jsonb not null default '{}'
);
create index on case_event (referral_id, at);

create table information_request (
  id            uuid primary key,
  referral_id   uuid not null references referral,
  section       text,
  question      text not null,
  asked_of_organisation_id uuid not null references organisation,
  asked_by      uuid references user_account,
  asked_at      timestamptz not null default now(),
  due_on        date,
  answer        text,
  answered_by   uuid references user_account,
  answered_at   timestamptz,
  cancelled_at  timestamptz,
  version       integer not null default 1
);
create index on information_request (referral_id);
create index on information_request (asked_of_organisation_id) where answered_at is null;

create table case_note (
  id                uuid primary key,
  referral_id       uuid not null references referral,
  body              text not null,
  shared_with_school boolean not null default false,
  written_by        uuid references user_account,
  by_organisation   uuid references organisation,
  written_at        timestamptz not null default now(),
  amends_id         uuid references case_note
);
create index on case_note (referral_id);

create table case_message (
  id               uuid primary key,
  referral_id      uuid not null references referral,
  from_organisation_id uuid not null references organisation,
  to_organisation_id   uuid not null references organisation,
  body             text not null,
  sent_by          uuid references user_account,
  sent_at          timestamptz not null default now(),
  read_at          timestamptz
);
create index on case_message (referral_id, sent_at);
create index on case_message (to_organisation_id) where read_at is null;

-- Two partnerships may disagree whose child it is, and propose to share the cost; the clock never stops for it.
create table responsibility_dispute (
  id                    uuid primary key,
  referral_id           uuid not null references referral,
  raised_by_id          uuid not null references organisation,
  with_id               uuid not null references organisation,
  reason                text not null,
  opened_on             date not null,
  proposed_share_percent integer check (proposed_share_percent between 0 and 100),
  proposal              text,
  status                text not null default 'open' check (status in ('open', 'agreed', 'not agreed', 'withdrawn')),
  outcome               text,
  agreed_by_raiser      uuid references user_account,
  agreed_by_other       uuid references user_account,
  moves_responsibility  boolean not null default false,
  ended_at              timestamptz,
  version               integer not null default 1
);
create index on responsibility_dispute (referral_id);
create index on responsibility_dispute (with_id);

create table responsibility_message (
  id          uuid primary key,
  dispute_id  uuid not null references responsibility_dispute,
  body        text not null,
  by_user     uuid references user_account,
  by_organisation uuid references organisation,
  at          timestamptz not null default now()
);
create index on responsibility_message (dispute_id);

-- Files: bytes are encrypted beside the database; here is what they are and whose.
create table file (
  id            uuid primary key,
  referral_id   uuid references referral,
  purpose       text not null,
  name          text not null check (length(name) between 1 and 255),
  media_type    text not null,
  size          bigint not null,
  sha256        text not null,
  key_number    integer not null default 1,
  state         text not null default 'received' check (state in ('received', 'scanning', 'clean', 'blocked', 'not scanned')),
  state_reason  text,
  uploaded_by   uuid references user_account,
  by_organisation uuid references organisation,
  uploaded_at   timestamptz not null default now(),
  removed_at    timestamptz,
  removed_by    uuid references user_account,
  removed_because text
);
create index on file (referral_id);

create table case_assignment (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  user_id      uuid not null references user_account,
  role         text not null check (role in ('owner', 'support')),
  from_on      date not null,
  to_on        date,
  given_by     uuid references user_account,
  given_at     timestamptz not null default now()
);
create index on case_assignment (user_id, to_on);
create index on case_assignment (referral_id);

-- Findings: stored with the facts' date, superseded and never edited.
create table finding (
  id             uuid primary key,
  rule           text not null,
  subject_type   text not null,
  subject_id     uuid not null,
  referral_id    uuid references referral,
  child_id       uuid references child,
  level          text not null check (level in ('info', 'warning', 'high', 'breach', 'critical')),
  basis          text not null,
  blocks         text[] not null default '{}',
  message        text not null,
  due            date,
  overdue_days   integer,
  "values"       jsonb not null default '{}',
  amounts        jsonb not null default '{}',
  fingerprint    text not null,
  since          timestamptz not null default now(),
  facts_date     date not null,
  superseded_at  timestamptz,
  accepted_by    uuid references user_account,
  accepted_at    timestamptz,
  accepted_reason text,
  accepted_name  text
);
create index on finding (referral_id) where superseded_at is null;
create index on finding (child_id) where superseded_at is null;
create index on finding (rule) where superseded_at is null;
create unique index finding_once on finding (subject_id, rule, fingerprint) where superseded_at is null;

do $$ declare t text; begin
  foreach t in array array['referral', 'fair_access_case', 'response_step', 'attendance_summary', 'risk', 'referral_version',
    'case_event', 'information_request', 'case_note', 'case_message', 'responsibility_dispute', 'responsibility_message', 'file', 'case_assignment', 'finding'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to onroll_app, onroll_worker', t);
    execute format('create policy %I on %I for select to onroll_worker using (true)', t || '_read_by_worker', t);
  end loop;
  foreach t in array array['referral', 'fair_access_case', 'case_assignment', 'responsibility_dispute', 'information_request'] loop
    execute format('grant select on %I to onroll_access', t);
    execute format('create policy %I on %I for select to onroll_access using (true)', t || '_read_for_access', t);
  end loop;
  foreach t in array array['referral', 'fair_access_case', 'information_request', 'responsibility_dispute'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;
create trigger referral_follows_its_lifecycle before update of status on referral for each row execute function check_transition('referral');
grant usage on sequence referral_reference to onroll_app;
