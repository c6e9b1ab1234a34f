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
  accepted_at      timestamptz,
  accepted_by      uuid references user_account,
  next_due_on      date,
  not_needed_because text check (length(not_needed_because) <= 1000),
  version          integer not null default 1
);
create unique index questionnaire_open_once on questionnaire (child_id, provider_id, commissioner_id) where status in ('draft', 'returned', 'sent back');
create index on questionnaire (commissioner_id, status);
comment on table questionnaire is 'What a school says of a looked-after child''s provision (S3). Public task; kept with the child''s record.';

-- Answers drafted from what is known, with where each part comes from and how old it is; a person confirms each.
create table questionnaire_answer (
  questionnaire_id uuid not null references questionnaire,
  question         integer not null check (question between 1 and 15),
  answer           text not null default '' check (length(answer) <= 8000),
  drafted          text,
  origins          jsonb not null default '[]',
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
  version          integer not null default 1
);
create index on questionnaire_request (questionnaire_id);

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
    execute format('grant select on %I to onroll_app, onroll_worker', t);
    execute format('create policy %I on %I for select to onroll_worker using (true)', t || '_read_by_worker', t);
    execute format('grant insert on %I to onroll_app', t);
  end loop;
  foreach t in array array['questionnaire', 'questionnaire_answer', 'questionnaire_request'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;
create trigger questionnaire_follows_its_lifecycle before update of status on questionnaire for each row execute function check_transition('questionnaire');

-- The school that buys writes and reads its own; the Virtual School reads those of children in its remit, once returned,
-- and that a form is open.
create policy questionnaire_seen on questionnaire for select to onroll_app
  using ((commissioner_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')))
    or ((select i_am('virtual-school')) and child_id in (select children_i_may_see('care'))));
create policy questionnaire_opened on questionnaire for insert to onroll_app
  with check (status = 'draft' and ((commissioner_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl'))
      and child_id in (select children_i_may_see('education')))
    or ((select i_am('virtual-school')) and child_id in (select children_i_may_see('care')))));
create policy questionnaire_of_its_school on questionnaire for update to onroll_app
  using (commissioner_id = (select my_organisation()) and (select i_am('school-referrer', 'school-dsl')) and status in ('draft', 'sent back'))
  with check (status in ('draft', 'sent back', 'returned', 'not needed'));
create policy questionnaire_judged on questionnaire for update to onroll_app
  using ((select i_am('virtual-school')) and child_id in (select children_i_may_see('care')) and status = 'returned')
  with check (status in ('returned', 'sent back', 'accepted'));
grant insert on questionnaire to onroll_worker;
create policy questionnaire_opened_by_worker on questionnaire for insert to onroll_worker with check (status = 'draft');

create policy questionnaire_answer_seen on questionnaire_answer for select to onroll_app
  using (questionnaire_id in (select q.id from questionnaire q where q.commissioner_id = (select my_organisation()) or q.status not in ('draft', 'not needed')));
create policy questionnaire_answer_written on questionnaire_answer for insert to onroll_app
  with check (questionnaire_id in (select q.id from questionnaire q where q.commissioner_id = (select my_organisation()) and q.status in ('draft', 'sent back')));
create policy questionnaire_answer_changed on questionnaire_answer for update to onroll_app
  using (questionnaire_id in (select q.id from questionnaire q where q.commissioner_id = (select my_organisation()) and q.status in ('draft', 'sent back')))
  with check (confirmed_by is null or confirmed_by = (select my_user()));
create policy questionnaire_rating_seen on questionnaire_rating for select to onroll_app using (questionnaire_id in (select q.id from questionnaire q));
create policy questionnaire_rating_given on questionnaire_rating for insert to onroll_app
  with check (by_user = (select my_user()) and (select i_am('virtual-school')) and questionnaire_id in (select q.id from questionnaire q where q.status = 'returned'));
create policy questionnaire_rating_changed on questionnaire_rating for update to onroll_app
  using ((select i_am('virtual-school')) and questionnaire_id in (select q.id from questionnaire q where q.status = 'returned'))
  with check (by_user = (select my_user()));
create policy questionnaire_request_seen on questionnaire_request for select to onroll_app using (questionnaire_id in (select q.id from questionnaire q));
create policy questionnaire_request_asked on questionnaire_request for insert to onroll_app
  with check (asked_by = (select my_user()) and supplied is null and (select i_am('virtual-school')) and questionnaire_id in (select q.id from questionnaire q));
create policy questionnaire_request_supplied on questionnaire_request for update to onroll_app
  using ((select i_am('school-referrer', 'school-dsl')) and questionnaire_id in (select q.id from questionnaire q where q.commissioner_id = (select my_organisation())))
  with check (supplied_by = (select my_user()));

/* Looked-after children of other authorities at provision bought here: how many, where, and for whom. Named to nobody. */
create function other_authorities_children_at_provision()
returns table (authority text, school_id uuid, provider_id uuid, commissioner_id uuid, children bigint, with_contacts bigint)
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare day date := onroll.today();
begin
  if not onroll.i_am('virtual-school') then return; end if;
  return query
    select c.authority, e.school_id, p.provider_id, p.commissioner_id, count(distinct p.child_id),
      count(distinct p.child_id) filter (where c.virtual_school_contact is not null)
      from onroll.placement p
      join onroll.care_status c on c.child_id = p.child_id and c.status = 'looked-after' and c.from_on <= day and (c.to_on is null or c.to_on >= day)
      left join onroll.enrolment e on e.child_id = p.child_id and e.from_on <= day and (e.to_on is null or e.to_on >= day)
     where p.status in ('accepted', 'live') and c.authority <> onroll.own_authority()
     group by c.authority, e.school_id, p.provider_id, p.commissioner_id;
end $$;
alter function other_authorities_children_at_provision() owner to onroll_access;
grant execute on function other_authorities_children_at_provision() to onroll_app;

grant update (status, due_on, returned, returned_sha256, returned_at, returned_by, sent_back_because, sent_back_at, accepted_at, accepted_by, next_due_on,
  not_needed_because) on questionnaire to onroll_app;
grant update (answer, drafted, origins, confirmed_by, confirmed_at) on questionnaire_answer to onroll_app;
grant update (rating, why, by_user, at) on questionnaire_rating to onroll_app;
grant update (supplied, supplied_by, supplied_at) on questionnaire_request to onroll_app;
