-- What we promise to remember: append only, hash-chained, written in the transaction of the deed itself.
-- Nobody holds update or delete; the only way in is one function, which takes the lock on the chain's head last.

create table audit_entry (
  seq            bigint primary key,
  at             timestamptz not null,
  request_id     text not null,
  user_id        uuid,
  membership_id  uuid,
  organisation_id uuid,
  event          text not null,
  subject_kind   text not null,
  subject_id     uuid,
  child_id       uuid,
  outcome        text not null check (outcome in ('done', 'refused', 'failed')),
  detail         jsonb not null default '{}',
  hash           bytea not null
);
create index on audit_entry (child_id, at) where child_id is not null;
create index on audit_entry (user_id, at);
create index on audit_entry (subject_id, at);

create table audit_head (
  one   boolean primary key default true check (one),
  seq   bigint not null,
  hash  bytea not null
);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy audit_written_through_its_function on audit_entry for insert to onroll_audit with check (true);
create policy audit_read_to_verify on audit_entry for select to onroll_audit using (true);
create policy head_moved_through_its_function on audit_head for all to onroll_audit using (true) with check (true);
create policy head_started_by_owner on audit_head for insert to onroll_owner with check (true);
grant select, insert on audit_entry to onroll_audit;
grant select, update on audit_head to onroll_audit;
insert into audit_head (seq, hash) values (0, sha256('onroll audit'::bytea));

/* One entry's hash: each field with its length before it, so that no two entries read alike. */
create function audit_hash(previous bytea, e audit_entry) returns bytea
language sql immutable set search_path = onroll, pg_temp as $$
  select sha256(previous || convert_to(string_agg(length(field)::text || ':' || field, ',' order by place), 'UTF8'))
  from unnest(array['1', e.seq::text, (extract(epoch from e.at) * 1000000)::bigint::text, e.request_id,
    coalesce(e.user_id::text, ''), coalesce(e.membership_id::text, ''), coalesce(e.organisation_id::text, ''), e.event,
    e.subject_kind, coalesce(e.subject_id::text, ''), coalesce(e.child_id::text, ''), e.outcome, e.detail::text])
    with ordinality as f (field, place)
$$;

/* Adds entries ([{event, subjectKind, subjectId?, childId?, outcome?, detail?}]) for the person of this context. */
create function remember(request text, entries jsonb) returns void
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare
  who onroll.me := onroll.me();
  ctx onroll.context := onroll.verified_context();
  item jsonb;
  e onroll.audit_entry;
  head onroll.audit_head;
begin
  if ctx is null then raise exception 'nobody is signed in: nothing can be remembered' using errcode = 'insufficient_privilege'; end if;
  select * into head from onroll.audit_head for update;
  for item in select * from jsonb_array_elements(entries) loop
    e := null;
    e.seq := head.seq + 1;
    e.at := clock_timestamp();
    e.request_id := left(request, 64);
    e.user_id := coalesce(who.user_id, case when ctx.purpose in ('sign-in', 'demo', 'set-up') then (item ->> 'userId')::uuid end);
    e.membership_id := who.membership_id;
    e.organisation_id := who.organisation_id;
    e.event := item ->> 'event';
    e.subject_kind := coalesce(item ->> 'subjectKind', 'none');
    e.subject_id := (item ->> 'subjectId')::uuid;
    e.child_id := (item ->> 'childId')::uuid;
    e.outcome := coalesce(item ->> 'outcome', 'done');
    e.detail := coalesce(item -> 'detail', '{}'::jsonb);
    e.hash := onroll.audit_hash(head.hash, e);
    insert into onroll.audit_entry select e.*;
    head.seq := e.seq;
    head.hash := e.hash;
  end loop;
  update onroll.audit_head set seq = head.seq, hash = head.hash;
end $$;
grant execute on function audit_hash(bytea, audit_entry) to onroll_audit;
grant execute on function remember(text, jsonb) to onroll_app, onroll_worker;

/* The first entry that does not follow from the one before it; no row when the chain is whole. */
create function audit_first_break() returns table (seq bigint, problem text)
language sql stable security definer set search_path = onroll, pg_temp as $$
  with chain as (
    select e, e.seq, e.hash,
           lag(e.hash, 1, sha256('onroll audit'::bytea)) over (order by e.seq) as previous,
           lag(e.seq, 1, 0::bigint) over (order by e.seq) as before
      from onroll.audit_entry e),
  broken as (
    select c.seq, case when c.seq <> c.before + 1 then 'entries are missing before this one'
                       else 'this entry was changed' end as problem
      from chain c where c.seq <> c.before + 1 or c.hash <> onroll.audit_hash(c.previous, c.e)
    union all
    select h.seq, 'the newest entries are missing'
      from onroll.audit_head h
     where not exists (select 1 from onroll.audit_entry e where e.seq = h.seq and e.hash = h.hash) and h.seq > 0)
  select b.seq, b.problem from broken b order by b.seq limit 1
$$;
create function audit_newest() returns table (seq bigint, hash bytea)
language sql stable security definer set search_path = onroll, pg_temp as
$$ select seq, hash from onroll.audit_head $$;
grant execute on function audit_first_break(), audit_newest() to onroll_app, onroll_worker, onroll_backup;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function remember(text, jsonb) owner to onroll_audit;
alter function audit_first_break() owner to onroll_audit;
alter function audit_newest() owner to onroll_audit;
