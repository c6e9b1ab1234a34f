-- What the tests of access do on the database's side, so that thousands of attempts take few journeys. Each attempt is
-- made as onroll_app under one signed context and taken back; the answer is what became of it.

create or replace function public.each_looks(contexts text[], statement text) returns setof jsonb
language plpgsql as $$
declare context text; answer jsonb;
begin
  foreach context in array contexts loop
    begin
      perform set_config('onroll.context', context, true), set_config('role', 'onroll_app', true);
      execute statement into answer;
      raise exception using errcode = 'ZZZZZ';
    exception when others then
      if sqlstate <> 'ZZZZZ' then answer := to_jsonb(sqlerrm); end if;
    end;
    return next answer;
  end loop;
end $$;

create or replace function public.each_does(contexts text[], statement text, look text) returns setof jsonb
language plpgsql as $$
declare context text; answer jsonb;
begin
  foreach context in array contexts loop
    begin
      perform set_config('onroll.context', context, true), set_config('role', 'onroll_app', true);
      execute statement;
      perform set_config('role', 'none', true);
      execute look into answer;
      raise exception using errcode = 'ZZZZZ';
    exception when others then
      if sqlstate <> 'ZZZZZ' then answer := to_jsonb(sqlerrm); end if;
    end;
    return next answer;
  end loop;
end $$;

-- What each asker tries to add, kept for as long as it is tried again and again: a list of attempts is a megabyte.
create table public.kept_attempt (
  list integer, who integer, attempt integer, statement text, due boolean,
  primary key (list, who, attempt)
);

-- For each of these places in the list of contexts its statements, and whether each should be let through. Constraints are asked after the policies, so
-- whatever only a constraint refuses (class 23) was let through. Answers the attempts that came out otherwise.
create or replace function public.each_adds(contexts text[], kept integer, only_first boolean, places integer[])
returns table (who integer, attempt integer, outcome text)
language plpgsql as $$
#variable_conflict use_column
declare one record; code text; place integer;
begin
  foreach place in array places loop
    for one in select attempt, statement, due from public.kept_attempt where list = kept and who = place order by attempt loop
      begin
        perform set_config('onroll.context', contexts[place], true), set_config('role', 'onroll_app', true);
        execute one.statement;
        raise exception using errcode = 'ZZZZZ';
      exception when others then
        code := sqlstate; outcome := sqlstate || ' ' || sqlerrm;
      end;
      if (code in ('ZZZZZ') or code like '23%') <> one.due or not (code in ('ZZZZZ', '42501') or code like '23%') then
        who := place; attempt := one.attempt;
        return next;
        if only_first then return; end if;
      end if;
    end loop;
  end loop;
end $$;
