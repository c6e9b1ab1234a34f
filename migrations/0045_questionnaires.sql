-- The Questionnaire for Commissioners (Virtual School pack, Appendix 4): one for each looked-after child and provider where
-- a school buys directly. Access: row 22 of the matrix.

create table questionnaire (
  id               uuid primary key,
  reference        integer generated always as identity (start with 1001),
  child_id         uuid not null references child,
  provider_id      uuid not null references provider,
  commissioner_id  uuid not null references organisation,
  placement_id     uuid references placement,
  status           text not null default 'draft' check (status in ('draft', 'returned', 'sent back', 'accepted', 'not needed')),
  opened_on        date not null,
  due_on           date not null,
  -- The form before it, so that what changed can be shown.
  follows_id       uuid references questionnaire,
  -- The frozen form as it was returned, with its hash.
  returned         jsonb,
  returned_sha256  text,
  returned_at      timestamptz,
  returned_by      uuid references user_account,
  sent_back_because text check (length(sent_back_because) <= 2000),
  sent_back_at     timestamptz,
  sent_back_by     uuid references user_account,
  accepted_at      timestamptz,
  accepted_by      uuid references user_account,
  next_due_on      date,
  not_needed_because text check (length(not_needed_because) <= 1000),
  -- Who of the Virtual School said that it is not needed, and which part of the assurance it was told in another way (LAC-05).
  -- What the job or two records made one set aside has nobody here, and is opened anew when it is owed again.
  set_aside_by     uuid references user_account,
  set_aside_at     timestamptz,
  told_quality     boolean not null default false,
  told_monitoring  boolean not null default false,
  -- What was returned and sent back, word for word with its fingerprint, the oldest first: so that what was mended can be shown.
  returned_before  jsonb not null default '[]',
  -- Chased once before it is due and once after, by the job.
  reminded_at      timestamptz,
  chased_at        timestamptz,
  version          integer not null default 1
);
create unique index questionnaire_open_once on questionnaire (child_id, provider_id, commissioner_id) where status in ('draft', 'returned', 'sent back');
create index on questionnaire (commissioner_id, status);
create index on questionnaire (child_id);
create index on questionnaire (follows_id) where follows_id is not null;
comment on table questionnaire is 'What a school says of a looked-after child''s provision (S3). Public task; kept with the child''s record.';

-- Answers drafted from what is known, with where each part comes from and how old it is; a person confirms each.
create table questionnaire_answer (
  questionnaire_id uuid not null references questionnaire,
  question         integer not null check (question between 1 and 15),
  answer           text not null default '' check (length(answer) <= 8000),
  drafted          text,
  origins          jsonb not null default '[]',
  -- Question 2 in a word, beside what is written: does the provider have a number from the Department (REG-06)?
  registered       boolean check (registered is null or question = 2),
  confirmed_by     uuid references user_account,
  confirmed_at     timestamptz,
  version          integer not null default 1,
  primary key (questionnaire_id, question)
);
comment on table questionnaire_answer is 'Answers about a looked-after child (S3); kept with the form.';

create table questionnaire_rating (
  questionnaire_id uuid not null references questionnaire,
  section          text not null check (section in ('Choice of provider', 'Monitoring', 'Long-term aims')),
  rating           text not null check (rating in ('strong', 'enough', 'not enough')),
  why              text check (length(why) <= 2000),
  by_user          uuid not null references user_account,
  at               timestamptz not null,
  primary key (questionnaire_id, section)
);
comment on table questionnaire_rating is 'What the Virtual School thinks of each section (S3); kept with the form.';

create table questionnaire_request (
  id               uuid primary key,
  questionnaire_id uuid not null references questionnaire,
  question         integer not null check (question between 1 and 15),
  request          text not null check (length(btrim(request)) between 1 and 2000),
  asked_by         uuid not null references user_account,
  asked_at         timestamptz not null,
  due_on           date not null,
  supplied         text check (length(supplied) <= 8000),
  supplied_by      uuid references user_account,
  supplied_at      timestamptz,
  -- Chased like the form itself.
  reminded_at      timestamptz,
  chased_at        timestamptz,
  version          integer not null default 1
);
create index on questionnaire_request (questionnaire_id);
comment on table questionnaire_request is 'Evidence asked for on one question, and what was answered (S3); kept with the form.';

insert into lifecycle_transition (lifecycle, from_status, action, to_status) values
  ('questionnaire', 'draft', 'return', 'returned'),
  ('questionnaire', 'draft', 'set aside', 'not needed'),
  ('questionnaire', 'returned', 'send back', 'sent back'),
  ('questionnaire', 'returned', 'accept', 'accepted'),
  ('questionnaire', 'sent back', 'return', 'returned'),
  ('questionnaire', 'sent back', 'set aside', 'not needed');

do $$ declare t text; begin
  foreach t in array array['questionnaire', 'questionnaire_answer', 'questionnaire_rating', 'questionnaire_request'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to onroll_app, onroll_worker, onroll_access', t);
    execute format('create policy %I on %I for select to onroll_worker, onroll_access using (true)', t || '_read_by_worker', t);
    execute format('grant insert on %I to onroll_app', t);
  end loop;
  foreach t in array array['questionnaire', 'questionnaire_answer', 'questionnaire_request'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;
create trigger questionnaire_follows_its_lifecycle before update of status on questionnaire for each row execute function check_transition('questionnaire');

-- The school that buys writes and reads its own; the Virtual School reads those of children in its remit once they were
-- returned, and knows that a form is open. What a school is still writing, and what it writes anew after a form was sent
-- back, is its own: until it returns it the Virtual School has the frozen form of before.
create policy questionnaire_seen on questionnaire for select to onroll_app
  using ((commissioner_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')))
    or ((select i_am('virtual-school')) and child_id in (select children_i_may_see('care'))));
-- Forms are opened by the job, when rule QST-01 asks for one. The Virtual School may ask again after one that it accepted.
grant insert on questionnaire to onroll_worker;
create policy questionnaire_opened_by_worker on questionnaire for insert to onroll_worker with check (status = 'draft' and returned is null);
/* Is this a form about the same child, provider and school that the Virtual School accepted, or said was not needed? A policy
   cannot ask the table that it guards. */
create function follows_accepted_form(form uuid, child uuid, provider uuid, commissioner uuid) returns boolean
language sql stable security definer set search_path = onroll, pg_temp as $$
  select exists (select 1 from onroll.questionnaire q where q.id = form and (q.status = 'accepted' or q.status = 'not needed' and q.set_aside_by is not null)
    and q.child_id = child and q.provider_id = provider and q.commissioner_id = commissioner)
$$;
grant execute on function follows_accepted_form(uuid, uuid, uuid, uuid) to onroll_app;
create policy questionnaire_asked_again on questionnaire for insert to onroll_app
  with check (status = 'draft' and returned is null and accepted_at is null and next_due_on is null
    and (select i_am('virtual-school')) and child_id in (select children_i_may_see('care'))
    and (child_id, provider_id, commissioner_id) in (select p.child_id, p.provider_id, p.commissioner_id from placement p where p.status in ('accepted', 'live'))
    and follows_accepted_form(follows_id, child_id, provider_id, commissioner_id));
create policy questionnaire_returned_by_its_school on questionnaire for update to onroll_app
  using (commissioner_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')) and status in ('draft', 'sent back'))
  with check (status = 'returned');
create policy questionnaire_judged on questionnaire for update to onroll_app
  using ((select i_am('virtual-school')) and child_id in (select children_i_may_see('care')) and status = 'returned')
  with check (status in ('sent back', 'accepted'));
create policy questionnaire_not_needed on questionnaire for update to onroll_app
  using ((select i_am('virtual-school')) and child_id in (select children_i_may_see('care')) and status in ('draft', 'sent back'))
  with check (status = 'not needed' and length(btrim(not_needed_because)) > 0);
-- Policies open each other's doors: what may be begun under one may end under another. So who ends it is asked apart.
create policy questionnaire_returned_by_nobody_else on questionnaire as restrictive for update to onroll_app
  using (true) with check (status <> 'returned' or (select i_am('school-referrer', 'school-dsl')));
create policy questionnaire_judged_by_nobody_else on questionnaire as restrictive for update to onroll_app
  using (true) with check (status not in ('sent back', 'accepted', 'not needed') or (select i_am('virtual-school')));
-- The job reminds, and sets aside what nobody owes any more.
grant update (status, not_needed_because, reminded_at, chased_at) on questionnaire to onroll_worker;
create policy questionnaire_kept_by_worker on questionnaire for update to onroll_worker
  using (status in ('draft', 'sent back')) with check (status in ('draft', 'sent back', 'not needed'));

/* Each changes its own part. A form is returned whole: fifteen answers that say something, each confirmed by a person, and
   the frozen form says what the answers say. It is accepted when each section was rated since then and nothing is asked. */
create function guard_questionnaire() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
declare
  of_the_school constant text[] := array['status', 'returned', 'returned_sha256', 'returned_at', 'returned_by', 'version'];
  of_the_virtual_school constant text[] := array['status', 'due_on', 'sent_back_because', 'sent_back_at', 'sent_back_by', 'accepted_at', 'accepted_by',
    'next_due_on', 'not_needed_because', 'set_aside_by', 'set_aside_at', 'told_quality', 'told_monitoring', 'version'];
  theirs text[] := of_the_school;
begin
  if current_user <> 'onroll_app' then return new; end if;
  if onroll.i_am('virtual-school') then theirs := of_the_virtual_school; end if;
  if to_jsonb(new) - theirs is distinct from to_jsonb(old) - theirs then
    raise exception 'the school writes the form, and the Virtual School judges it' using errcode = 'insufficient_privilege';
  end if;
  if new.status = 'returned' then
    if new.returned_by is distinct from onroll.my_user() or new.returned_at is null or new.returned_sha256 is null then
      raise exception 'a form is returned in one''s own name, with its fingerprint' using errcode = 'insufficient_privilege';
    end if;
    if (select count(*) from onroll.questionnaire_answer a where a.questionnaire_id = new.id and a.confirmed_at is not null and btrim(a.answer) <> '') < 15 then
      raise exception 'a form is returned when all fifteen answers are confirmed' using errcode = 'check_violation';
    end if;
    if (select jsonb_object_agg(a.question::text, a.answer) from onroll.questionnaire_answer a where a.questionnaire_id = new.id)
       is distinct from (select jsonb_object_agg(x ->> 'question', x -> 'answer') from jsonb_array_elements(new.returned -> 'answers') x) then
      raise exception 'what is returned is what was answered' using errcode = 'check_violation';
    end if;
  elsif new.status = 'sent back' then
    if new.sent_back_by is distinct from onroll.my_user() or length(btrim(coalesce(new.sent_back_because, ''))) = 0 then
      raise exception 'a form is sent back in one''s own name, with a reason' using errcode = 'insufficient_privilege';
    end if;
  elsif new.status = 'accepted' then
    if new.accepted_by is distinct from onroll.my_user() or new.accepted_at is null then
      raise exception 'a form is accepted in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    if (select count(*) from onroll.questionnaire_rating r where r.questionnaire_id = new.id and r.at >= old.returned_at) < 3 then
      raise exception 'each section is rated before a form is accepted' using errcode = 'check_violation';
    end if;
    if exists (select 1 from onroll.questionnaire_request r where r.questionnaire_id = new.id and r.supplied_at is null) then
      raise exception 'evidence that was asked for is awaited' using errcode = 'check_violation';
    end if;
  end if;
  if (new.set_aside_by, new.set_aside_at, new.told_quality, new.told_monitoring)
       is distinct from (old.set_aside_by, old.set_aside_at, old.told_quality, old.told_monitoring)
     and (new.status <> 'not needed' or new.set_aside_by is distinct from onroll.my_user() or new.set_aside_at is null) then
    raise exception 'a form is set aside in one''s own name' using errcode = 'insufficient_privilege';
  end if;
  if new.status <> 'sent back' and new.due_on is distinct from old.due_on then
    raise exception 'a new day is named when a form is sent back' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_questionnaire() to onroll_app, onroll_worker;
create trigger questionnaire_guarded before update on questionnaire for each row execute function guard_questionnaire();

/* What was returned before is kept when a form is returned anew. Runs after the guard, by its name. */
create function keep_what_was_returned() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  new.returned_before := old.returned_before || jsonb_build_array(jsonb_build_object('returned', old.returned,
    'sha256', old.returned_sha256, 'at', old.returned_at, 'because', old.sent_back_because));
  return new;
end $$;
create trigger questionnaire_keeps_what_was_returned before update of returned on questionnaire
  for each row when (old.returned is not null and new.returned is distinct from old.returned) execute function keep_what_was_returned();

create policy questionnaire_answer_seen on questionnaire_answer for select to onroll_app
  using (questionnaire_id in (select q.id from questionnaire q where q.commissioner_id = (select my_organisation()) or q.status in ('returned', 'accepted')));
create policy questionnaire_answer_written on questionnaire_answer for insert to onroll_app
  with check ((confirmed_by is null or confirmed_by = (select my_user()))
    and questionnaire_id in (select q.id from questionnaire q where q.commissioner_id = (select my_organisation()) and q.status in ('draft', 'sent back')));
create policy questionnaire_answer_changed on questionnaire_answer for update to onroll_app
  using (questionnaire_id in (select q.id from questionnaire q where q.commissioner_id = (select my_organisation()) and q.status in ('draft', 'sent back')))
  with check (confirmed_by is null or confirmed_by = (select my_user()));
-- A school reads what was thought of its form when it is sent back or accepted, and not while somebody is still thinking.
create policy questionnaire_rating_seen on questionnaire_rating for select to onroll_app
  using (questionnaire_id in (select q.id from questionnaire q where (select i_am('virtual-school')) or q.status in ('sent back', 'accepted')));
create policy questionnaire_rating_given on questionnaire_rating for insert to onroll_app
  with check (by_user = (select my_user()) and (select i_am('virtual-school')) and questionnaire_id in (select q.id from questionnaire q where q.status = 'returned'));
create policy questionnaire_rating_changed on questionnaire_rating for update to onroll_app
  using ((select i_am('virtual-school')) and questionnaire_id in (select q.id from questionnaire q where q.status = 'returned'))
  with check (by_user = (select my_user()));
create policy questionnaire_request_seen on questionnaire_request for select to onroll_app using (questionnaire_id in (select q.id from questionnaire q));
create policy questionnaire_request_asked on questionnaire_request for insert to onroll_app
  with check (asked_by = (select my_user()) and supplied is null and supplied_at is null and (select i_am('virtual-school'))
    and questionnaire_id in (select q.id from questionnaire q where q.status in ('returned', 'accepted')));
create policy questionnaire_request_supplied on questionnaire_request for update to onroll_app
  using (supplied_at is null and (select i_am('school-referrer', 'school-dsl'))
    and questionnaire_id in (select q.id from questionnaire q where q.commissioner_id = (select my_organisation())))
  with check (supplied_by = (select my_user()) and supplied_at is not null and length(btrim(supplied)) > 0);
grant update (reminded_at, chased_at) on questionnaire_request to onroll_worker;
create policy questionnaire_request_chased on questionnaire_request for update to onroll_worker using (supplied_at is null) with check (true);

/* Looked-after children of other authorities at provision bought here: how many, where, and for whom. Named to nobody.
   Where it is not recorded which authority, that is what is said. */
create function other_authorities_children_at_provision()
returns table (authority text, school_id uuid, provider_id uuid, commissioner_id uuid, children bigint, with_contacts bigint)
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare day date := onroll.today();
begin
  if not coalesce(onroll.i_am('virtual-school'), false) then return; end if;
  return query
    select c.authority, e.school_id, p.provider_id, p.commissioner_id, count(distinct p.child_id),
      count(distinct p.child_id) filter (where c.virtual_school_contact is not null)
      from onroll.placement p
      join onroll.care_status c on c.child_id = p.child_id and c.status = 'looked-after' and c.from_on <= day and (c.to_on is null or c.to_on >= day)
      left join onroll.enrolment e on e.child_id = p.child_id and e.kind <> 'subsidiary' and e.from_on <= day and (e.to_on is null or e.to_on >= day)
     where p.status in ('accepted', 'live') and p.provider_id is not null and c.authority is distinct from onroll.own_authority()
     group by c.authority, e.school_id, p.provider_id, p.commissioner_id;
end $$;
grant execute on function other_authorities_children_at_provision() to onroll_app;

/* What the rules ask about the forms of these children: days and yes or no, and not a word of any answer. Whole for each
   child whose education the person asking may see, because a finding must not depend on who looks. Jobs ask about any. */
create function questionnaire_facts(wanted uuid[]) returns jsonb
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare children uuid[];
begin
  if onroll.my_purpose() = 'worker' then children := wanted;
  else select coalesce(array_agg(id), '{}') into children from onroll.children_i_may_see('education') id where id = any (wanted);
  end if;
  return jsonb_build_object(
    'forms', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select q.id, q.child_id, q.provider_id, q.commissioner_id, q.status, q.opened_on,
             case when q.status in ('returned', 'accepted') then (q.returned_at at time zone 'Europe/London')::date end as returned_on,
             case when q.status in ('returned', 'accepted') then (select a.registered from onroll.questionnaire_answer a
               where a.questionnaire_id = q.id and a.question = 2) end as registered,
             (select (min(r.asked_at) at time zone 'Europe/London')::date from onroll.questionnaire_request r
               where r.questionnaire_id = q.id and r.supplied_at is null) as evidence_asked_on,
             -- Returned, and sent back with a day that has not passed: it is not late.
             case when q.status = 'sent back' and q.due_on >= onroll.today() then (q.returned_at at time zone 'Europe/London')::date end as to_mend_from,
             -- Set aside by the Virtual School, while that placement goes on: nobody owes it, and what it was told counts.
             case when q.status = 'not needed' then (q.set_aside_at at time zone 'Europe/London')::date end as set_aside_on,
             q.told_quality, q.told_monitoring
        from onroll.questionnaire q where q.child_id = any (children) and (q.status <> 'not needed' or (q.set_aside_by is not null
         and exists (select 1 from onroll.placement p where p.id = q.placement_id and p.status in ('accepted', 'live'))))) x),
    'recorded', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, quality_recorded_on, monitoring_recorded_on from onroll.placement
       where child_id = any (children) and (quality_recorded_on is not null or monitoring_recorded_on is not null)) x));
end $$;
grant execute on function questionnaire_facts(uuid[]) to onroll_app, onroll_worker;

grant update (status, due_on, returned, returned_sha256, returned_at, returned_by, sent_back_because, sent_back_at, sent_back_by, accepted_at, accepted_by,
  next_due_on, not_needed_because, set_aside_by, set_aside_at, told_quality, told_monitoring) on questionnaire to onroll_app;
grant update (answer, drafted, origins, registered, confirmed_by, confirmed_at) on questionnaire_answer to onroll_app;
grant update (rating, why, by_user, at) on questionnaire_rating to onroll_app;
grant update (supplied, supplied_by, supplied_at) on questionnaire_request to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function follows_accepted_form(uuid, uuid, uuid, uuid) owner to onroll_access;
alter function other_authorities_children_at_provision() owner to onroll_access;
alter function questionnaire_facts(uuid[]) owner to onroll_access;
