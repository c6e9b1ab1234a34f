-- Which facts have changed since the rules were last asked. A trigger on every table that facts are loaded from leaves a
-- note in the transaction that changed it, and wakes the job that asks again; so no command can forget to, and no kill
-- between the two loses anything: the note stays until the asking is committed.

create table fact_change (
  id              bigint generated always as identity primary key,
  -- The ids of what the change touches, each under the name of its kind (child_id, school_id, …). None: everything (a
  -- general closure, a policy, a number of a rule).
  touches         jsonb not null,
  noted_at        timestamptz not null default clock_timestamp()
);
comment on table fact_change is 'Ids of what changed, until the rules have been asked again: seconds. No data of a person but the id.';
alter table fact_change enable row level security;
alter table fact_change force row level security;
create policy fact_change_noted on fact_change for insert to onroll_access with check (true);
grant insert on fact_change to onroll_access;
create policy fact_change_read_by_worker on fact_change for select to onroll_worker using (true);
create policy fact_change_claimed_by_worker on fact_change for update to onroll_worker using (true) with check (true);
create policy fact_change_done_by_worker on fact_change for delete to onroll_worker using (true);
grant select, delete on fact_change to onroll_worker;
-- A row is locked for as long as it is worked on; nothing in it is ever changed.
grant update (noted_at) on fact_change to onroll_worker;

/* The arguments name pairs: a kind of thing, and the column of the changed row that its id is taken from. */
create function note_fact_change() returns trigger language plpgsql security definer set search_path = onroll, pg_temp as $$
declare
  one jsonb;
  note jsonb;
  mine text := pg_current_xact_id()::text;
begin
  foreach one in array array[
      case when tg_op <> 'DELETE' then to_jsonb(new) end,
      case when tg_op <> 'INSERT' then to_jsonb(old) end] loop
    continue when one is null;
    note := '{}';
    for i in 0 .. tg_nargs / 2 - 1 loop
      note := note || jsonb_build_object(tg_argv[2 * i], one -> tg_argv[2 * i + 1]);
    end loop;
    note := jsonb_strip_nulls(note);
    -- Many rows of one thing in a row, as an import writes them, leave one note.
    continue when current_setting('onroll.noted', true) = mine || note::text;
    perform set_config('onroll.noted', mine || note::text, true);
    insert into onroll.fact_change (touches) values (note);
    -- One job for the transaction, whatever it changes. It has no key: with one, writers would wait for each other.
    continue when current_setting('onroll.woken', true) = mine;
    perform set_config('onroll.woken', mine, true);
    perform graphile_worker.onroll_enqueue('re-evaluate-changed', '{}'::json, null, null);
  end loop;
  return null;
end $$;

/* Hangs that trigger on tables. Each is written “table|the columns that a rule reads|what is noted”; a migration that adds
   a table of facts calls this for it (a test finds the forgotten). */
create function watch_facts(watched text[]) returns void language plpgsql as $$
declare parts text[];
begin
  for i in 1 .. array_length(watched, 1) loop
    parts := string_to_array(watched[i], '|');
    execute format(
      'create trigger fact_changed after insert or delete or update of %s on %I for each row execute function note_fact_change(%s)',
      (select string_agg(quote_ident(c), ', ') from unnest(string_to_array(parts[2], ',')) c), parts[1],
      (select coalesce(string_agg(quote_literal(a), ', '), '') from unnest(string_to_array(nullif(parts[3], ''), ',')) a));
  end loop;
end $$;

select watch_facts(array[
  -- table, the columns that a rule reads, what is noted
  'child|birth_date|child_id,id',
  'enrolment|child_id,school_id,kind,from_on,to_on,year_group|child_id,child_id',
  'child_address|child_id,home_authority,home_area_id,from_on,to_on|child_id,child_id',
  'contact|child_id,parental_responsibility,ended_on|child_id,child_id',
  'special_needs|child_id,status,maintaining_authority,from_on,to_on|child_id,child_id',
  'top_up|child_id,school_year,amount_pence|child_id,child_id',
  'care_status|child_id,status,authority,from_on,to_on,social_worker,virtual_school_contact|child_id,child_id',
  'admission|child_id,school_id,applied_on,outcome_on,completed_on|child_id,child_id',
  'exclusion|child_id,school_id,kind,from_on,reinstated_on,education_from|child_id,child_id',
  'referral|kind,status,child_id,referring_organisation_id,gate_on_roll,gate_special_needs,gate_care,submitted_at,first_response_at,ended_at|referral_id,id,child_id,child_id',
  'fair_access_case|category,in_year_measures_tried,received_on,accepted_on|referral_id,referral_id',
  'responsibility_dispute|opened_on,ended_at|referral_id,referral_id',
  'agenda_item|meeting_id,referral_id,status|referral_id,referral_id',
  'decision|referral_id,meeting_id,code,status,school_id,tier,decided_at,issued_at,start_on,end_on|referral_id,referral_id',
  'notice|referral_id,decision_id,to_organisation_id,sent_at|referral_id,referral_id',
  'on_roll_check|referral_id,school_confirmed_at,admissions_confirmed_at,school_objects|referral_id,referral_id',
  'meeting|partnership_id,starts_at,status|meeting_id,id',
  'invitation|meeting_id,school_id,sent_at,withdrawn_at|meeting_id,meeting_id',
  'meeting_attendance|meeting_id,school_id,attended|meeting_id,meeting_id',
  'school|statutory_high_age,weekly_minutes,urn|school_id,organisation_id',
  'partnership_member|partnership_id,school_id,joined_on,left_on,how_left|school_id,school_id,partnership_id,partnership_id',
  'term|school_id,starts_on,ends_on|school_id,school_id',
  'closure|school_id,on|school_id,school_id',
  'organisation|kind,name,team,street,town,postcode,closed_on|school_id,id,partnership_id,id,provider_id,id',
  'bank_holiday|on|',
  'setting|value|',
  'rule_parameter|made_at|']);

/* Of many notes gathered by kind, the ids of one. */
create function ids_noted(touched jsonb, kind text) returns uuid[] language sql immutable set search_path = onroll, pg_temp as
$$ select array(select jsonb_array_elements_text(touched -> kind)::uuid) $$;
grant execute on function ids_noted(jsonb, text) to onroll_worker, onroll_access;

/* The cases that such changes touch. A case that has ended is asked about only when it changed itself: then its findings go. */
create function cases_touched(touched jsonb)
returns setof uuid language sql stable security definer set search_path = onroll, pg_temp as $$
  with open as (select id, child_id, referring_organisation_id from referral
                 where status in ('submitted', 'accepted', 'listed', 'decided', 'returned')),
    of_meetings as (
      select referral_id from agenda_item a join meeting m on m.id = a.meeting_id
       where m.id = any (ids_noted(touched, 'meeting_id')) or m.partnership_id = any (ids_noted(touched, 'partnership_id'))
      union select referral_id from decision d join meeting m on m.id = d.meeting_id
       where m.id = any (ids_noted(touched, 'meeting_id')) or m.partnership_id = any (ids_noted(touched, 'partnership_id'))
      union select referral_id from decision where school_id = any (ids_noted(touched, 'school_id'))),
    at_schools as (
      select child_id from enrolment where school_id = any (ids_noted(touched, 'school_id'))
      union select child_id from exclusion where school_id = any (ids_noted(touched, 'school_id'))
      union select child_id from admission where school_id = any (ids_noted(touched, 'school_id')))
  select id from referral where id = any (ids_noted(touched, 'referral_id')) and status not in ('draft', 'discarded')
  union select id from open where child_id = any (ids_noted(touched, 'child_id')) or referring_organisation_id = any (ids_noted(touched, 'school_id'))
  union select id from open where child_id in (select child_id from at_schools)
  union select id from open where id in (select referral_id from of_meetings)
$$;
grant execute on function cases_touched(jsonb) to onroll_worker;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function note_fact_change() owner to onroll_access;
alter function cases_touched(jsonb) owner to onroll_access;

-- Later migrations hang the trigger on more tables.
set local role onroll_access;
grant execute on function note_fact_change() to onroll_owner;
set local role onroll_owner;
