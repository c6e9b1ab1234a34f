-- Accounts that nobody uses are closed by themselves (AU-09), and a second factor that is removed because somebody asked
-- for it goes only after a day in which its owner may object (AU-12). Rights to a function are given before it gets its
-- owner: afterwards they are not ours to give.

alter table user_account add column ended_because text check (ended_because in ('not used', 'closed'));
alter table user_account add column reopened_at timestamptz;
grant select (ended_because, reopened_at) on user_account to onroll_app;
grant update (ended_because, reopened_at) on user_account to onroll_app;
grant update (ended_at, ended_because) on user_account to onroll_access;

/* Closes accounts in which nobody has signed in for 90 days, but for the last data steward who can let people in again. */
create function close_idle_accounts(at timestamptz) returns table (id uuid, email text, name text)
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare idle uuid[];
begin
  with used as (
    select u.id, greatest(u.created_at, u.last_signed_in_at, u.reopened_at) as used_at,
           exists (select from onroll.membership m where m.user_id = u.id and m.role = 'data-steward'
             and m.valid_from <= at::date and (m.valid_to is null or m.valid_to >= at::date)) as steward
      from onroll.user_account u where u.ended_at is null)
  select array_agg(o.id) into idle from used o
   where o.used_at < at - interval '90 days'
     and (not o.steward or exists (select from used other where other.steward and other.used_at >= at - interval '90 days'));
  update onroll.session s set ended_at = now(), ended_because = 'account not used' where s.user_id = any (idle) and s.ended_at is null;
  return query update onroll.user_account u set ended_at = at, ended_because = 'not used'
    where u.id = any (idle) returning u.id, u.email, u.name;
end $$;
revoke execute on function close_idle_accounts(timestamptz) from public;
grant execute on function close_idle_accounts(timestamptz) to onroll_worker;

alter table factor_reset add column waits boolean not null default false;
alter table factor_reset add column due_at timestamptz;
alter table factor_reset add column carried_out_at timestamptz;
drop index factor_reset_once;
create unique index factor_reset_once on factor_reset (user_id) where carried_out_at is null and cancelled_at is null;
grant update (due_at, carried_out_at, cancelled_at) on factor_reset to onroll_access;

/* What is left of a person's second factors goes, and so does every session. */
create function take_second_factors(reset uuid, at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare person uuid;
begin
  update onroll.factor_reset set carried_out_at = at where id = reset returning user_id into person;
  update onroll.user_account set totp_secret = null, totp_last_step = null where id = person;
  delete from onroll.passkey where user_id = person;
  delete from onroll.recovery_code where user_id = person;
  update onroll.session set ended_at = now(), ended_because = 'second factor removed' where user_id = person and ended_at is null;
  return person;
end $$;
revoke execute on function take_second_factors(uuid, timestamptz) from public;

/* The second of two people confirms. At once, or after a day in which the person may say that they have it still. */
drop function confirm_factor_reset(uuid, timestamptz);
create function confirm_factor_reset(reset uuid, at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare r onroll.factor_reset;
begin
  select * into r from onroll.factor_reset where id = reset and confirmed_at is null and cancelled_at is null
    and asked_at > at - interval '7 days' for update;
  if r.id is null or r.asked_by = onroll.my_user() or r.user_id not in (select onroll.people_i_administer()) then
    return null;
  end if;
  update onroll.factor_reset set confirmed_by = onroll.my_user(), confirmed_at = at,
    due_at = at + case when r.waits then interval '24 hours' else interval '0' end where id = r.id;
  if not r.waits then perform onroll.take_second_factors(r.id, at); end if;
  return r.user_id;
end $$;
grant execute on function confirm_factor_reset(uuid, timestamptz) to onroll_app;

/* Those whose day is over; nobody has objected. */
create function take_due_second_factors(at timestamptz) returns table (id uuid, email text)
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare due uuid;
begin
  for due in select r.id from onroll.factor_reset r
      where r.due_at <= at and r.carried_out_at is null and r.cancelled_at is null for update skip locked loop
    return query select u.id, u.email from onroll.user_account u where u.id = onroll.take_second_factors(due, at);
  end loop;
end $$;
revoke execute on function take_due_second_factors(timestamptz) from public;
grant execute on function take_due_second_factors(timestamptz) to onroll_worker;

/* Whoever signs in with a second factor has it, and may say so. */
create function keep_my_second_factor(at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
begin
  update onroll.factor_reset set cancelled_at = at
    where user_id = onroll.my_user() and carried_out_at is null and cancelled_at is null;
  return found;
end $$;
grant execute on function keep_my_second_factor(timestamptz) to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function close_idle_accounts(timestamptz) owner to onroll_access;
alter function take_second_factors(uuid, timestamptz) owner to onroll_access;
alter function confirm_factor_reset(uuid, timestamptz) owner to onroll_access;
alter function take_due_second_factors(timestamptz) owner to onroll_access;
alter function keep_my_second_factor(timestamptz) owner to onroll_access;
