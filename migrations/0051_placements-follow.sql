-- A placement follows what it rests on: a case that the school took back or the partnership closed, a place on the roll of
-- the school that commissions it. A job does it, because whoever ends the one may not change the other.

grant update (status, end_reason, ended_on, provider_reads_until) on placement to onroll_worker;
create policy placement_follows_by_worker on placement for update to onroll_worker
  using (status in ('proposed', 'offered', 'declined', 'accepted', 'live')) with check (status in ('withdrawn', 'ended', 'ended early'));
grant update (to_on), delete on placement_session to onroll_worker;
create policy placement_session_ended_by_worker on placement_session for update to onroll_worker using (true) with check (to_on is not null);
create policy placement_session_removed_by_worker on placement_session for delete to onroll_worker using (from_on >= onroll.today());
grant update (status, decided_at, decided_because) on placement_change to onroll_worker;
create policy placement_change_follows_by_worker on placement_change for update to onroll_worker
  using (status = 'asked') with check (status = 'refused');
