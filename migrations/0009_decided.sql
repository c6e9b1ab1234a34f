-- A chair records what the panel decided but reads the case only as an item of the pack. So the case itself is moved
-- by this function, for the decision that the person asking has just recorded and for no other.

grant select on decision to onroll_access;
grant update (status, waiting_for, waiting_since) on referral to onroll_access;
grant insert on case_event to onroll_access;
create policy referral_decided_for_access on referral for update to onroll_access using (true) with check (status = 'decided');
create policy case_event_written_for_access on case_event for insert to onroll_access with check (kind = 'decided');

create function mark_decided(the_decision uuid, moment timestamptz, event_id uuid) returns void
language plpgsql volatile security definer set search_path = onroll, pg_temp as $$
declare d onroll.decision;
begin
  select * into d from onroll.decision where id = the_decision and recorded_by = onroll.my_user() and status = 'recorded';
  if not found then raise exception 'no such decision of yours' using errcode = 'insufficient_privilege'; end if;
  update onroll.referral set status = 'decided', waiting_for = 'us', waiting_since = moment
   where id = d.referral_id and status in ('accepted', 'listed');
  if not found then raise exception 'the case is not open to a decision' using errcode = 'check_violation'; end if;
  insert into onroll.case_event (id, referral_id, kind, at, by_user, by_organisation, detail)
  values (event_id, d.referral_id, 'decided', moment, onroll.my_user(), onroll.my_organisation(),
          jsonb_build_object('decision', d.id, 'reference', d.reference, 'code', d.code));
end $$;
grant execute on function mark_decided(uuid, timestamptz, uuid) to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function mark_decided(uuid, timestamptz, uuid) owner to onroll_access;
