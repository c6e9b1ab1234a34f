-- Guidance: articles with their versions, the A to Z, the article that belongs to a step, and a search that forgives
-- spelling. Everybody signed in reads what is published; none of it is about a person's case.

create table article (
  id          uuid primary key,
  slug        text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+){0,14}$' and length(slug) <= 100 and slug not in ('new', 'topics', 'search', 'review', 'load')),
  kind        text not null default 'article' check (kind in ('article', 'answer')),
  title       text not null check (length(btrim(title)) between 1 and 150),
  summary     text not null check (length(btrim(summary)) between 1 and 400),
  body        text not null check (length(body) <= 60000),
  -- The same words without their marks: what is searched, and quoted as the passage found.
  plain       text not null,
  topics      text[] not null default '{}',
  audiences   text[] not null,
  rules       text[] not null default '{}',
  sources     text[] not null default '{}',
  owner_id    uuid not null references user_account,
  review_on   date not null,
  status      text not null default 'published' check (status in ('published', 'withdrawn')),
  number      integer not null default 1,
  changed_at  timestamptz not null,
  flagged_at  timestamptz,
  search      tsvector,
  headwords   text
);
create index article_search on article using gin (search);
create index article_headwords on article using gin (headwords public.gin_trgm_ops);
create index on article (review_on) where status = 'published';
create index article_rules on article using gin (rules);
comment on table article is 'Guidance that everybody signed in may read. Names its owner, a member of staff; holds no personal data of children.';

create table article_version (
  article_id  uuid not null references article,
  number      integer not null,
  title       text not null,
  summary     text not null,
  body        text not null,
  topics      text[] not null,
  audiences   text[] not null,
  rules       text[] not null,
  sources     text[] not null,
  review_on   date not null,
  why         text not null,
  changed_by  uuid not null references user_account,
  changed_at  timestamptz not null,
  primary key (article_id, number)
);
comment on table article_version is 'Every form that an article has had. Names the staff who wrote it.';

-- The A to Z: a topic leads to an article, or says where else to look.
create table guidance_topic (
  name        text primary key check (length(btrim(name)) between 1 and 100),
  article_id  uuid references article,
  see         text references guidance_topic,
  check ((article_id is null) <> (see is null))
);

-- The article that belongs to a step, by the path that the page states.
create table guidance_step (
  path        text primary key check (path ~ '^/[A-Za-z0-9/:.-]*$'),
  article_id  uuid not null references article
);
create index on guidance_step (article_id);

-- The words that guidance uses, against which a misspelt word is matched.
create table guidance_word (word text primary key);
create index guidance_word_alike on guidance_word using gin (word public.gin_trgm_ops);

-- What people looked for and did not find. Never by whom.
create table search_miss (
  words   text not null check (length(words) between 1 and 100),
  "on"    date not null,
  times   integer not null default 1,
  primary key (words, "on")
);
comment on table search_miss is 'Searches without a result, checked for personal data before they are kept; 90 days, without the person.';

do $$ declare t text; begin
  foreach t in array array['article', 'article_version', 'guidance_topic', 'guidance_step', 'guidance_word', 'search_miss'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

/* The authority's officers who answer questions (a partnership's finance officer is none of them), and whoever runs the authority, write guidance. */
create function i_write_guidance() returns boolean language sql stable set search_path = onroll, pg_temp as
$$ select onroll.i_run_the_authority() or (onroll.i_am('admissions', 'sena', 'virtual-school', 'finance', 'quality-assurance')
     and (onroll.me()).organisation_kind in ('authority', 'team')) $$;
grant execute on function i_write_guidance() to onroll_app;

create policy article_seen on article for select to onroll_app
  using ((select my_user()) is not null and (status = 'published' or owner_id = (select my_user()) or (select i_run_the_authority())));
create policy article_written on article for insert to onroll_app
  with check ((select i_run_the_authority()) or (kind = 'answer' and owner_id = (select my_user()) and (select i_write_guidance())));
create policy article_changed on article for update to onroll_app
  using ((select i_run_the_authority()) or (owner_id = (select my_user()) and (select i_write_guidance())));
create policy article_read_for_access on article for select to onroll_access using (true);
create policy article_read_by_worker on article for select to onroll_worker using (true);
create policy article_flagged_by_worker on article for update to onroll_worker using (true) with check (true);
grant select, insert on article to onroll_app;
grant update (title, summary, body, plain, topics, audiences, rules, sources, owner_id, review_on, status, number, changed_at, flagged_at)
  on article to onroll_app;
grant select on article to onroll_access, onroll_worker;
grant update (flagged_at) on article to onroll_worker;

create policy article_version_seen on article_version for select to onroll_app
  using (exists (select 1 from article a where a.id = article_id));
create policy article_version_kept on article_version for insert to onroll_app
  with check (changed_by = (select my_user()) and exists (select 1 from article a where a.id = article_id
    and ((select i_run_the_authority()) or (a.owner_id = (select my_user()) and (select i_write_guidance())))));
grant select, insert on article_version to onroll_app;

create policy topic_seen on guidance_topic for select to onroll_app using ((select my_user()) is not null);
create policy topic_kept on guidance_topic for all to onroll_app
  using ((select i_run_the_authority())) with check ((select i_run_the_authority()));
create policy step_seen on guidance_step for select to onroll_app using ((select my_user()) is not null);
create policy step_kept on guidance_step for all to onroll_app
  using ((select i_run_the_authority())) with check ((select i_run_the_authority()));
grant select, insert, delete on guidance_topic, guidance_step to onroll_app;
grant update (article_id, see) on guidance_topic to onroll_app;
grant update (article_id) on guidance_step to onroll_app;

create policy guidance_word_for_access on guidance_word for all to onroll_access using (true) with check (true);
create policy search_miss_for_access on search_miss for all to onroll_access using (true) with check (true);
create policy search_miss_seen on search_miss for select to onroll_app using ((select i_write_guidance()));
grant select, insert on guidance_word to onroll_access;
grant select, insert, update, delete on search_miss to onroll_access;
grant select on search_miss to onroll_app;

/* What is searched follows from what is written, whoever writes. */
create function index_article() returns trigger language plpgsql security definer set search_path = onroll, public, pg_temp as $$
begin
  new.headwords := lower(new.title || ' ' || array_to_string(new.topics, ' '));
  new.search := setweight(to_tsvector('english', new.headwords), 'A') || setweight(to_tsvector('english', new.summary), 'B')
    || setweight(to_tsvector('english', new.plain), 'C');
  insert into onroll.guidance_word
    select distinct w from regexp_split_to_table(lower(new.headwords || ' ' || new.summary || ' ' || new.plain), '[^[:alpha:]]+') w
     where length(w) between 3 and 30
    on conflict do nothing;
  return new;
end $$;
grant execute on function index_article() to onroll_app, onroll_worker;
create trigger article_indexed before insert or update of title, summary, plain, topics on article
  for each row execute function index_article();

/* A word as guidance writes it: itself when it is used anywhere, else the nearest one. */
create function nearest_word(typed text) returns text
language plpgsql stable security definer set search_path = onroll, public, pg_temp as $$
declare found_word text;
begin
  if length(typed) < 4 or length(typed) > 30 or exists (select 1 from onroll.guidance_word where word = typed) then return typed; end if;
  select g.word into found_word from onroll.guidance_word g where g.word % typed
   order by similarity(g.word, typed) desc, abs(length(g.word) - length(typed)), g.word limit 1;
  return coalesce(found_word, typed);
end $$;

/* Articles in which all the words stand come first, then those with some of them. The operators of search are not
   leakproof, so under row-level security they could not use their index (decision 6): this function asks who is there. */
create function search_guidance(words text, most integer)
returns table (id uuid, slug text, kind text, title text, summary text, passage text, meant text)
language plpgsql stable security definer set search_path = onroll, public, pg_temp as $$
declare
  typed text[];
  meant_words text[];
  q_all tsquery;
  q_some tsquery := ''::tsquery;
  each_word text;
begin
  if onroll.my_user() is null then return; end if;
  select array_agg(w) into typed from (select w from regexp_split_to_table(lower(left(words, 200)), '[^[:alnum:]]+') w where w <> '' limit 12) t;
  if typed is null then return; end if;
  select array_agg(onroll.nearest_word(w) order by n) into meant_words from unnest(typed) with ordinality as t (w, n);
  q_all := plainto_tsquery('english', array_to_string(meant_words, ' '));
  if numnode(q_all) = 0 then return; end if;
  foreach each_word in array meant_words loop
    q_some := q_some || plainto_tsquery('english', each_word);
  end loop;
  return query
    with whole as (
      -- What thousands of articles say tells nothing apart: two thousand of them are weighed, whichever come first.
      select c.id, 1 as grade, ts_rank_cd(c.search, q_all)::real as worth from (
        select a.id, a.search from onroll.article a where a.status = 'published' and a.search @@ q_all limit 2000) c
       order by 3 desc limit most),
    part as (
      select c.id, 2 as grade, ts_rank(c.search, q_some)::real as worth from (
        select a.id, a.search from onroll.article a
         where (select count(*) from whole) < most and a.status = 'published' and a.search @@ q_some limit 2000) c
       where c.id not in (select w.id from whole w) order by 3 desc limit most),
    best as (select * from whole union all select * from part order by grade, worth desc limit most)
    select a.id, a.slug, a.kind, a.title, a.summary,
           ts_headline('english', left(a.plain, 10000), q_some, 'StartSel=[[[, StopSel=]]], MaxWords=32, MinWords=14, MaxFragments=1'),
           case when meant_words is distinct from typed then array_to_string(meant_words, ' ') end
      from best b join onroll.article a on a.id = b.id order by b.grade, b.worth desc;
end $$;
grant execute on function search_guidance(text, integer) to onroll_app;

/* Remembers that something was looked for in vain; what is older than 90 days goes. */
create function note_search_miss(looked_for text, day date) returns void
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
begin
  if onroll.my_user() is null then return; end if;
  delete from onroll.search_miss where "on" < day - 90;
  insert into onroll.search_miss as s (words, "on") values (left(lower(btrim(looked_for)), 100), day)
    on conflict (words, "on") do update set times = s.times + 1;
end $$;
grant execute on function note_search_miss(text, date) to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function index_article() owner to onroll_access;
alter function nearest_word(text) owner to onroll_access;
alter function search_guidance(text, integer) owner to onroll_access;
alter function note_search_miss(text, date) owner to onroll_access;
