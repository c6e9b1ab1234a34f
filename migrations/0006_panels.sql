-- The panel: meetings, proof that every member school was invited, agenda, pack, decision, notices, on roll.
-- Co-ordinators' FAQ question 3: a decision taken without all schools having had the chance to contribute is not
-- enforceable, so the proof (sent, opened, answered) is kept as rows that are never rewritten.

create sequence meeting_reference start 101;
create sequence decision_reference start 501;

create table panel_cycle (
  id              uuid primary key,
  partnership_id  uuid not null references organisation,
  name            text not null,
  weekday         integer not null check (weekday between 1 and 5),
  every_weeks     integer not null check (every_weeks between 1 and 12),
  starts_at       time not null,
  minutes         integer not null check (minutes between 15 and 480),
  place           text not null,
  first_on        date not null,
  last_on         date not null,
  papers_days_before integer not null default 7,
  ended_at        timestamptz,
  version         integer not null default 1
);
create index on panel_cycle (partnership_id);

create table meeting (
  id               uuid primary key,
  reference        integer not null default nextval('meeting_reference') unique,
  partnership_id   uuid not null references organisation,
  cycle_id         uuid references panel_cycle,
  kind             text not null default 'panel' check (kind in ('panel', 'emergency')),
  status           text not null default 'planned' check (status in ('planned', 'invited', 'open', 'held', 'minuted', 'cancelled')),
  starts_at        timestamptz not null,
  ends_at          timestamptz not null check (ends_at > starts_at),
  place            text not null,
  papers_by        date,
  chair_name       text,
  cancelled_because text,
  opened_at        timestamptz,
  held_at          timestamptz,
  minutes          text,
  minutes_agreed_at timestamptz,
  minutes_agreed_by uuid references user_account,
  window_opens_at  timestamptz,
  window_closes_at timestamptz,
  ics_sequence     integer not null default 0,
  made_by          uuid references user_account,
  made_at          timestamptz not null default now(),
  version          integer not null default 1
);
create index on meeting (partnership_id, starts_at);

-- One row for each school invited; sent_at is set by the transaction that queued the message, and never changes.
create table invitation (
  id            uuid primary key,
  meeting_id    uuid not null references meeting,
  school_id     uuid not null references organisation,
  message_id    uuid references message,
  sent_at       timestamptz not null default now(),
  sent_by       uuid references user_account,
  opened_at     timestamptz,
  opened_by     uuid references user_account,
  answer        text check (answer in ('attending', 'deputy', 'apologies')),
  attendee_name text,
  answered_at   timestamptz,
  answered_by   uuid references user_account,
  withdrawn_at  timestamptz,
  unique (meeting_id, school_id)
);
create index on invitation (school_id);

create table meeting_attendance (
  id           uuid primary key,
  meeting_id   uuid not null references meeting,
  school_id    uuid references organisation,
  user_id      uuid references user_account,
  name         text not null,
  attended     text not null check (attended in ('attended', 'apologies', 'absent')),
  recorded_by  uuid references user_account,
  recorded_at  timestamptz not null default now(),
  unique (meeting_id, school_id)
);

create table agenda_item (
  id           uuid primary key,
  meeting_id   uuid not null references meeting,
  referral_id  uuid not null references referral,
  position     integer not null,
  status       text not null default 'listed' check (status in ('listed', 'decided', 'deferred', 'withdrawn')),
  presenter    text,
  summary      text,
  needs_sentence text,
  withdrawn_because text,
  listed_by    uuid references user_account,
  listed_at    timestamptz not null default now(),
  discussion   text,
  version      integer not null default 1
);
create index on agenda_item (meeting_id, position);
create index on agenda_item (referral_id);
create unique index agenda_item_once on agenda_item (meeting_id, referral_id) where status <> 'withdrawn';

-- What invited members read: a snapshot of chosen fields, never the live record. Only the newest pack is readable.
create table pack (
  id             uuid primary key,
  meeting_id     uuid not null references meeting,
  number         integer not null,
  released_at    timestamptz not null default now(),
  released_by    uuid references user_account,
  superseded_at  timestamptz,
  recalled_at    timestamptz,
  unique (meeting_id, number)
);
create table pack_item (
  id              uuid primary key,
  pack_id         uuid not null references pack,
  agenda_item_id  uuid not null references agenda_item,
  content         jsonb not null,
  hash            text not null,
  unique (pack_id, agenda_item_id)
);
create table pack_reading (
  id        uuid primary key,
  pack_id   uuid not null references pack,
  user_id   uuid not null references user_account,
  first_read_at timestamptz not null default now(),
  unique (pack_id, user_id)
);

create table interest (
  id              uuid primary key,
  agenda_item_id  uuid not null references agenda_item,
  user_id         uuid references user_account,
  school_id       uuid references organisation,
  source          text not null check (source in ('declared', 'detected')),
  kind            text not null,
  note            text,
  recused         boolean not null default true,
  recorded_by     uuid references user_account,
  recorded_at     timestamptz not null default now(),
  ended_at        timestamptz
);
create index on interest (agenda_item_id);

create table decision (
  id              uuid primary key,
  reference       integer not null default nextval('decision_reference') unique,
  referral_id     uuid not null references referral,
  agenda_item_id  uuid references agenda_item,
  meeting_id      uuid references meeting,
  code            text not null,
  status          text not null default 'recorded' check (status in ('recorded', 'issued', 'superseded')),
  school_id       uuid references organisation,
  tier            integer check (tier between 1 and 4),
  provision       text,
  reasons         text not null check (length(btrim(reasons)) > 0),
  options_considered text,
  dissent         text,
  conditions      text,
  start_on        date,
  review_on       date,
  end_on          date,
  refer_to        text,
  emergency       boolean not null default false,
  emergency_reason text,
  ratified_at     timestamptz,
  ratified_in_id  uuid references meeting,
  ratified_by     uuid references user_account,
  decided_at      timestamptz not null default now(),
  recorded_by     uuid references user_account,
  issued_at       timestamptz,
  issued_by       uuid references user_account,
  supersedes_id   uuid references decision,
  version         integer not null default 1
);
create index on decision (referral_id);
create index on decision (meeting_id);
create unique index decision_once on decision (agenda_item_id) where status <> 'superseded' and agenda_item_id is not null;

create table decision_action (
  id           uuid primary key,
  decision_id  uuid references decision,
  meeting_id   uuid references meeting,
  referral_id  uuid references referral,
  what         text not null,
  owner_organisation_id uuid references organisation,
  owner_user_id uuid references user_account,
  due_on       date not null,
  done_at      timestamptz,
  done_by      uuid references user_account,
  done_note    text,
  made_by      uuid references user_account,
  made_at      timestamptz not null default now(),
  version      integer not null default 1
);
create index on decision_action (owner_organisation_id) where done_at is null;
create index on decision_action (referral_id);

create table notice_template (
  id         uuid primary key,
  kind       text not null,
  subject    text not null,
  body       text not null,
  number     integer not null default 1,
  from_at    timestamptz not null default now(),
  changed_by uuid references user_account,
  unique (kind, number)
);

-- The text that was told, to whom, when; mail only says that it is there.
create table notice (
  id                  uuid primary key,
  decision_id         uuid references decision,
  referral_id         uuid not null references referral,
  kind                text not null,
  to_organisation_id  uuid not null references organisation,
  subject             text not null,
  body                text not null,
  template_id         uuid references notice_template,
  message_id          uuid references message,
  sent_by             uuid references user_account,
  sent_at             timestamptz not null default now(),
  read_at             timestamptz,
  read_by             uuid references user_account
);
create index on notice (to_organisation_id, sent_at);
create index on notice (referral_id);
create unique index notice_once on notice (decision_id, kind, to_organisation_id) where decision_id is not null;

-- The co-ordinator owns the child until the school and Admissions both confirm the roll date.
create table on_roll_check (
  id                    uuid primary key,
  decision_id           uuid not null unique references decision,
  referral_id           uuid not null references referral,
  school_id             uuid not null references organisation,
  decided_on            date not null,
  due_on                date not null,
  prompt_on             date not null,
  prompted_at           timestamptz,
  school_roll_date      date,
  school_confirmed_at   timestamptz,
  school_confirmed_by   uuid references user_account,
  admissions_roll_date  date,
  admissions_confirmed_at timestamptz,
  admissions_confirmed_by uuid references user_account,
  school_problem        text,
  -- The school says why it would not take the child. It stops nothing (School Admissions Code 3.17; rule FA-10).
  school_objects        text check (school_objects in ('full', 'other')),
  escalated_at          timestamptz,
  escalated_by          uuid references user_account,
  keep_informed         boolean not null default false,
  admissions_action     text,
  admissions_action_at  timestamptz,
  next_chase_on         date,
  closed_at             timestamptz,
  version               integer not null default 1
);
create index on on_roll_check (school_id) where closed_at is null;

-- Calendar feeds carry a secret of their own that can be withdrawn, and never a name.
create table calendar_feed (
  id             uuid primary key,
  user_id        uuid not null references user_account,
  membership_id  uuid not null references membership,
  token_hash     bytea not null unique,
  made_at        timestamptz not null default now(),
  revoked_at     timestamptz
);

-- Import of a school's spreadsheet: staged, judged, then written whole or not at all; undo puts back what was.
create table import_batch (
  id             uuid primary key,
  kind           text not null check (kind in ('children', 'referrals')),
  organisation_id uuid not null references organisation,
  status         text not null default 'uploaded' check (status in ('uploaded', 'matched', 'checking', 'checked', 'importing', 'imported', 'failed', 'undone', 'discarded')),
  file_name      text not null,
  headers        text[] not null,
  matching       jsonb not null default '{}',
  row_count      integer not null,
  rows_done      integer not null default 0,
  problem_count  integer,
  problem        text,
  made_by        uuid not null references user_account,
  made_at        timestamptz not null default now(),
  imported_at    timestamptz,
  undone_at      timestamptz,
  undone_by      uuid references user_account,
  version        integer not null default 1
);
create table import_row (
  id         uuid primary key,
  batch_id   uuid not null references import_batch on delete cascade,
  number     integer not null,
  cells      jsonb not null,
  problems   jsonb not null default '[]',
  warnings   jsonb not null default '[]',
  action     text check (action in ('add', 'change', 'nothing')),
  child_id   uuid,
  written    jsonb not null default '[]',
  unique (batch_id, number)
);

do $$ declare t text; begin
  foreach t in array array['panel_cycle', 'meeting', 'invitation', 'meeting_attendance', 'agenda_item', 'pack', 'pack_item', 'pack_reading',
    'interest', 'decision', 'decision_action', 'notice_template', 'notice', 'on_roll_check', 'calendar_feed', 'import_batch', 'import_row'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to onroll_app', t);
    if t not like 'import%' then
      execute format('grant select on %I to onroll_worker', t);
      execute format('create policy %I on %I for select to onroll_worker using (true)', t || '_read_by_worker', t);
    end if;
  end loop;
  foreach t in array array['meeting', 'invitation', 'agenda_item', 'pack', 'interest', 'decision', 'on_roll_check', 'notice', 'calendar_feed'] loop
    execute format('grant select on %I to onroll_access', t);
    execute format('create policy %I on %I for select to onroll_access using (true)', t || '_read_for_access', t);
  end loop;
  foreach t in array array['panel_cycle', 'meeting', 'agenda_item', 'decision', 'decision_action', 'on_roll_check', 'import_batch'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;
create trigger meeting_follows_its_lifecycle before update of status on meeting for each row execute function check_transition('meeting');
create trigger decision_follows_its_lifecycle before update of status on decision for each row execute function check_transition('decision');
grant usage on sequence meeting_reference, decision_reference to onroll_app;
