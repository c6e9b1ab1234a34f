-- The ground floor: who is asking, what they may see, and what we remember of it.
-- Every table has row-level security enabled and forced; a table without policies is invisible, which is the
-- safe way to forget. Roles are made beforehand by src/platform/roles.ts (they belong to the server, not to us).

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists fuzzystrmatch with schema public;
create extension if not exists btree_gin with schema public;

revoke all on schema public from public;
grant usage on schema public to onroll_app, onroll_worker, onroll_audit, onroll_backup, onroll_access;
grant usage on schema onroll to onroll_app, onroll_worker, onroll_audit, onroll_backup, onroll_access;
-- The definer functions below are handed to roles that may then own, but no longer create, things here.
grant create on schema onroll to onroll_access, onroll_audit;

-- Names sort as people expect: Zoë beside Zoe, O'Brien beside OBrien.
create collation onroll.names (provider = icu, locale = 'en-GB-u-ka-shifted', deterministic = true);

-- Without “in schema”: a schema can only add to what everybody is given, and not take it away.
alter default privileges revoke execute on functions from public;
alter default privileges in schema onroll grant select on tables to onroll_backup;
alter default privileges in schema onroll grant select on sequences to onroll_backup;

-- Context ------------------------------------------------------------------------------------------------
-- A plain setting falls to SQL injection, so the context is signed: user|membership|session|purpose|pid|expiry,
-- with an HMAC-SHA-256 under a key that only onroll_access can read. Forged or foreign: nobody, so no rows.

create table context_key (
  id         integer primary key,
  inner_pad  bytea not null,
  outer_pad  bytea not null
);
alter table context_key enable row level security;
alter table context_key force row level security;
create policy context_key_read_to_verify on context_key for select to onroll_access using (true);
create policy context_key_set_by_owner on context_key for all to onroll_owner using (true) with check (true);
grant select on context_key to onroll_access;
revoke select on context_key from onroll_backup;

create type context as (user_id uuid, membership_id uuid, session_id uuid, purpose text);

create function verified_context() returns context
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare
  parts text[] := string_to_array(nullif(current_setting('onroll.context', true), ''), '|');
  payload bytea;
  expected bytea;
begin
  if parts is null or array_length(parts, 1) <> 8 then return null; end if;
  payload := convert_to(array_to_string(parts[1:7], '|'), 'UTF8');
  select sha256(outer_pad || sha256(inner_pad || payload)) into expected
    from onroll.context_key where id::text = parts[7];
  if expected is null or encode(expected, 'hex') <> parts[8] then return null; end if;
  -- From here on it is our own text, so that nothing below can fail; a handler for errors would cost as much as the rest.
  if parts[5]::integer <> pg_backend_pid() or parts[6]::bigint < extract(epoch from now()) then return null; end if;
  return row(nullif(parts[1], '')::uuid, nullif(parts[2], '')::uuid, nullif(parts[3], '')::uuid, parts[4])::onroll.context;
end $$;
grant execute on function verified_context() to onroll_app, onroll_worker, onroll_audit, onroll_access;

/* What a signed service (not a person) is doing: 'sign-in', 'demo', 'health'. */
create function my_purpose() returns text
language sql stable set search_path = onroll, pg_temp as
$$ select (onroll.verified_context()).purpose $$;
grant execute on function my_purpose() to onroll_app, onroll_audit, onroll_access;

-- Tables -------------------------------------------------------------------------------------------------

create table organisation (
  id           uuid primary key,
  kind         text not null check (kind in ('authority', 'team', 'partnership', 'school', 'provider')),
  team         text check (team in ('admissions', 'sena', 'virtual-school', 'finance', 'quality-assurance', 'data-protection')),
  name         text not null check (length(name) between 1 and 200),
  short_name   text,
  mailbox      text,
  telephone    text,
  street       text,
  town         text,
  postcode     text,
  -- Whom to ring about a child at risk: of the authority alone, and shown wherever danger is spoken of.
  hub_name     text check (length(hub_name) <= 100),
  hub_telephone text check (length(hub_telephone) <= 25),
  hub_out_of_hours text check (length(hub_out_of_hours) <= 25),
  closed_on    date,
  version      integer not null default 1,
  created_at   timestamptz not null default now(),
  check ((kind = 'team') = (team is not null)),
  check (kind = 'authority' or num_nonnulls(hub_name, hub_telephone, hub_out_of_hours) = 0)
);
create index on organisation (kind, name);

create table user_account (
  id                 uuid primary key,
  email              text not null unique check (email = lower(email) and length(email) <= 254),
  name               text not null check (length(name) between 1 and 200),
  password_hash      text,
  totp_secret        bytea,
  totp_last_step     bigint,
  ended_at           timestamptz,
  last_signed_in_at  timestamptz,
  version            integer not null default 1,
  created_at         timestamptz not null default now()
);
comment on table user_account is 'People who sign in. Personal data of staff: public task; kept while employed and 6 years after.';

create table membership (
  id               uuid primary key,
  user_id          uuid not null references user_account,
  organisation_id  uuid not null references organisation,
  role             text not null check (role in (
    'coordinator', 'support-worker', 'chair', 'panel-member', 'school-referrer', 'school-dsl', 'admissions', 'sena',
    'virtual-school', 'quality-assurance', 'provider-manager', 'provider-tutor', 'provider-dsl', 'finance',
    'data-steward', 'data-protection-officer')),
  administrator    boolean not null default false,
  valid_from       date not null,
  valid_to         date check (valid_to >= valid_from),
  given_by         uuid references user_account,
  ended_by         uuid references user_account,
  version          integer not null default 1,
  created_at       timestamptz not null default now()
);
create index on membership (user_id);
create index on membership (organisation_id, role);
create unique index membership_once on membership (user_id, organisation_id, role) where valid_to is null;

create table session (
  id             uuid primary key,
  token_hash     bytea not null unique,
  user_id        uuid not null references user_account,
  membership_id  uuid references membership,
  csrf_secret    bytea not null,
  started_at     timestamptz not null default now(),
  last_seen_at   timestamptz not null default now(),
  second_factor_at timestamptz,
  shared_computer boolean not null default false,
  ended_at       timestamptz,
  ended_because  text,
  address        text,
  device         text
);
create index on session (user_id) where ended_at is null;

create table passkey (
  id           uuid primary key,
  user_id      uuid not null references user_account,
  credential   text not null unique,
  public_key   bytea not null,
  counter      bigint not null default 0,
  transports   text[] not null default '{}',
  name         text not null,
  created_at   timestamptz not null default now(),
  last_used_at timestamptz
);
create index on passkey (user_id);

create table recovery_code (
  id         uuid primary key,
  user_id    uuid not null references user_account,
  code_hash  bytea not null,
  used_at    timestamptz,
  created_at timestamptz not null default now()
);
create index on recovery_code (user_id);

-- Invitations and resets: only the hash is kept; opening the link does not use it up, posting the form does.
create table one_time_link (
  id          uuid primary key,
  kind        text not null check (kind in ('invitation', 'reset')),
  token_hash  bytea not null unique,
  user_id     uuid not null references user_account,
  made_by     uuid references user_account,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  revoked_at  timestamptz,
  created_at  timestamptz not null default now()
);
create index on one_time_link (user_id);

create table sign_in_attempt (
  id         bigint generated always as identity primary key,
  at         timestamptz not null default now(),
  email_hash bytea not null,
  address    text not null,
  succeeded  boolean not null
);
create index on sign_in_attempt (email_hash, at);
create index on sign_in_attempt (address, at);

-- A challenge (passkey, TOTP set-up) lives for minutes and is used once.
create table challenge (
  id          uuid primary key,
  user_id     uuid references user_account,
  kind        text not null,
  value       text not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);

-- A form's one-time key: the second post of the same form finds the first one's answer.
create table form_key (
  key          uuid primary key,
  user_id      uuid not null,
  route        text not null,
  body_hash    bytea not null,
  went_to      text,
  created_at   timestamptz not null default now()
);
create index on form_key (created_at);

create table setting (
  key         text primary key,
  value       jsonb not null,
  version     integer not null default 1,
  changed_at  timestamptz not null default now(),
  changed_by  uuid references user_account
);

-- Mail: written in the caller's transaction, sent by a job. Never holds a child's name.
create table message (
  id            uuid primary key,
  kind          text not null,
  to_user_id    uuid references user_account,
  to_organisation_id uuid references organisation,
  address       text not null check (address !~ '[[:space:],;<>]' and address ~ '^[^@]+@[^@]+$'),
  subject       text not null check (length(subject) <= 200 and subject !~ '[\r\n]'),
  body          text not null,
  state         text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'held')),
  attempts      integer not null default 0,
  last_error    text,
  queued_at     timestamptz not null default now(),
  sent_at       timestamptz,
  from_organisation_id uuid references organisation
);
create index on message (state, queued_at);
create index on message (to_organisation_id);

-- Lifecycles are tables in the code (src/features/*/…) and the same rows here; a test holds the two equal.
create table lifecycle_transition (
  lifecycle    text not null,
  from_status  text not null,
  action       text not null,
  to_status    text not null,
  primary key (lifecycle, from_status, action)
);

-- Access -------------------------------------------------------------------------------------------------
-- Read by the access functions; nobody can sign in to the database as onroll_access.

grant select on organisation, user_account, membership, session to onroll_access;
create policy organisation_read_for_access on organisation for select to onroll_access using (true);
create policy user_account_read_for_access on user_account for select to onroll_access using (true);
create policy membership_read_for_access on membership for select to onroll_access using (true);
create policy session_read_for_access on session for select to onroll_access using (true);
create policy session_touched_for_access on session for update to onroll_access using (true) with check (true);
grant update (last_seen_at, ended_at, ended_because) on session to onroll_access;

create type me as (
  user_id uuid, membership_id uuid, organisation_id uuid, organisation_kind text, role text, administrator boolean,
  session_id uuid);

/* The person asking, under the one membership that is active. Rights are read anew in every transaction, so a
   membership that ended, or a session that was ended, stops working at the next request. */
create function me() returns me
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare
  ctx onroll.context := onroll.verified_context();
  found onroll.me;
begin
  if ctx.user_id is null then return null; end if;
  select u.id, m.id, m.organisation_id, o.kind, m.role, coalesce(m.administrator, false), s.id into found
    from onroll.user_account u
    left join onroll.session s on s.id = ctx.session_id and s.user_id = u.id and s.ended_at is null
    left join onroll.membership m on m.id = ctx.membership_id and m.user_id = u.id
      and m.valid_from <= (now() at time zone 'Europe/London')::date
      and (m.valid_to is null or m.valid_to >= (now() at time zone 'Europe/London')::date)
    left join onroll.organisation o on o.id = m.organisation_id
    -- What a person has set going ends under that person's rights, signed out or not, as long as those last.
    where u.id = ctx.user_id and u.ended_at is null and (s.id is not null or ctx.purpose = 'job');
  return found;
end $$;
grant execute on function me() to onroll_app, onroll_audit, onroll_access;

create function my_user() returns uuid language sql stable set search_path = onroll, pg_temp as
$$ select (onroll.me()).user_id $$;
create function my_organisation() returns uuid language sql stable set search_path = onroll, pg_temp as
$$ select (onroll.me()).organisation_id $$;
create function my_role() returns text language sql stable set search_path = onroll, pg_temp as
$$ select (onroll.me()).role $$;
create function i_am(variadic roles text[]) returns boolean language sql stable set search_path = onroll, pg_temp as
$$ select coalesce((onroll.me()).role = any (roles), false) $$;
create function i_administer() returns boolean language sql stable set search_path = onroll, pg_temp as
$$ select coalesce((onroll.me()).administrator, false) $$;
grant execute on function my_user(), my_organisation(), my_role(), i_am(text[]), i_administer()
  to onroll_app, onroll_audit, onroll_access;

/* Today in Europe/London by the database's clock. */
create function today() returns date language sql stable set search_path = onroll, pg_temp as
$$ select (now() at time zone 'Europe/London')::date $$;
grant execute on function today() to onroll_app, onroll_worker, onroll_audit, onroll_access;

/* One look-up for each request: the live session behind a token, touched at most once a minute. */
create function open_session(hash bytea, idle interval, shared_idle interval, absolute interval)
returns table (
  session_id uuid, user_id uuid, user_name text, email text, csrf_secret bytea, second_factor_at timestamptz,
  membership_id uuid, role text, administrator boolean, organisation_id uuid, organisation_name text,
  organisation_kind text, other_hats integer, started_at timestamptz, shared_computer boolean)
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare s onroll.session;
begin
  select * into s from onroll.session where token_hash = hash and ended_at is null;
  if not found then return; end if;
  if s.last_seen_at < now() - (case when s.shared_computer then shared_idle else idle end) or s.started_at < now() - absolute then
    update onroll.session set ended_at = now(), ended_because = 'timed out' where id = s.id;
    return;
  end if;
  if s.last_seen_at < now() - interval '1 minute' then
    update onroll.session set last_seen_at = now() where id = s.id;
  end if;
  return query
    select s.id, u.id, u.name, u.email, s.csrf_secret, s.second_factor_at, m.id, m.role, m.administrator,
           o.id, o.name, o.kind,
           (select count(*)::integer from onroll.membership other
             where other.user_id = u.id and other.id is distinct from m.id and other.valid_from <= onroll.today()
               and (other.valid_to is null or other.valid_to >= onroll.today())),
           s.started_at, s.shared_computer
      from onroll.user_account u
      left join onroll.membership m on m.id = s.membership_id and m.user_id = u.id and m.valid_from <= onroll.today()
        and (m.valid_to is null or m.valid_to >= onroll.today())
      left join onroll.organisation o on o.id = m.organisation_id
     where u.id = s.user_id and u.ended_at is null;
end $$;
grant execute on function open_session(bytea, interval, interval, interval) to onroll_app;

-- Triggers that every table uses ---------------------------------------------------------------------------

create function bump_version() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin new.version := old.version + 1; return new; end $$;

/* Refuses a change of status that the lifecycle named in the trigger does not know. */
create function check_transition() returns trigger language plpgsql security definer set search_path = onroll, pg_temp as $$
begin
  if new.status = old.status then return new; end if;
  if not exists (select 1 from onroll.lifecycle_transition
                 where lifecycle = tg_argv[0] and from_status = old.status and to_status = new.status) then
    raise exception 'a % cannot go from % to %', tg_argv[0], old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;
grant select on lifecycle_transition to onroll_access, onroll_app;
grant execute on function bump_version(), check_transition() to onroll_app, onroll_worker;
create policy lifecycle_read_by_all on lifecycle_transition for select using (true);

create trigger organisation_version before update on organisation for each row execute function bump_version();
create trigger user_account_version before update on user_account for each row execute function bump_version();
create trigger membership_version before update on membership for each row execute function bump_version();
create trigger setting_version before update on setting for each row execute function bump_version();

-- Policies of the tables above --------------------------------------------------------------------------------

do $$ declare t text; begin
  foreach t in array array['organisation', 'user_account', 'membership', 'session', 'passkey', 'recovery_code',
    'one_time_link', 'sign_in_attempt', 'challenge', 'form_key', 'setting', 'message', 'lifecycle_transition'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- The owner writes lifecycles in migrations and reads nothing else.
create policy lifecycle_written_by_owner on lifecycle_transition for insert to onroll_owner with check (true);
create policy lifecycle_removed_by_owner on lifecycle_transition for delete to onroll_owner using (true);

create policy organisation_seen_by_everyone_signed_in on organisation for select to onroll_app
  using ((select my_user()) is not null or (select my_purpose()) in ('sign-in', 'demo'));
-- An organisation's own administrator keeps its name and addresses; everybody else's are the authority's (0003).
create policy organisation_changed_by_administrators on organisation for update to onroll_app
  using ((select i_administer()) and id = (select my_organisation()));
create policy organisation_read_by_worker on organisation for select to onroll_worker using (true);

-- People are seen by themselves, by those who work in the same organisation, and by name wherever they wrote
-- something: names of staff are not secret among staff. Credentials are columns that only sign-in may read.
create policy user_seen_by_everyone_signed_in on user_account for select to onroll_app
  using ((select my_user()) is not null or (select my_purpose()) in ('sign-in', 'demo'));
create policy user_added_by_administrators on user_account for insert to onroll_app
  with check ((select i_administer()) or (select i_am('data-steward')));
create policy user_changes_self_or_administered on user_account for update to onroll_app
  using (id = (select my_user()) or (select my_purpose()) = 'sign-in' or (select i_am('data-steward')) or (select i_administer()))
  with check (true);
create policy user_read_by_worker on user_account for select to onroll_worker using (true);

create policy membership_seen_by_everyone_signed_in on membership for select to onroll_app
  using ((select my_user()) is not null or (select my_purpose()) in ('sign-in', 'demo'));
create policy membership_given_by_administrators on membership for insert to onroll_app
  with check (user_id <> (select my_user())
    and (((select i_administer()) and organisation_id = (select my_organisation())) or (select i_am('data-steward'))));
create policy membership_changed_by_administrators on membership for update to onroll_app
  using (user_id <> (select my_user())
    and (((select i_administer()) and organisation_id = (select my_organisation())) or (select i_am('data-steward'))))
  with check (user_id <> (select my_user()));
create policy membership_read_by_worker on membership for select to onroll_worker using (true);

create policy session_seen_by_its_person on session for select to onroll_app
  using (user_id = (select my_user()) or (select my_purpose()) = 'sign-in' or (select i_am('data-steward')));
create policy session_opened_at_sign_in on session for insert to onroll_app
  with check ((select my_purpose()) in ('sign-in', 'demo'));
create policy session_changed_by_its_person on session for update to onroll_app
  using (user_id = (select my_user()) or (select my_purpose()) in ('sign-in', 'demo') or (select i_am('data-steward')))
  with check (true);

create policy passkey_seen_by_its_person on passkey for select to onroll_app
  using (user_id = (select my_user()) or (select my_purpose()) = 'sign-in');
create policy passkey_added_by_its_person on passkey for insert to onroll_app with check (user_id = (select my_user()));
create policy passkey_counted_at_sign_in on passkey for update to onroll_app
  using (user_id = (select my_user()) or (select my_purpose()) = 'sign-in') with check (true);
create policy passkey_removed_by_its_person on passkey for delete to onroll_app using (user_id = (select my_user()));

create policy recovery_code_of_its_person on recovery_code for all to onroll_app
  using (user_id = (select my_user()) or (select my_purpose()) = 'sign-in')
  with check (user_id = (select my_user()) or (select my_purpose()) = 'sign-in');

create policy link_made_by_administrators on one_time_link for insert to onroll_app
  with check ((select i_administer()) or (select i_am('data-steward')) or (select my_purpose()) = 'sign-in');
create policy link_seen_at_sign_in on one_time_link for select to onroll_app
  using ((select my_purpose()) = 'sign-in' or (select i_administer()) or (select i_am('data-steward')));
create policy link_used_at_sign_in on one_time_link for update to onroll_app
  using ((select my_purpose()) = 'sign-in' or (select i_administer()) or (select i_am('data-steward'))) with check (true);

create policy attempt_of_sign_in on sign_in_attempt for all to onroll_app
  using ((select my_purpose()) = 'sign-in') with check ((select my_purpose()) = 'sign-in');
create policy challenge_of_its_person on challenge for all to onroll_app
  using (user_id = (select my_user()) or (select my_purpose()) = 'sign-in')
  with check (user_id = (select my_user()) or (select my_purpose()) = 'sign-in');

create policy form_key_of_its_person on form_key for all to onroll_app
  using (user_id = (select my_user())) with check (user_id = (select my_user()));

create policy setting_seen_by_everyone on setting for select to onroll_app, onroll_worker, onroll_access using (true);
create policy setting_changed_by_administrators on setting for all to onroll_app
  using ((select i_administer()) and (select (me()).organisation_kind) in ('authority', 'team'))
  with check ((select i_administer()) and (select (me()).organisation_kind) in ('authority', 'team'));
grant select on setting to onroll_access, onroll_worker;

-- A message is written by whoever acts; its text is read by the sending organisation and its addressee.
create policy message_written_by_people on message for insert to onroll_app
  with check ((select my_user()) is not null or (select my_purpose()) = 'sign-in');
create policy message_seen_by_sender_and_addressee on message for select to onroll_app
  using (to_user_id = (select my_user()) or to_organisation_id = (select my_organisation())
    or from_organisation_id = (select my_organisation()) or (select i_am('data-steward')) or (select my_purpose()) = 'demo');
create policy message_sent_by_worker on message for select to onroll_worker using (true);
create policy message_marked_by_worker on message for update to onroll_worker using (true) with check (true);
create policy message_written_by_worker on message for insert to onroll_worker with check (true);
create policy message_sent_again_by_steward on message for update to onroll_app
  using ((select i_am('data-steward'))) with check (state in ('queued', 'held'));

-- Credentials are readable at sign-in only: the columns are granted, the rows are guarded above, and the
-- password hash of another person never leaves this function.
grant select (id, email, name, ended_at, last_signed_in_at, version, created_at) on user_account to onroll_app;
grant insert (id, email, name) on user_account to onroll_app;
grant update (email, name, password_hash, totp_secret, totp_last_step, ended_at, last_signed_in_at) on user_account to onroll_app;
grant select (id, email, name, ended_at) on user_account to onroll_worker;

create function credentials_of(address text)
returns table (user_id uuid, name text, password_hash text, totp_secret bytea, totp_last_step bigint, ended_at timestamptz)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select id, name, password_hash, totp_secret, totp_last_step, ended_at from onroll.user_account
   where email = lower(address) and onroll.my_purpose() = 'sign-in'
$$;
/* A person's own second factor and password, to ask for them again or to change them. */
create function my_credentials()
returns table (user_id uuid, name text, password_hash text, totp_secret bytea, totp_last_step bigint)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select id, name, password_hash, totp_secret, totp_last_step from onroll.user_account where id = onroll.my_user()
$$;
grant execute on function credentials_of(text), my_credentials() to onroll_app;

grant select, insert, delete on passkey, recovery_code, challenge to onroll_app;
grant update (counter, last_used_at, name) on passkey to onroll_app;
grant update (used_at) on recovery_code, challenge to onroll_app;
grant select, insert on one_time_link, membership, organisation, form_key, message, setting to onroll_app;
grant update (used_at, revoked_at) on one_time_link to onroll_app;
grant update (role, administrator, valid_from, valid_to, ended_by) on membership to onroll_app;
grant update (name, short_name, mailbox, telephone, street, town, postcode, hub_name, hub_telephone, hub_out_of_hours, closed_on) on organisation to onroll_app;
grant update (went_to) on form_key to onroll_app;
grant update (value, changed_at, changed_by) on setting to onroll_app;
grant update (state) on message to onroll_app;
grant select, insert on session, sign_in_attempt to onroll_app;
grant update (membership_id, second_factor_at, ended_at, ended_because, shared_computer, last_seen_at) on session to onroll_app;
grant delete on sign_in_attempt, form_key to onroll_app;
grant select on organisation, membership, message to onroll_worker;
grant insert on message to onroll_worker;
grant update (state, attempts, last_error, sent_at) on message to onroll_worker;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function verified_context() owner to onroll_access;
alter function me() owner to onroll_access;
alter function open_session(bytea, interval, interval, interval) owner to onroll_access;
-- Later tables hang triggers on it; a trigger's function cannot be called in any other way.
grant execute on function check_transition() to public;
alter function check_transition() owner to onroll_access;
alter function credentials_of(text) owner to onroll_access;
alter function my_credentials() owner to onroll_access;
