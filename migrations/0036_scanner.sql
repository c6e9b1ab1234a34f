-- Uploaded files are judged by a virus scanner, where one is connected. Until then nobody opens them.

-- Who runs the authority sees that files wait or were stopped, and at whom to ask; never what they are called.
grant select (id, referral_id, state, state_reason, uploaded_by, by_organisation, uploaded_at, removed_at) on file to onroll_access;

create function files_not_passed()
returns table (id uuid, state text, state_reason text, uploaded_at timestamptz, person text, organisation text, reference integer)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select f.id, f.state, f.state_reason, f.uploaded_at, u.name, o.name, r.reference
    from onroll.file f
    left join onroll.user_account u on u.id = f.uploaded_by
    left join onroll.organisation o on o.id = f.by_organisation
    left join onroll.referral r on r.id = f.referral_id
   where f.state <> 'clean' and f.removed_at is null and onroll.i_run_the_authority()
$$;
grant execute on function files_not_passed() to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function files_not_passed() owner to onroll_access;
