-- What follows from a change of membership is told before it is made, in numbers: the authority's stewards may read no case.

/* How much of a school's work is under way: open referrals by partnership, and meetings to come that it is invited to.
   Nothing for anybody who does not run the authority. */
create function work_of_school(school uuid)
returns table (partnership_id uuid, open_referrals integer, drafts integer, meeting_on date)
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
begin
  if not onroll.i_run_the_authority() then return; end if;
  return query
    select r.responsible_partnership_id,
           (count(*) filter (where r.status not in ('draft')))::integer,
           (count(*) filter (where r.status = 'draft'))::integer, null::date
      from onroll.referral r
     where r.referring_organisation_id = school
       and r.status not in ('closed', 'referred on', 'withdrawn', 'discarded')
     group by r.responsible_partnership_id
    union all
    select m.partnership_id, 0, 0, (m.starts_at at time zone 'Europe/London')::date
      from onroll.invitation i join onroll.meeting m on m.id = i.meeting_id
     where i.school_id = school and i.withdrawn_at is null and m.status <> 'cancelled' and m.starts_at > now();
end $$;
grant execute on function work_of_school(uuid) to onroll_app;
grant execute on function i_run_the_authority() to onroll_access;

/* What a school is, the register says. Its own administrators may say how long its week is, and nothing else. */
create function school_is_as_registered() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user = 'onroll_app' and not onroll.i_run_the_authority()
     and (to_jsonb(new) - 'weekly_minutes') is distinct from (to_jsonb(old) - 'weekly_minutes') then
    raise exception 'what the register says of a school is changed by the authority' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function school_is_as_registered() to onroll_app, onroll_worker;
create trigger school_as_registered before update on school for each row execute function school_is_as_registered();

-- Owners last: rights to a function are given while it is still ours to give them.
alter function work_of_school(uuid) owner to onroll_access;
