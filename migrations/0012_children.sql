-- What stands around a child's record: earlier wording of corrected rows, changes that wait for a second person,
-- searches that last an hour, duplicates across organisations, and the guard of protected locations.

-- What a row said before it was corrected, and why. Read with the kind of thing it is about; never changed.
create table correction (
  id            uuid primary key,
  child_id      uuid not null references child,
  about         text not null check (about in ('identity', 'education', 'special needs', 'care', 'contacts')),
  record        text not null,
  record_id     uuid not null,
  before        jsonb not null,
  reason        text not null check (length(btrim(reason)) > 0),
  corrected_by  uuid not null references user_account,
  corrected_at  timestamptz not null
);
create index on correction (child_id, record);
comment on table correction is 'Earlier wording of corrected rows; personal data of the level of the row that was corrected.';

-- A change of UPN or birth date, or the joining of two records, waits for a second person (security 3.4, row 1).
create table proposed_change (
  id              uuid primary key,
  child_id        uuid not null references child,
  kind            text not null check (kind in ('upn', 'birth-date', 'merge')),
  new_upn         text,
  new_birth_date  date,
  other_child_id  uuid references child,
  reason          text not null check (length(btrim(reason)) > 0),
  proposed_by     uuid not null references user_account,
  proposed_by_organisation_id uuid not null references organisation,
  proposed_at     timestamptz not null,
  outcome         text check (outcome in ('confirmed', 'refused', 'withdrawn')),
  decided_by      uuid references user_account,
  decided_at      timestamptz,
  -- The transaction that decided: only that one may make the change.
  decided_in      bigint,
  version         integer not null default 1,
  check ((outcome is null) = (decided_by is null)),
  check (outcome is null or outcome = 'withdrawn' or decided_by <> proposed_by),
  check ((kind = 'merge') = (other_child_id is not null)),
  check ((kind = 'birth-date') = (new_birth_date is not null))
);
create unique index proposed_change_once on proposed_change (child_id, kind, coalesce(other_child_id, child_id)) where outcome is null;
comment on table proposed_change is 'Identity of a child (S1), until a second person has decided.';

-- A search holds names, so it is posted and kept for an hour instead of standing in an address. So is a record that
-- is about to be added, while its author looks at possible duplicates.
create table child_lookup (
  id            uuid primary key,
  user_id       uuid not null references user_account,
  membership_id uuid not null,
  terms         jsonb not null,
  draft         jsonb,
  made_at       timestamptz not null
);
create index on child_lookup (user_id);
create index on child_lookup (made_at);
comment on table child_lookup is 'What a person typed to find a child; removed after a day.';

do $$ declare t text; begin
  foreach t in array array['correction', 'proposed_change', 'child_lookup'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to onroll_app', t);
  end loop;
end $$;

create policy correction_seen on correction for select to onroll_app using (
  (about = 'identity' and child_id in (select children_i_may_see('identity')))
  or (about = 'education' and child_id in (select children_i_may_see('education')))
  or (about = 'special needs' and child_id in (select children_i_may_see('special needs')))
  or (about = 'care' and child_id in (select children_i_may_see('care')))
  or (about = 'contacts' and child_id in (select children_i_may_see('contacts'))));
create policy correction_kept on correction for insert to onroll_app with check (
  corrected_by = (select my_user()) and (
  (about = 'identity' and child_id in (select children_i_may_see('identity')))
  or (about = 'education' and child_id in (select children_i_may_see('education')))
  or (about = 'special needs' and child_id in (select children_i_may_see('special needs')))
  or (about = 'care' and child_id in (select children_i_may_see('care')))
  or (about = 'contacts' and child_id in (select children_i_may_see('contacts')))));

create policy proposed_change_seen on proposed_change for select to onroll_app
  using (child_id in (select children_i_may_see('identity'))
    and (other_child_id is null or other_child_id in (select children_i_may_see('identity')))
    and (select i_am('school-referrer', 'school-dsl', 'coordinator', 'admissions')));
create policy proposed_change_made on proposed_change for insert to onroll_app
  with check (proposed_by = (select my_user()) and proposed_by_organisation_id = (select my_organisation()) and outcome is null
    and child_id in (select children_i_may_see('contacts')) and (select i_am('school-referrer', 'school-dsl', 'coordinator', 'admissions'))
    and (kind <> 'merge' or ((select i_am('coordinator')) and other_child_id in (select children_i_may_see('contacts')))));
create policy proposed_change_decided on proposed_change for update to onroll_app
  using (outcome is null and child_id in (select children_i_may_see('contacts'))
    and (other_child_id is null or other_child_id in (select children_i_may_see('contacts')))
    and (proposed_by = (select my_user()) or (select i_am('coordinator')) or (kind = 'merge' and (select i_am('school-dsl', 'admissions')))
      or (proposed_by_organisation_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl', 'admissions')))))
  with check (decided_by = (select my_user()) and ((outcome = 'withdrawn') = (proposed_by = (select my_user()))));
grant update (outcome, decided_by, decided_at) on proposed_change to onroll_app;
create function note_deciding_transaction() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin new.decided_in := pg_current_xact_id()::text::bigint; return new; end $$;
grant execute on function note_deciding_transaction() to onroll_app;
create trigger proposed_change_decided_now before update on proposed_change for each row execute function note_deciding_transaction();
create trigger proposed_change_version before update on proposed_change for each row execute function bump_version();

create policy lookup_of_its_person on child_lookup for all to onroll_app
  using (user_id = (select my_user()) and membership_id = (select (me()).membership_id))
  with check (user_id = (select my_user()) and membership_id = (select (me()).membership_id));
grant update (draft) on child_lookup to onroll_app;
grant delete on child_lookup to onroll_app;
create policy lookup_forgotten_by_worker on child_lookup for delete to onroll_worker using (true);
create policy lookup_age_seen_by_worker on child_lookup for select to onroll_worker using (true);
grant select (id, made_at), delete on child_lookup to onroll_worker;

-- A UPN or birth date on record changes only in the transaction in which a second person confirmed it. A first UPN may
-- simply be filled in. Definer functions (joining two records, undoing an import) act as onroll_access.
create function check_identity_change() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user = 'onroll_access' then return new; end if;
  if old.upn is not null and new.upn is distinct from old.upn and not exists (
    select 1 from onroll.proposed_change p where p.child_id = new.id and p.kind = 'upn' and p.outcome = 'confirmed'
      and p.new_upn is not distinct from new.upn and p.decided_in = pg_current_xact_id()::text::bigint) then
    raise exception 'a UPN on record changes only when a second person confirms it' using errcode = 'check_violation';
  end if;
  if new.birth_date <> old.birth_date and not exists (
    select 1 from onroll.proposed_change p where p.child_id = new.id and p.kind = 'birth-date' and p.outcome = 'confirmed'
      and p.new_birth_date = new.birth_date and p.decided_in = pg_current_xact_id()::text::bigint) then
    raise exception 'a date of birth on record changes only when a second person confirms it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
grant execute on function check_identity_change() to onroll_app, onroll_access;
create trigger child_identity_guarded before update of upn, birth_date on child for each row execute function check_identity_change();

-- Duplicates across organisations ------------------------------------------------------------------------------

grant insert on possible_duplicate to onroll_access;
grant select on possible_duplicate to onroll_access;
create policy duplicate_noticed_for_access on possible_duplicate for insert to onroll_access with check (true);
create policy duplicate_read_for_access on possible_duplicate for select to onroll_access using (true);

/* Notes who else may be the same child as these, wherever that other record is, and tells the caller nothing.
   Pairs that the caller sees both of were put to the caller before, and are left out. The application writes the sounds
   of a surname with '=' before them. */
create function notice_possible_duplicates(children uuid[], at timestamptz) returns void
language plpgsql volatile security definer set search_path = onroll, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  -- What the caller sees is worked out once: asked for each pair, a school's list of children would take minutes.
  insert into onroll.possible_duplicate (id, child_id, other_child_id, because, noticed_at)
  with seen as materialized (select distinct id from onroll.children_i_may_see('identity') as mine (id)),
  fresh as materialized (
    select c.id, c.upn, c.birth_date, array(select k from unnest(c.sound_keys) k where k like '=%') as surnames from onroll.child c
     where c.id = any (children) and c.merged_into_id is null and c.id in (select id from seen)),
  pairs as (
    select c.id as one, o.id as other, 'same UPN' as because from fresh c join onroll.child o on o.upn = c.upn
    union all
    select c.id, o.id, 'same UPN' from fresh c
      join (select id, unnest(former_upns) as upn from onroll.child where former_upns <> '{}') o on o.upn = c.upn
    union all
    select c.id, o.id, 'surname and date of birth' from fresh c join onroll.child o on o.birth_date = c.birth_date
     where o.sound_keys && c.surnames and not exists (select 1 from seen s where s.id = o.id))
  select gen_random_uuid(), least(p.one, p.other), greatest(p.one, p.other), min(p.because), at
    from pairs p join onroll.child other on other.id = p.other and other.merged_into_id is null
   where p.one <> p.other and not exists (select 1 from seen s where s.id = p.other)
   group by 2, 3
  on conflict do nothing;
end $$;
grant execute on function notice_possible_duplicates(uuid[], timestamptz) to onroll_app;

grant select on proposed_change to onroll_access;
create policy proposed_change_read_for_access on proposed_change for select to onroll_access using (true);

/* Joins two records into the first, as a second person has just confirmed: every row about the other child is now about
   the one that is kept, and the other's UPN is a former one of it. */
create function join_children(change uuid) returns void
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare
  p onroll.proposed_change;
  kept onroll.child;
  other onroll.child;
  reference record;
begin
  select * into p from onroll.proposed_change where id = change and kind = 'merge' and outcome = 'confirmed'
    and decided_by = onroll.my_user() and decided_in = pg_current_xact_id()::text::bigint;
  if not found then raise exception 'nobody has confirmed that these records are joined' using errcode = 'insufficient_privilege'; end if;
  select * into kept from onroll.child where id = p.child_id and merged_into_id is null for update;
  select * into other from onroll.child where id = p.other_child_id and merged_into_id is null for update;
  if kept.id is null or other.id is null then raise exception 'one of the two records was joined before' using errcode = 'check_violation'; end if;
  if exists (select 1 from onroll.protected_notice n where n.child_id = kept.id and exists (select 1 from onroll.child_address a where a.child_id = other.id))
    or exists (select 1 from onroll.protected_notice n where n.child_id = other.id and exists (select 1 from onroll.child_address a where a.child_id = kept.id)) then
    raise exception 'the address of one of these is protected' using errcode = 'check_violation', constraint = 'address_is_protected';
  end if;
  delete from onroll.protected_notice n where n.child_id = other.id
    and exists (select 1 from onroll.protected_notice k where k.child_id = kept.id);
  for reference in
    select f.conrelid::regclass as in_table, a.attname as in_column
      from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
     where f.contype = 'f' and f.confrelid = 'onroll.child'::regclass
       and f.conrelid not in ('onroll.child'::regclass, 'onroll.possible_duplicate'::regclass, 'onroll.proposed_change'::regclass)
  loop
    execute format('update %s set %I = $1 where %I = $2', reference.in_table, reference.in_column, reference.in_column) using kept.id, other.id;
  end loop;
  update onroll.child set
      upn = coalesce(kept.upn, other.upn),
      uln = coalesce(kept.uln, other.uln),
      former_upns = (select coalesce(array_agg(distinct u), '{}') from unnest(kept.former_upns || other.former_upns || array[other.upn]) u
        where u is not null and u is distinct from coalesce(kept.upn, other.upn)),
      search_name = kept.search_name || ' ' || other.search_name,
      sound_keys = (select array_agg(distinct k) from unnest(kept.sound_keys || other.sound_keys) k)
    where id = kept.id;
  update onroll.child set merged_into_id = kept.id, merged_at = p.decided_at where id = other.id;
end $$;
grant execute on function join_children(uuid) to onroll_app;

/* Whether this very transaction joins the one record into the other: only then may what is about the one be about the
   other instead. */
create function joins_now(other uuid, kept uuid) returns boolean
language sql stable security definer set search_path = onroll, pg_temp as $$
  select exists (select 1 from onroll.proposed_change p where p.kind = 'merge' and p.outcome = 'confirmed'
    and p.child_id = kept and p.other_child_id = other and p.decided_in = pg_current_xact_id_if_assigned()::text::bigint)
$$;
grant execute on function joins_now(uuid, uuid) to onroll_app, onroll_worker, onroll_access;

/* Where a record that was joined with another went, for those who may see the one that was kept. */
create function joined_into(joined uuid) returns uuid
language sql stable security definer set search_path = onroll, pg_temp as $$
  select c.merged_into_id from onroll.child c
   where c.id = joined and c.merged_into_id in (select onroll.children_i_may_see('identity'))
$$;
grant execute on function joined_into(uuid) to onroll_app;

grant update on child to onroll_access;
create policy child_joined_for_access on child for update to onroll_access using (true) with check (true);
grant delete on protected_notice to onroll_access;
create policy protected_notice_joined_for_access on protected_notice for delete to onroll_access using (true);
-- Every table that points at a child can be pointed at another when records are joined. A migration that adds one
-- says so too: call this for it (a test finds the forgotten).
create function rows_follow_joined_children(in_table regclass, in_column name) returns void language plpgsql as $$
begin
  execute format('grant select, update (%I) on %s to onroll_access', in_column, in_table);
  execute format('create policy %I on %s for update to onroll_access using (true) with check (true)',
    (select relname from pg_class where oid = in_table) || '_' || in_column || '_follows', in_table);
  if not exists (select 1 from pg_policy where polrelid = in_table and polcmd = 'r'
    and polroles @> array[(select oid from pg_roles where rolname = 'onroll_access')]) then
    execute format('create policy %I on %s for select to onroll_access using (true)',
      (select relname from pg_class where oid = in_table) || '_read_for_access', in_table);
  end if;
end $$;
do $$ declare r record; begin
  for r in select f.conrelid::regclass as in_table, a.attname as in_column
    from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
   where f.contype = 'f' and f.confrelid = 'onroll.child'::regclass
     and f.conrelid not in ('onroll.child'::regclass, 'onroll.possible_duplicate'::regclass, 'onroll.proposed_change'::regclass)
  loop
    perform rows_follow_joined_children(r.in_table, r.in_column);
  end loop;
end $$;

-- Protected locations --------------------------------------------------------------------------------------------

/* An ordinary address has no place beside a protected one, whoever writes it and by whatever way it comes in. */
create function refuse_address_of_protected() returns trigger
language plpgsql security definer set search_path = onroll, pg_temp as $$
begin
  if exists (select 1 from onroll.protected_notice n where n.child_id = new.child_id) then
    raise exception 'the address of this child is protected' using errcode = 'check_violation', constraint = 'address_is_protected';
  end if;
  return new;
end $$;
grant execute on function refuse_address_of_protected() to onroll_app, onroll_worker;
create trigger child_address_refused_when_protected before insert or update on child_address
  for each row execute function refuse_address_of_protected();

/* Takes the ordinary addresses of a protected child off the record, after the application sealed them beside the
   protected one (earlier wording of corrected addresses too). Says how many went. */
create function remove_ordinary_addresses(child uuid) returns integer
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare gone integer; kept integer;
begin
  if not (onroll.i_am('school-dsl') and child in (select onroll.children_i_may_see('contacts'))
    and exists (select 1 from onroll.protected_notice n where n.child_id = child)) then
    raise exception 'only a safeguarding lead takes addresses off a protected record' using errcode = 'insufficient_privilege';
  end if;
  select count(*) into kept from onroll.protected_location l where l.child_id = child and l.kind = 'earlier';
  delete from onroll.child_address a where a.child_id = child;
  get diagnostics gone = row_count;
  if gone > kept then raise exception 'an address was not sealed before it was removed' using errcode = 'check_violation'; end if;
  delete from onroll.correction c where c.child_id = child and c.record = 'child_address';
  return gone;
end $$;
grant execute on function remove_ordinary_addresses(uuid) to onroll_app;
grant delete on child_address, correction to onroll_access;
create policy child_address_removed_for_access on child_address for delete to onroll_access using (true);
create policy correction_removed_for_access on correction for delete to onroll_access using (true);

/* Which of these tokens name a protected location that the person asking may not read: for the guard of text coming in
   and of pages, messages and files going out. Says nothing about whose it is. */
create function tokens_protected_from_me(asked bytea[]) returns setof bytea
language sql stable security definer set search_path = onroll, pg_temp as $$
  select distinct t from onroll.protected_location l, unnest(l.tokens) t
   where l.tokens && asked and t = any (asked) and l.lifted_on is null
     and not coalesce(onroll.my_role() = 'school-dsl' and l.child_id in (select onroll.children_i_may_see('contacts')), false)
$$;
/* The same for text that is to be stored where others read it: there the holders' own location is refused too. */
create function tokens_protected(asked bytea[]) returns setof bytea
language sql stable security definer set search_path = onroll, pg_temp as $$
  select distinct t from onroll.protected_location l, unnest(l.tokens) t
   where l.tokens && asked and t = any (asked) and l.lifted_on is null
$$;
grant execute on function tokens_protected_from_me(bytea[]), tokens_protected(bytea[]) to onroll_app, onroll_worker;

/* Two people for whatever could open a protected address (row 5, k18): one records, another confirms; one proposes that
   the protection ends, another ends it. Checked here too, so that no way in goes round it. */
create function check_two_for_protection() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
declare i uuid := onroll.my_user();
begin
  if current_user = 'onroll_access' then return new; end if;
  if new.confirmed_by is distinct from old.confirmed_by and (old.confirmed_by is not null or new.confirmed_by <> i or old.recorded_by = i) then
    raise exception 'a protected address is confirmed by a second person' using errcode = 'check_violation';
  end if;
  if new.ending_proposed_by is distinct from old.ending_proposed_by and new.ending_proposed_by is not null and new.ending_proposed_by <> i then
    raise exception 'nobody proposes for another' using errcode = 'check_violation';
  end if;
  if new.lifted_on is distinct from old.lifted_on and not coalesce(
    old.ending_proposed_by <> i or (old.confirmed_by is null and old.replaces_id is not null), false) then
    raise exception 'the protection of an address ends when a second person confirms it' using errcode = 'check_violation';
  end if;
  if new.ended_on is distinct from old.ended_on and new.lifted_on is null and not exists (
    select 1 from onroll.protected_location n where n.replaces_id = new.id and n.confirmed_by is not null) then
    raise exception 'a protected address is replaced when a second person has confirmed the new one' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create function check_no_protected_left() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user <> 'onroll_access' and exists (select 1 from onroll.protected_location l
    where l.child_id = old.child_id and l.kind = 'protected' and l.lifted_on is null) then
    raise exception 'the address of this child is still protected' using errcode = 'check_violation';
  end if;
  return old;
end $$;
grant execute on function check_two_for_protection(), check_no_protected_left() to onroll_app, onroll_access;
create trigger protected_location_takes_two before update on protected_location for each row execute function check_two_for_protection();
create trigger protected_notice_stays before delete on protected_notice for each row execute function check_no_protected_left();

-- Owners last: rights to a function are given while it is still ours to give them.
alter function notice_possible_duplicates(uuid[], timestamptz) owner to onroll_access;
alter function join_children(uuid) owner to onroll_access;
alter function joins_now(uuid, uuid) owner to onroll_access;
alter function joined_into(uuid) owner to onroll_access;
alter function refuse_address_of_protected() owner to onroll_access;
alter function remove_ordinary_addresses(uuid) owner to onroll_access;
alter function tokens_protected_from_me(bytea[]) owner to onroll_access;
alter function tokens_protected(bytea[]) owner to onroll_access;
