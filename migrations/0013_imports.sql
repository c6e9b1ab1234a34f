-- Imports of a school's spreadsheets: what was found in the file, what would change, what was written, and how it is
-- taken back. Staged rows are personal data of the children in the file; they are removed when they are of no more use.

alter table import_batch
  add column sheet text,
  add column other_sheets text[] not null default '{}',
  add column made_under uuid references membership,
  add column counts jsonb not null default '{}',
  add column checked_at timestamptz,
  add column known_children integer,
  add column rows_forgotten_at timestamptz,
  drop constraint import_batch_status_check,
  add constraint import_batch_status_check check (status in ('uploaded', 'matched', 'checking', 'checked', 'importing', 'imported', 'undoing', 'failed', 'undone', 'discarded'));
create index on import_batch (organisation_id, made_at);
-- 'held': what was found when the file came in, before anybody said what the columns mean.
alter table import_row add column changes jsonb not null default '[]', add column held jsonb not null default '[]';
grant update (counts, checked_at, known_children, rows_forgotten_at) on import_batch to onroll_app;
-- What an import wrote, row by row: what stood there before (nothing, when it was added), and what it was like after.
alter table import_row drop column written;
create table import_write (
  batch_id    uuid not null references import_batch on delete cascade,
  number      integer not null,
  table_name  text not null,
  row_id      uuid not null,
  before      jsonb,
  mark        text,
  primary key (batch_id, table_name, row_id)
);
alter table import_write enable row level security;
alter table import_write force row level security;
create policy import_write_of_its_batch on import_write for all to onroll_app
  using (batch_id in (select b.id from import_batch b)) with check (batch_id in (select b.id from import_batch b));
grant select, insert on import_write to onroll_app;
comment on table import_write is 'What stood in changed rows before an import (S1 to S3); removed after 30 days.';

grant update (cells, changes) on import_row to onroll_app;
comment on table import_row is 'Rows of an uploaded file (S1 to S3), of the school that uploaded it; removed after 30 days, or when the import is set aside.';

-- The worker tells how far an import is, or that it failed, and forgets old rows; it reads none of them.
grant select (id, status, made_at, imported_at, rows_forgotten_at), update (status, problem, rows_done, rows_forgotten_at) on import_batch to onroll_worker;
grant select (id, batch_id), delete on import_row to onroll_worker;
grant select (batch_id), delete on import_write to onroll_worker;
create policy import_told_by_worker on import_batch for select to onroll_worker using (true);
create policy import_moved_by_worker on import_batch for update to onroll_worker using (true)
  with check (status in ('checking', 'importing', 'undoing', 'checked', 'imported', 'failed', 'undone', 'discarded'));
create policy import_row_counted_by_worker on import_row for select to onroll_worker using (true);
create policy import_row_forgotten_by_worker on import_row for delete to onroll_worker using (true);
create policy import_write_counted_by_worker on import_write for select to onroll_worker using (true);
create policy import_write_forgotten_by_worker on import_write for delete to onroll_worker using (true);

-- Undoing removes what the import added: only through the function below, as onroll_access. The keys that point at a
-- child or a referral need an index each, or every removal reads whole tables.
create index on finding (child_id);
create index on proposed_change (child_id);
create index on proposed_change (other_child_id);
create index on possible_duplicate (other_child_id);
create index on child (merged_into_id) where merged_into_id is not null;

do $$ declare t text; begin
  foreach t in array array['child', 'enrolment', 'child_address', 'contact', 'special_needs', 'care_status', 'referral', 'case_event', 'possible_duplicate'] loop
    execute format('grant select, update, delete on %I to onroll_access', t);
    execute format('create policy %I on %I for delete to onroll_access using (true)', t || '_taken_back', t);
    if not exists (select 1 from pg_policy where polrelid = ('onroll.' || t)::regclass and polcmd in ('r', '*')
      and polroles @> array[(select oid from pg_roles where rolname = 'onroll_access')]) then
      execute format('create policy %I on %I for select to onroll_access using (true)', t || '_read_to_take_back', t);
    end if;
    if not exists (select 1 from pg_policy where polrelid = ('onroll.' || t)::regclass and polcmd in ('w', '*')
      and polroles @> array[(select oid from pg_roles where rolname = 'onroll_access')]) then
      execute format('create policy %I on %I for update to onroll_access using (true) with check (true)', t || '_put_back', t);
    end if;
  end loop;
  -- What points at a child or a referral must be seen, to be named when it stands in the way.
  for t in select distinct c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.confrelid in ('onroll.child'::regclass, 'onroll.referral'::regclass)
  loop
    execute format('grant select on %I to onroll_access', t);
    if not exists (select 1 from pg_policy where polrelid = ('onroll.' || t)::regclass and polcmd in ('r', '*')
      and polroles @> array[(select oid from pg_roles where rolname = 'onroll_access')]) then
      execute format('create policy %I on %I for select to onroll_access using (true)', t || '_seen_in_the_way', t);
    end if;
  end loop;
  foreach t in array array['import_batch', 'import_row', 'import_write'] loop
    execute format('grant select, update on %I to onroll_access', t);
    execute format('create policy %I on %I for all to onroll_access using (true) with check (true)', t || '_undone', t);
  end loop;
end $$;

/* What stands in the way of taking an import back: rows that changed since, and rows of others about what it added. */
create function import_blockers(batch uuid) returns table (number integer, what text)
language plpgsql stable security definer set search_path = onroll, pg_temp set plan_cache_mode = force_custom_plan as $$
declare t text; f record;
begin
  if not exists (select 1 from onroll.import_batch b where b.id = batch and b.organisation_id = onroll.my_organisation()
    and onroll.i_am('school-referrer', 'school-dsl')) then return; end if;
  for t in select distinct w.table_name from onroll.import_write w where w.batch_id = batch loop
    return query execute format($q$
      select w.number, %1$L from onroll.import_write w left join onroll.%1$I x on x.id = w.row_id
       where w.batch_id = $1 and w.table_name = %1$L
         and (x.id is null or (w.mark is not null and w.mark <> md5((to_jsonb(x) - 'version')::text)))$q$, t) using batch;
  end loop;
  -- Rows that point at what was added, and that the import did not add itself.
  for f in
    select c.relname as in_table, a.attname as in_column, p.relname as parent,
           exists (select 1 from pg_attribute i where i.attrelid = c.oid and i.attname = 'id') as has_id
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.confrelid in ('onroll.child'::regclass, 'onroll.referral'::regclass)
       and has_table_privilege(k.conrelid, 'select')
       and exists (select 1 from onroll.import_write w where w.batch_id = batch and w.table_name = p.relname and w.before is null)
  loop
    return query execute format($q$
      select w.number, %1$L from onroll.import_write w join onroll.%1$I x on x.%2$I = w.row_id
       where w.batch_id = $1 and w.table_name = %3$L and w.before is null %4$s %5$s$q$,
      f.in_table, f.in_column, f.parent,
      case when f.in_table = 'possible_duplicate' then 'and x.resolved_at is not null' else '' end,
      -- A look-up for each row, by the key: a join would be guessed wrong while the rows are new.
      case when f.has_id then format('and (select 1 from onroll.import_write o where o.batch_id = $1 and o.table_name = %L and o.row_id = x.id) is null', f.in_table)
        else '' end) using batch;
  end loop;
end $$;
grant execute on function import_blockers(uuid) to onroll_app;

/* Puts back exactly what was, and removes what the import added; refuses when anything stands in the way. */
create function undo_import(batch uuid, at timestamptz) returns void
language plpgsql volatile security definer set search_path = onroll, pg_temp set plan_cache_mode = force_custom_plan as $$
declare b onroll.import_batch; t text; c text;
begin
  select * into b from onroll.import_batch where id = batch and organisation_id = onroll.my_organisation() for update;
  if b.id is null or not onroll.i_am('school-referrer', 'school-dsl') or b.status not in ('imported', 'undoing') then
    raise exception 'there is no such import to undo' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from onroll.import_blockers(batch)) then
    raise exception 'something has happened since that rests on this import' using errcode = 'check_violation', constraint = 'import_in_use';
  end if;
  delete from onroll.possible_duplicate d using onroll.import_write w
    where w.batch_id = batch and w.table_name = 'child' and w.before is null and w.row_id in (d.child_id, d.other_child_id);
  -- What stands on others goes first.
  foreach t in array array['case_event', 'referral', 'enrolment', 'child_address', 'contact', 'special_needs', 'care_status', 'child'] loop
    execute format('delete from onroll.%1$I x using onroll.import_write w
      where w.batch_id = $1 and w.table_name = %1$L and w.before is null and x.id = w.row_id', t) using batch;
  end loop;
  for t, c in
    select distinct w.table_name, k from onroll.import_write w, jsonb_object_keys(w.before) k where w.batch_id = batch and w.before is not null
  loop
    execute format('update onroll.%1$I x set %2$I = (jsonb_populate_record(null::onroll.%1$I, w.before)).%2$I from onroll.import_write w
      where w.batch_id = $1 and w.table_name = %1$L and w.before ? %2$L and x.id = w.row_id', t, c) using batch;
  end loop;
  update onroll.import_batch set status = 'undone', undone_at = at, undone_by = onroll.my_user() where id = batch;
end $$;
grant execute on function undo_import(uuid, timestamptz) to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function import_blockers(uuid) owner to onroll_access;
alter function undo_import(uuid, timestamptz) owner to onroll_access;
