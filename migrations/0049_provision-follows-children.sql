-- When two records of one child are joined, everything about the one is about the other: placements, disclosures,
-- questionnaires and whatever else of this area points at a child (see 0012). A test finds what is forgotten.
do $$ declare r record; begin
  for r in select f.conrelid::regclass as in_table, a.attname as in_column
    from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
   where f.contype = 'f' and f.confrelid = 'onroll.child'::regclass
     and f.conrelid not in ('onroll.child'::regclass, 'onroll.possible_duplicate'::regclass, 'onroll.proposed_change'::regclass)
     and not has_column_privilege('onroll_access', f.conrelid, a.attname, 'update')
  loop
    perform rows_follow_joined_children(r.in_table, r.in_column);
  end loop;
end $$;

/* Of some things a child has one at a time. When two records are joined that each have one, the one that was further on
   stays, and the other is set aside with the reason, so that nothing stands in the way of the joining. */
create function set_aside_when_joined() returns trigger language plpgsql security definer set search_path = onroll, pg_temp as $$
declare
  because constant text := 'Two records of the child were joined, and the other record had one too.';
begin
  if new.child_id = old.child_id then return new; end if;
  -- Each table has its own columns, so which table it is is asked first, by itself.
  if tg_table_name = 'questionnaire' then
    if new.status = 'returned' then
      update onroll.questionnaire set status = 'not needed', not_needed_because = because
       where child_id = new.child_id and provider_id = new.provider_id and commissioner_id = new.commissioner_id and status in ('draft', 'sent back');
    end if;
    if new.status in ('draft', 'returned', 'sent back') and exists (select 1 from onroll.questionnaire q where q.child_id = new.child_id
        and q.provider_id = new.provider_id and q.commissioner_id = new.commissioner_id and q.status in ('draft', 'returned', 'sent back')) then
      new.status := 'not needed';
      new.not_needed_because := because;
    end if;
  elsif tg_table_name = 'no_school_time' then
    if new.to_on is null and exists (select 1 from onroll.no_school_time n where n.child_id = new.child_id and n.to_on is null) then
      new.to_on := greatest(new.from_on, onroll.today());
    end if;
  else
    if new.status = 'proposed' and exists (select 1 from onroll.roll_removal r
        where r.child_id = new.child_id and r.school_id = new.school_id and r.status = 'proposed') then
      new.status := 'withdrawn';
      new.withdrawn_because := because;
    end if;
  end if;
  return new;
end $$;
grant update (status, not_needed_because) on questionnaire to onroll_access;
do $$ declare t text; begin
  foreach t in array array['questionnaire', 'no_school_time', 'roll_removal'] loop
    execute format('create trigger %I before update of child_id on %I for each row execute function set_aside_when_joined()', t || '_joined', t);
  end loop;
end $$;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function set_aside_when_joined() owner to onroll_access;
