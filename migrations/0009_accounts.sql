-- Signing in and what leads to it: the first person of an installation, links that are never stored, tries that are
-- counted before they are answered, and new tokens for sessions that go on.

/* Is there nobody yet? Only then, and only for the set-up page (or the demonstration's first step), may the authority
   and its first administrator be entered by somebody who is not signed in. */
create function nobody_yet() returns boolean language sql stable security definer set search_path = onroll, pg_temp as
$$ select onroll.my_purpose() = 'set-up' and not exists (select 1 from onroll.membership) $$;
grant execute on function nobody_yet() to onroll_app;
create policy organisation_founded on organisation for insert to onroll_app
  with check (kind = 'authority' and (select nobody_yet()));
create policy setting_founded on setting for insert to onroll_app
  with check (key in ('authority', 'demonstration') and (select nobody_yet()));
create policy user_founded on user_account for insert to onroll_app with check ((select nobody_yet()));
create policy membership_founded on membership for insert to onroll_app with check ((select nobody_yet()));

-- A link's token is worked out from its id and the installation's secret when the message is sent, so it is in no
-- table: the message holds the words “{link}” and which link is meant.
alter table message add column link_id uuid references one_time_link on delete set null;
alter table message add column claimed_until timestamptz;
grant update (claimed_until) on message to onroll_worker;
create policy link_read_by_worker on one_time_link for select to onroll_worker using (true);
grant select (id, kind, expires_at, used_at, revoked_at) on one_time_link to onroll_worker;
create policy link_seen_for_demonstration on one_time_link for select to onroll_app using ((select my_purpose()) = 'demo');
-- The mail page of a demonstration, and the outbox, say what a link is for.
create policy link_seen_by_its_person on one_time_link for select to onroll_app using (user_id = (select my_user()));

-- A try is counted as failed before the password is looked at, and put right when it was good: a thousand tries at once
-- must not all find the account unthrottled.
grant update (succeeded) on sign_in_attempt to onroll_app;

-- A second factor may be tried five times; then the password is asked again.
alter table challenge add column tries integer not null default 0;
alter table challenge add column created_at timestamptz not null default now();
grant update (tries) on challenge to onroll_app;

/* A code of an authenticator app is worth one use: the step it belongs to is taken once, whoever comes first. */
create function use_totp_step(person uuid, step bigint) returns boolean
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
begin
  if not coalesce(onroll.my_purpose() = 'sign-in' or person = onroll.my_user(), false) then
    raise exception 'only at sign-in, or by the person' using errcode = 'insufficient_privilege';
  end if;
  update onroll.user_account set totp_last_step = step
    where id = person and (totp_last_step is null or totp_last_step < step);
  return found;
end $$;
create policy user_step_for_access on user_account for update to onroll_access using (true) with check (true);
grant update (totp_last_step, version) on user_account to onroll_access;
grant execute on function use_totp_step(uuid, bigint) to onroll_app;

/* What a person signs in with, for whoever knows them by id: at sign-in only. */
create function factors_of(person uuid)
returns table (name text, email text, has_password boolean, totp_secret bytea, totp_last_step bigint, passkeys integer, recovery_codes integer)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select u.name, u.email, u.password_hash is not null, u.totp_secret, u.totp_last_step,
         (select count(*)::integer from onroll.passkey p where p.user_id = u.id),
         (select count(*)::integer from onroll.recovery_code r where r.user_id = u.id and r.used_at is null)
    from onroll.user_account u
   where u.id = person and u.ended_at is null and (onroll.my_purpose() = 'sign-in' or u.id = onroll.my_user())
$$;
create policy passkey_counted_for_access on passkey for select to onroll_access using (true);
create policy recovery_code_counted_for_access on recovery_code for select to onroll_access using (true);
grant select (id, user_id) on passkey to onroll_access;
grant select (id, user_id, used_at) on recovery_code to onroll_access;
grant execute on function factors_of(uuid) to onroll_app;

-- A new token at every rise in trust, so that a token that leaked before is worth nothing after.
grant update (token_hash) on session to onroll_app;

-- Whom the person asking administers: a data steward everybody, an organisation's administrator its people.
create function people_i_administer() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 200 as $$
declare who onroll.me := onroll.me();
begin
  if who.role = 'data-steward' then
    return query select u.id from onroll.user_account u where u.id <> who.user_id;
  elsif who.administrator then
    return query select m.user_id from onroll.membership m
      where m.organisation_id = who.organisation_id and m.user_id <> who.user_id;
  end if;
end $$;
grant execute on function people_i_administer() to onroll_app;

/* Roles belong to kinds of organisation: a school's administrator cannot make a co-ordinator. The same table stands
   in src/features/people/roles-for.ts; a test holds the two equal. */
create function roles_for(kind text, team text) returns text[] language sql immutable set search_path = onroll, pg_temp as $$
  select case kind
    when 'school' then array['school-referrer', 'school-dsl', 'panel-member']
    when 'partnership' then array['coordinator', 'support-worker', 'chair', 'finance']
    when 'provider' then array['provider-manager', 'provider-tutor', 'provider-dsl']
    when 'authority' then array['data-steward', 'data-protection-officer', 'quality-assurance', 'finance']
    else case team
      when 'admissions' then array['admissions', 'data-steward']
      when 'sena' then array['sena', 'data-steward']
      when 'virtual-school' then array['virtual-school', 'data-steward']
      when 'finance' then array['finance', 'data-steward']
      when 'quality-assurance' then array['quality-assurance', 'data-steward']
      when 'data-protection' then array['data-protection-officer', 'data-steward']
      else array[]::text[] end end
$$;
create function role_fits(role text, organisation uuid) returns boolean
language sql stable security definer set search_path = onroll, pg_temp as $$
  select coalesce(role = any (onroll.roles_for(o.kind, o.team)), false) from onroll.organisation o where o.id = organisation
$$;
grant execute on function roles_for(text, text), role_fits(text, uuid) to onroll_app, onroll_access;

drop policy membership_given_by_administrators on membership;
create policy membership_given_by_administrators on membership for insert to onroll_app
  with check (user_id <> (select my_user()) and role_fits(role, organisation_id)
    and (((select i_administer()) and organisation_id = (select my_organisation()) and role <> 'data-steward') or (select i_am('data-steward'))));
drop policy membership_changed_by_administrators on membership;
create policy membership_changed_by_administrators on membership for update to onroll_app
  using (user_id <> (select my_user())
    and (((select i_administer()) and organisation_id = (select my_organisation()) and role <> 'data-steward') or (select i_am('data-steward'))))
  with check (role_fits(role, organisation_id) and (role <> 'data-steward' or (select i_am('data-steward'))));

drop policy user_changes_self_or_administered on user_account;
create policy user_changed_by_self_or_administrators on user_account for update to onroll_app
  using (id = (select my_user()) or (select my_purpose()) = 'sign-in' or id in (select people_i_administer()))
  with check (true);

/* What somebody signs in with is theirs: an administrator may correct a name, not take over an account. */
create function guard_credentials() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if row(new.email, new.password_hash, new.totp_secret, new.totp_last_step)
       is distinct from row(old.email, old.password_hash, old.totp_secret, old.totp_last_step)
     and current_user = 'onroll_app'
     and not coalesce(onroll.my_purpose() = 'sign-in' or old.id = onroll.my_user(), false) then
    raise exception 'credentials are changed by their person only' using errcode = 'insufficient_privilege';
  end if;
  if new.ended_at is distinct from old.ended_at and current_user = 'onroll_app' and not onroll.i_am('data-steward') then
    raise exception 'accounts are closed by a data steward only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_credentials() to onroll_app, onroll_access;
create trigger user_account_credentials before update on user_account for each row execute function guard_credentials();

drop policy link_made_by_administrators on one_time_link;
create policy link_made_by_administrators on one_time_link for insert to onroll_app
  with check ((select my_purpose()) = 'sign-in' or (kind = 'invitation' and user_id in (select people_i_administer())));
drop policy link_seen_at_sign_in on one_time_link;
create policy link_seen_at_sign_in on one_time_link for select to onroll_app
  using ((select my_purpose()) = 'sign-in' or user_id in (select people_i_administer()));
drop policy link_used_at_sign_in on one_time_link;
create policy link_used_at_sign_in on one_time_link for update to onroll_app
  using ((select my_purpose()) = 'sign-in' or user_id in (select people_i_administer())) with check (true);

drop policy message_sent_again_by_steward on message;
create policy message_sent_again on message for update to onroll_app
  using ((select i_am('data-steward')) or ((select i_administer()) and from_organisation_id = (select my_organisation())))
  with check (state in ('queued', 'held'));

-- Sessions of people one administers are ended when their role changes.
create function end_sessions_of(person uuid, why text) returns integer
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare ended integer;
begin
  if person not in (select onroll.people_i_administer()) then
    raise exception 'only an administrator of this person’s organisation may end their sessions'
      using errcode = 'insufficient_privilege';
  end if;
  update onroll.session set ended_at = now(), ended_because = why where user_id = person and ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
grant execute on function end_sessions_of(uuid, text) to onroll_app;

-- Who lost a second factor and has no recovery code gets it removed by two different people (security AU-12).
create table factor_reset (
  id            uuid primary key,
  user_id       uuid not null references user_account,
  asked_by      uuid not null references user_account,
  asked_at      timestamptz not null,
  reason        text not null check (length(reason) between 1 and 500),
  confirmed_by  uuid references user_account check (confirmed_by <> asked_by),
  confirmed_at  timestamptz,
  cancelled_at  timestamptz
);
create index on factor_reset (user_id);
create unique index factor_reset_once on factor_reset (user_id) where confirmed_at is null and cancelled_at is null;
alter table factor_reset enable row level security;
alter table factor_reset force row level security;
create policy factor_reset_seen_by_administrators on factor_reset for select to onroll_app
  using (user_id in (select people_i_administer()) or user_id = (select my_user()));
create policy factor_reset_asked_by_administrators on factor_reset for insert to onroll_app
  with check (asked_by = (select my_user()) and confirmed_by is null and confirmed_at is null
    and user_id in (select people_i_administer()));
create policy factor_reset_cancelled on factor_reset for update to onroll_app
  using (user_id in (select people_i_administer()));
create policy factor_reset_for_access on factor_reset for all to onroll_access using (true) with check (true);
grant select, insert on factor_reset to onroll_app;
grant update (cancelled_at) on factor_reset to onroll_app;
grant select, update (confirmed_by, confirmed_at) on factor_reset to onroll_access;
grant update (totp_secret) on user_account to onroll_access;
grant delete on passkey, recovery_code to onroll_access;
create policy passkey_removed_for_access on passkey for delete to onroll_access using (true);
create policy recovery_code_removed_for_access on recovery_code for delete to onroll_access using (true);
comment on table factor_reset is 'Whose second factor was removed, by which two people, and why. Public task (security); kept 6 years.';

/* The second of two people confirms: the second factor is gone, and every session of the person ends. */
create function confirm_factor_reset(reset uuid, at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare r onroll.factor_reset;
begin
  select * into r from onroll.factor_reset where id = reset and confirmed_at is null and cancelled_at is null
    and asked_at > at - interval '7 days' for update;
  if r.id is null or r.asked_by = onroll.my_user() or r.user_id not in (select onroll.people_i_administer()) then
    return null;
  end if;
  update onroll.factor_reset set confirmed_by = onroll.my_user(), confirmed_at = at where id = r.id;
  update onroll.user_account set totp_secret = null, totp_last_step = null where id = r.user_id;
  delete from onroll.passkey where user_id = r.user_id;
  delete from onroll.recovery_code where user_id = r.user_id;
  update onroll.session set ended_at = now(), ended_because = 'second factor removed' where user_id = r.user_id and ended_at is null;
  return r.user_id;
end $$;
grant execute on function confirm_factor_reset(uuid, timestamptz) to onroll_app;

-- Reading the audit ----------------------------------------------------------------------------------------
create index on audit_entry (event, seq);

/* Stewards and the data protection officer see that a child's record was opened, by the child's reference; they see
   nothing of the child. */
create function child_of_reference(number integer) returns uuid
language sql stable security definer set search_path = onroll, pg_temp as $$
  select id from onroll.child where reference = number and onroll.i_am('data-steward', 'data-protection-officer')
$$;
create function references_of_children(ids uuid[]) returns table (id uuid, reference integer)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select c.id, c.reference from onroll.child c
   where c.id = any (ids) and onroll.i_am('data-steward', 'data-protection-officer')
$$;
grant execute on function child_of_reference(integer), references_of_children(uuid[]) to onroll_app;

/* The hash of entries that were noted down outside the database, to see whether they are still what they were. */
create function audit_hashes(wanted bigint[]) returns table (seq bigint, hash bytea)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select e.seq, e.hash from onroll.audit_entry e where e.seq = any (wanted)
$$;
grant execute on function audit_hashes(bigint[]) to onroll_app, onroll_worker, onroll_backup;

/* A form may be sent by a session that timed out under it: whose was it, and was the form shown in it? */
create function timed_out_session(hash bytea)
returns table (session_id uuid, user_id uuid, csrf_secret bytea, membership_id uuid)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select id, user_id, csrf_secret, membership_id from onroll.session
   where token_hash = hash and ended_because = 'timed out' and ended_at > now() - interval '12 hours'
$$;
grant execute on function timed_out_session(bytea) to onroll_app;

-- What the privacy page promises is forgotten is forgotten: a job may remove what is old enough, and nothing else.
create policy session_forgotten on session for delete to onroll_app
  using ((select my_purpose()) = 'sign-in' and started_at < now() - interval '6 months');
create policy form_key_forgotten on form_key for delete to onroll_app
  using ((select my_purpose()) = 'sign-in' and created_at < now() - interval '30 days');
create policy form_key_seen_to_be_forgotten on form_key for select to onroll_app
  using ((select my_purpose()) = 'sign-in' and created_at < now() - interval '30 days');
create policy link_forgotten on one_time_link for delete to onroll_app
  using ((select my_purpose()) = 'sign-in' and expires_at < now() - interval '2 years');
create policy message_forgotten on message for delete to onroll_worker using (queued_at < now() - interval '2 years');
grant delete on session, one_time_link to onroll_app;
grant delete on message to onroll_worker;

comment on table session is 'Sign-ins of staff, with network address and browser. Public task (security); kept 6 months after they end.';
comment on table sign_in_attempt is 'Tries to sign in: a keyed hash of the e-mail address, and the network address. Kept one day.';
comment on table message is 'E-mail to staff: what was said and when it was delivered. Never about a named child. Kept 2 years.';

-- Owners last: rights to a function are given while it is still ours to give them.
alter function nobody_yet() owner to onroll_access;
alter function use_totp_step(uuid, bigint) owner to onroll_access;
alter function factors_of(uuid) owner to onroll_access;
alter function people_i_administer() owner to onroll_access;
alter function role_fits(text, uuid) owner to onroll_access;
alter function end_sessions_of(uuid, text) owner to onroll_access;
alter function confirm_factor_reset(uuid, timestamptz) owner to onroll_access;
alter function child_of_reference(integer) owner to onroll_access;
alter function references_of_children(uuid[]) owner to onroll_access;
alter function audit_hashes(bigint[]) owner to onroll_audit;
alter function timed_out_session(bytea) owner to onroll_access;
