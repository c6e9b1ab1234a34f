-- The question desk. A question may hold a child's data, so it is read by who asked it and by the officers of the role to
-- which its topic goes, and by nobody else. What everybody may read is an article, published after a person looked.

create table question (
  id                  uuid primary key,
  reference           integer generated always as identity (start with 1001),
  asked_by            uuid not null references user_account,
  asked_organisation_id uuid not null references organisation,
  asked_at            timestamptz not null,
  about_path          text check (about_path ~ '^/[!-~]*$' and length(about_path) <= 300),
  topic               text not null,
  routed_role         text not null check (routed_role in ('admissions', 'sena', 'virtual-school', 'finance', 'quality-assurance', 'data-steward')),
  words               text not null check (length(btrim(words)) between 1 and 4000),
  -- Attached by somebody who may see the case; the officer sees it only if they may see it themselves.
  referral_id         uuid references referral,
  status              text not null default 'open' check (status in ('open', 'answered', 'published')),
  answer              text check (length(answer) <= 20000),
  answer_rules        text[] not null default '{}',
  answer_articles     text[] not null default '{}',
  answered_by         uuid references user_account,
  answered_name       text,
  answered_at         timestamptz,
  -- Who looked, and decided that what is published holds nothing about a person although the check found something.
  personal_data_by    uuid references user_account,
  personal_data_why   text,
  article_id          uuid references article,
  published_at        timestamptz,
  reminded_at         timestamptz,
  version             integer not null default 1,
  check ((status = 'open') = (answered_at is null)),
  check ((status = 'published') = (published_at is not null)),
  check (published_at is null or article_id is not null)
);
create index on question (routed_role, status, asked_at);
create index on question (asked_by);
create index on question (referral_id) where referral_id is not null;
comment on table question is 'Questions to the authority''s officers; may hold personal data of children although the page asks for none. Public task; kept 2 years after the answer.';

alter table question enable row level security;
alter table question force row level security;
/* The role in which the person asking is an officer of the authority; a partnership's finance officer is none. */
create function officer_role() returns text language sql stable set search_path = onroll, pg_temp as
$$ select case when me.organisation_kind in ('authority', 'team') then me.role end from onroll.me() me $$;
grant execute on function officer_role() to onroll_app, onroll_access;
create policy question_seen on question for select to onroll_app
  using (asked_by = (select my_user()) or routed_role = (select officer_role()));
create policy question_asked on question for insert to onroll_app
  with check (asked_by = (select my_user()) and asked_organisation_id = (select my_organisation()) and status = 'open'
    and answer is null and article_id is null
    and (referral_id is null or referral_id in (select referrals_i_may_see())));
create policy question_answered on question for update to onroll_app
  using (routed_role = (select officer_role())) with check (true);
create policy question_read_by_worker on question for select to onroll_worker using (true);
create policy question_reminded_by_worker on question for update to onroll_worker using (true) with check (true);
create policy question_read_for_access on question for select to onroll_access using (true);
create policy question_passed_on_for_access on question for update to onroll_access using (true) with check (true);
grant update (topic, routed_role) on question to onroll_access;
grant select, insert on question to onroll_app;
grant update (status, answer, answer_rules, answer_articles, answered_by, answered_name, answered_at,
  personal_data_by, personal_data_why, article_id, published_at) on question to onroll_app;
-- Jobs remind by age; they never read what was asked.
grant select (id, reference, topic, routed_role, asked_at, status, reminded_at) on question to onroll_worker;
grant update (reminded_at) on question to onroll_worker;
grant select (id, topic, status, asked_at, routed_role, referral_id, version) on question to onroll_access;

create trigger question_version before update on question for each row execute function bump_version();
create trigger question_lifecycle before update of status on question for each row execute function check_transition('question');
create trigger question_signed before update of answered_by, personal_data_by on question
  for each row execute function signed_by_oneself('answered_by', 'personal_data_by');
insert into lifecycle_transition (lifecycle, from_status, action, to_status) values
  ('question', 'open', 'answer', 'answered'),
  ('question', 'answered', 'publish', 'published');

/* How much is asked about each topic and how long it waits: counts for who keeps guidance, without a word of any question. */
create function question_counts(since timestamptz)
returns table (topic text, asked bigint, unanswered bigint, oldest timestamptz)
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
begin
  if not coalesce(onroll.i_write_guidance(), false) then return; end if;
  return query
    select q.topic, count(*) filter (where q.asked_at >= since), count(*) filter (where q.status = 'open'),
           min(q.asked_at) filter (where q.status = 'open')
      from onroll.question q group by q.topic;
end $$;
grant execute on function i_write_guidance(), i_run_the_authority() to onroll_access;
grant execute on function question_counts(timestamptz) to onroll_app;

/* Does a text hold a name of the child whose case is attached to a question? The officer who publishes may not see the
   child, and must not publish the name all the same. Asked only by who answers that question. */
create function question_names_child(asked uuid, spoken text[]) returns boolean
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
begin
  return exists (
    select 1 from onroll.question q join onroll.referral r on r.id = q.referral_id join onroll.child c on c.id = r.child_id
     where q.id = asked and q.routed_role = onroll.officer_role()
       and exists (select 1 from unnest(string_to_array(c.search_name, ' ')) n where length(n) > 2 and n = any (spoken)));
end $$;
grant execute on function question_names_child(uuid, text[]) to onroll_app;

/* Hands a question to the officers of another role. Who hands it on no longer sees it, so no policy could let them write
   the row that results. */
create function pass_question_on(asked uuid, seen integer, to_topic text, to_role text) returns boolean
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
begin
  update onroll.question q set topic = to_topic, routed_role = to_role
   where q.id = asked and q.version = seen and q.status = 'open' and q.routed_role = onroll.officer_role();
  return found;
end $$;
grant execute on function pass_question_on(uuid, integer, text, text) to onroll_app;
grant execute on function bump_version() to onroll_access;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function question_counts(timestamptz) owner to onroll_access;
alter function question_names_child(uuid, text[]) owner to onroll_access;
alter function pass_question_on(uuid, integer, text, text) owner to onroll_access;
