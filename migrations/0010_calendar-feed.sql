-- A calendar program cannot sign in: the secret in its address names a person's membership, and this function answers
-- with that person's meetings (days, times and places; nothing about any child) while both are valid.

grant select on partnership_member to onroll_access;
create function meetings_of_feed(hash bytea)
returns table (feed_id uuid, meeting_id uuid, reference integer, starts_at timestamptz, ends_at timestamptz, place text, status text,
  ics_sequence integer, made_at timestamptz)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select f.id, m.id, m.reference, m.starts_at, m.ends_at, m.place, m.status, m.ics_sequence, m.made_at
    from onroll.calendar_feed f
    join onroll.membership s on s.id = f.membership_id and s.user_id = f.user_id and s.valid_from <= onroll.today() and (s.valid_to is null or s.valid_to >= onroll.today())
    join onroll.user_account u on u.id = f.user_id and u.ended_at is null
    left join onroll.meeting m on m.starts_at > now() - interval '1 year' and (
      (s.role in ('coordinator', 'chair', 'support-worker') and m.partnership_id = s.organisation_id)
      or (s.role in ('panel-member', 'school-referrer', 'school-dsl') and exists (
        select 1 from onroll.invitation i where i.meeting_id = m.id and i.school_id = s.organisation_id and i.withdrawn_at is null)))
   where f.token_hash = hash and f.revoked_at is null
$$;
grant execute on function meetings_of_feed(bytea) to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function meetings_of_feed(bytea) owner to onroll_access;
