-- What a restore must not bring back: rights that were changed, accounts that were closed, passwords and factors that
-- were replaced. Each leaves a note in its own transaction; a job writes it to a file beside the backups and deletes it.

create table revocation (
  id          bigint generated always as identity primary key,
  at          timestamptz not null default clock_timestamp(),
  kind        text not null check (kind in ('membership', 'account', 'credentials', 'child protected')),
  subject_id  uuid not null,
  detail      jsonb not null default '{}'
);
comment on table revocation is 'Ids of rights that changed, until they stand in the file of revocations: seconds. No names.';
alter table revocation enable row level security;
alter table revocation force row level security;
create policy revocation_noted on revocation for insert to onroll_access with check (true);
grant insert on revocation to onroll_access;
create policy revocation_read_by_worker on revocation for select to onroll_worker using (true);
create policy revocation_written_by_worker on revocation for delete to onroll_worker using (true);
grant select, delete on revocation to onroll_worker;

create function note_revocation() returns trigger
language plpgsql security definer set search_path = onroll, pg_temp as $$
begin
  if tg_table_name = 'membership' then
    insert into onroll.revocation (kind, subject_id, detail) values ('membership', new.id,
      jsonb_build_object('role', new.role, 'administrator', new.administrator, 'valid_from', new.valid_from, 'valid_to', new.valid_to));
  elsif tg_table_name = 'user_account' then
    if new.ended_at is distinct from old.ended_at then
      insert into onroll.revocation (kind, subject_id, detail) values ('account', new.id, jsonb_build_object('ended_at', new.ended_at));
    end if;
    if row(new.password_hash, new.totp_secret, new.email) is distinct from row(old.password_hash, old.totp_secret, old.email) then
      insert into onroll.revocation (kind, subject_id) values ('credentials', new.id);
    end if;
  elsif tg_table_name = 'passkey' then
    insert into onroll.revocation (kind, subject_id) values ('credentials', old.user_id);
  else
    insert into onroll.revocation (kind, subject_id) values ('child protected', new.child_id);
  end if;
  perform graphile_worker.onroll_enqueue('note-revocations', '{}'::json, null, null);
  return null;
end $$;

create trigger membership_revocation after update of role, administrator, valid_from, valid_to on membership for each row
  when (row(new.role, new.administrator, new.valid_from, new.valid_to) is distinct from row(old.role, old.administrator, old.valid_from, old.valid_to))
  execute function note_revocation();
create trigger user_account_revocation after update of ended_at, password_hash, totp_secret, email on user_account
  for each row execute function note_revocation();
create trigger passkey_revocation after delete on passkey for each row execute function note_revocation();
create trigger protected_location_revocation after insert on protected_location for each row execute function note_revocation();

-- Owners last: rights to a function are given while it is still ours to give them.
alter function note_revocation() owner to onroll_access;
