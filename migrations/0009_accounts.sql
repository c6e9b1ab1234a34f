-- Signing in and what leads to it: the first person of an installation, links that are never stored, tries that are
-- counted before they are answered, and new tokens for sessions that go on.

/* Is there nobody yet? Only then, and only for the set-up page (or the demonstration's first step), may the authority
   and its first administrator be entered by somebody who is not signed in. */
create function nobody_yet() returns boolean language sql stable security definer set search_path = onroll, pg_temp as
$$ select onroll.my_purpose() = 'set-up' and not exists (select 1 from onroll.membership) $$;
alter function nobody_yet() owner to onroll_access;
grant execute on function nobody_yet() to onroll_app;
create policy organisation_founded on organisation for insert to onroll_app
  with check (kind = 'authority' and (select nobody_yet()));
create policy setting_founded on setting for insert to onroll_app
  with check (key in ('authority', 'demonstration') and (select nobody_yet()));
create policy user_founded on user_account for insert to onroll_app with check ((select nobody_yet()));
create policy membership_founded on membership for insert to onroll_app with check ((select nobody_yet()));

-- A link's token is worked out from its id and the installation's secret when the message is sent, so it is in no
-- table: the message holds the words “{link}” and which link is meant.
alter table message add column link_id uuid references one_time_link;
create policy link_read_by_worker on one_time_link for select to onroll_worker using (true);
grant select (id, kind, expires_at, used_at, revoked_at) on one_time_link to onroll_worker;
create policy link_seen_for_demonstration on one_time_link for select to onroll_app using ((select my_purpose()) = 'demo');
alter table one_time_link add column membership_id uuid references membership;

-- A try is counted as failed before the password is looked at, and put right when it was good: a thousand tries at once
-- must not all find the account unthrottled.
grant update (succeeded) on sign_in_attempt to onroll_app;

-- A second factor may be tried five times; then the password is asked again.
alter table challenge add column tries integer not null default 0;
alter table challenge add column created_at timestamptz not null default now();
grant update (tries) on challenge to onroll_app;

-- A new token at every rise in trust, so that a token that leaked before is worth nothing after.
grant update (token_hash) on session to onroll_app;

-- The administrators of an organisation end the sessions of its people when their role changes.
create function end_sessions_of(person uuid, why text) returns integer
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare
  who onroll.me := onroll.me();
  ended integer;
begin
  if not coalesce(who.role = 'data-steward' or (who.administrator and exists (
      select 1 from onroll.membership m where m.user_id = person and m.organisation_id = who.organisation_id)), false) then
    raise exception 'only an administrator of this person’s organisation may end their sessions'
      using errcode = 'insufficient_privilege';
  end if;
  update onroll.session set ended_at = now(), ended_because = why where user_id = person and ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
alter function end_sessions_of(uuid, text) owner to onroll_access;
grant execute on function end_sessions_of(uuid, text) to onroll_app;

comment on table session is 'Sign-ins of staff, with network address and browser. Public task (security); kept 6 months after they end.';
comment on table sign_in_attempt is 'Tries to sign in: a keyed hash of the e-mail address, and the network address. Kept one day.';
comment on table message is 'E-mail to staff: what was said and when it was delivered. Never about a named child. Kept 2 years.';
