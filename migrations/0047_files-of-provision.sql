-- Files of providers and of visits go the way of all files: received, judged by the scanner, and only then opened.

-- Who runs the authority sees of what they are: the case, or the provider whose evidence; never what they are called.
drop function files_not_passed();
create function files_not_passed()
returns table (id uuid, state text, state_reason text, uploaded_at timestamptz, person text, organisation text, reference integer, provider text)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select f.id, f.state, f.state_reason, f.uploaded_at, u.name, o.name, r.reference, p.name
    from onroll.file f
    left join onroll.user_account u on u.id = f.uploaded_by
    left join onroll.organisation o on o.id = f.by_organisation
    left join onroll.referral r on r.id = f.referral_id
    left join onroll.evidence_item e on e.id = f.evidence_id
    left join onroll.organisation p on p.id = e.provider_id
   where f.state <> 'clean' and f.removed_at is null and onroll.i_run_the_authority()
$$;
grant execute on function files_not_passed() to onroll_app;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function files_not_passed() owner to onroll_access;
