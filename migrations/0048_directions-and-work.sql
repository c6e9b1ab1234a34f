-- What keeps an off-site direction and work experience honest, whichever way somebody comes in: a notice that stays word
-- for word, reviews and answers that stay as they were given, and a host that is treated as a provider when it is one.

alter table off_site_review
  add constraint held_with_a_decision check ((held_on is null) = (decision is null)),
  add constraint continued_until_a_day check (continue_until is null or decision in ('continue', 'change'));
alter table off_site_review_request
  add constraint answered_on_a_day check ((answer is null) = (answered_on is null));

/* The contents of a notice (OSD-03), the purpose or a parent's consent (OSD-01) and a first review (OSD-04) are there before
   it is issued. The hash is of its words, and nobody writes it but this. Afterwards the words stay. */
create function guard_off_site_direction() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
declare
  after_issue constant text[] := array['status', 'end_on', 'authority_notice_on', 'placement_id', 'ended_on', 'ended_because', 'version'];
begin
  if current_user <> 'onroll_app' then return new; end if;
  if new.placement_id is distinct from old.placement_id and new.placement_id is not null
     and not exists (select 1 from placement p where p.id = new.placement_id and p.child_id = new.child_id) then
    raise exception 'a direction is linked with a placement of its child' using errcode = 'check_violation';
  end if;
  if old.status in ('ended', 'revoked', 'discarded') then
    raise exception 'a direction that is over stays as it was' using errcode = 'check_violation';
  end if;
  if old.status = 'draft' then
    new.notice_sha256 := case when new.status = 'issued' then encode(sha256(convert_to(new.notice ->> 'text', 'UTF8')), 'hex') end;
  end if;
  if old.status = 'draft' and new.status = 'issued' then
    if length(btrim(coalesce(new.notice ->> 'text', ''))) < 100 or new.notice_on is null or new.notice_to is null or new.start_on is null then
      raise exception 'a direction is issued with the words of its notice' using errcode = 'check_violation';
    end if;
    if new.purpose <> 'improve-behaviour' and new.parent_consent_on is null then
      raise exception 'a parent consents to a direction for another purpose' using errcode = 'check_violation';
    end if;
    if new.purpose = 'improve-behaviour' and (new.address is null or new.report_to is null or new.number_of_days is null
        or new.reasons is null or new.objectives is null or new.sessions_a_day is null or new.session_start is null
        or new.session_finish is null or (new.sessions_a_day = 2 and (new.break_start is null or new.break_finish is null))) then
      raise exception 'the notice lacks what the regulations prescribe' using errcode = 'check_violation';
    end if;
    if new.purpose = 'improve-behaviour' and not exists (select 1 from off_site_review r where r.direction_id = new.id) then
      raise exception 'the first review is set before a direction is issued' using errcode = 'check_violation';
    end if;
  elsif old.status = 'issued' then
    if to_jsonb(new) - after_issue is distinct from to_jsonb(old) - after_issue then
      raise exception 'what was issued stays word for word' using errcode = 'check_violation';
    end if;
    if old.authority_notice_on is not null and new.authority_notice_on is distinct from old.authority_notice_on then
      raise exception 'the day of a notice that was given stays' using errcode = 'check_violation';
    end if;
    -- Whoever asks for a review in this moment comes first: the end waits, and finds the request.
    if new.status in ('ended', 'revoked') then perform pg_advisory_xact_lock(hashtextextended('direction ' || new.id, 0)); end if;
    if new.status in ('ended', 'revoked') and (new.ended_on is null or length(btrim(coalesce(new.ended_because, ''))) = 0) then
      raise exception 'a direction ends on a day, with a reason' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
grant execute on function guard_off_site_direction() to onroll_app, onroll_worker;
create trigger off_site_direction_guarded before update on off_site_direction for each row execute function guard_off_site_direction();

/* Reviews are planned while there is a direction, and held once it has been issued. What was held stays. */
create function guard_off_site_review() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
declare standing text;
begin
  if current_user <> 'onroll_app' then return new; end if;
  select d.status into standing from off_site_direction d where d.id = new.direction_id;
  if tg_op = 'UPDATE' and old.held_on is not null then
    raise exception 'a review that was held stays as it was' using errcode = 'check_violation';
  end if;
  if standing not in ('draft', 'issued') or (new.held_on is not null and standing <> 'issued') then
    raise exception 'this direction has no review to come' using errcode = 'check_violation';
  end if;
  return new;
end $$;
grant execute on function guard_off_site_review() to onroll_app, onroll_worker;
create trigger off_site_review_guarded before insert or update on off_site_review for each row execute function guard_off_site_review();

create function guard_off_site_review_request() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user <> 'onroll_app' then return new; end if;
  if tg_op = 'UPDATE' and old.answered_on is not null then
    raise exception 'a request that was answered stays as it was' using errcode = 'check_violation';
  end if;
  -- The authority may not lock the direction itself; who ends it waits for the same.
  if tg_op = 'INSERT' then perform pg_advisory_xact_lock_shared(hashtextextended('direction ' || new.direction_id, 0)); end if;
  if tg_op = 'INSERT' and not exists (select 1 from off_site_direction d where d.id = new.direction_id and d.status = 'issued') then
    raise exception 'a review is asked for while a direction runs' using errcode = 'check_violation';
  end if;
  return new;
end $$;
grant execute on function guard_off_site_review_request() to onroll_app, onroll_worker;
create trigger off_site_review_request_guarded before insert or update on off_site_review_request
  for each row execute function guard_off_site_review_request();

-- What the rules say of a direction is read by whoever reads the direction, and kept by the school whose it is.
create policy finding_of_direction_seen on finding for select to onroll_app
  using (subject_type = 'off-site-direction' and subject_id in (select d.id from off_site_direction d));
create policy finding_of_direction_written on finding for insert to onroll_app
  with check (subject_type = 'off-site-direction' and referral_id is null and placement_id is null and provider_id is null
    and (select i_am('school-referrer', 'school-dsl'))
    and (subject_id, child_id) in (select d.id, d.child_id from off_site_direction d where d.school_id = (select my_organisation())));
create policy finding_of_direction_superseded on finding for update to onroll_app
  using (subject_type = 'off-site-direction' and (select i_am('school-referrer', 'school-dsl'))
    and subject_id in (select d.id from off_site_direction d where d.school_id = (select my_organisation())))
  with check (true);

-- Work experience -------------------------------------------------------------------------------------------------

alter table work_experience
  -- What the child does there, in plain words: whether an offer is genuine is judged by it (WEX-03).
  add column activity text check (length(activity) <= 2000),
  -- A host that gives provision is a provider: the placement that took the place of this one, and why.
  add column reclassified_to uuid references placement,
  add column reclassified_because text check (length(reclassified_because) <= 2000),
  add constraint reclassified_for_a_reason check ((reclassified_to is null) = (reclassified_because is null));
create index on work_experience (reclassified_to) where reclassified_to is not null;
grant update (activity, reclassified_to, reclassified_because) on work_experience to onroll_app;

create function guard_work_experience() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user <> 'onroll_app' then return new; end if;
  if tg_op = 'INSERT' and not exists (select 1 from placement p where p.id = new.placement_id and p.kind = 'work experience') then
    raise exception 'a host belongs to work experience' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and old.reclassified_to is not null then
    raise exception 'what was treated as provision stays as it was' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and new.reclassified_to is not null and not exists (
      select 1 from placement new_one join placement old_one on old_one.id = new.placement_id
       where new_one.id = new.reclassified_to and new_one.child_id = old_one.child_id and new_one.kind <> 'work experience') then
    raise exception 'provision for the same child takes its place' using errcode = 'check_violation';
  end if;
  return new;
end $$;
grant execute on function guard_work_experience() to onroll_app, onroll_worker;
create trigger work_experience_guarded before insert or update on work_experience for each row execute function guard_work_experience();

-- A host has no account here, so nobody is offered anything: who arranges it records the start. For a host only.
insert into lifecycle_transition (lifecycle, from_status, action, to_status) values
  ('placement', 'proposed', 'start with host', 'live');
create function guard_start_with_host() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if current_user = 'onroll_app' and old.status = 'proposed' and new.status = 'live'
     and not (new.kind = 'work experience' and new.provider_id is null
       and exists (select 1 from work_experience w where w.placement_id = new.id)) then
    raise exception 'a provider accepts before a placement starts' using errcode = 'check_violation';
  end if;
  return new;
end $$;
grant execute on function guard_start_with_host() to onroll_app, onroll_worker;
create trigger placement_started_with_host before update of status on placement for each row execute function guard_start_with_host();
