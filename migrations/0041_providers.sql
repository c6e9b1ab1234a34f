-- Providers: what they offer, where, who works there, and the proof that it is safe. Access: rows 19, 20 and 24 of the matrix.

-- The public profile: every person signed in reads it, other providers too.
alter table provider
  add column kind                text check (kind in ('non-school', 'independent-school', 'state-school', 'non-maintained-special-school', 'in-house')),
  add column legal_form          text check (legal_form in ('sole-trader', 'partnership', 'company', 'charity', 'community-interest-company', 'public-body', 'other')),
  add column registration        text check (registration in ('registered', 'applied', 'not registered')),
  add column description         text check (length(description) <= 4000),
  add column key_stages          integer[] not null default '{}' check (key_stages <@ array[1, 2, 3, 4, 5]),
  add column subjects            text[] not null default '{}' check (cardinality(subjects) <= 60),
  add column qualifications      text[] not null default '{}' check (cardinality(qualifications) <= 60),
  add column needs               text[] not null default '{}' check (cardinality(needs) <= 20),
  add column weekdays            integer[] not null default '{}' check (weekdays <@ array[1, 2, 3, 4, 5]),
  add column curriculum          text check (curriculum in ('broad', 'narrow')),
  add column minutes_per_week    integer check (minutes_per_week between 0 and 3600),
  add column places              integer check (places between 0 and 5000),
  -- What an inspection said is a fact of its own: no number of the Department follows from it, and the other way round.
  add column ofsted_outcome      text check (length(ofsted_outcome) <= 200),
  add column ofsted_on           date,
  add column ofsted_source       text check (length(ofsted_source) <= 500),
  add column version             integer not null default 1,
  add constraint ofsted_with_day_and_source check ((ofsted_outcome is null) = (ofsted_on is null) and (ofsted_outcome is null) = (ofsted_source is null));
create trigger provider_version before update on provider for each row execute function bump_version();
grant update (kind, legal_form, registration, description, key_stages, subjects, qualifications, needs, weekdays, curriculum, minutes_per_week,
  places, ofsted_outcome, ofsted_on, ofsted_source) on provider to onroll_app;
comment on table provider is 'What a provider says of itself to everybody (S0). Public task; kept while it is used, and six years after.';

-- What a provider tells those who commission, and not its competitors.
create table provider_standing (
  provider_id              uuid primary key references provider,
  employs_anyone           boolean,
  no_employees_declared_on date,
  no_employees_declared_by text check (length(no_employees_declared_by) <= 200),
  safer_working_practice_on date,
  -- A session is a morning or an afternoon of one child.
  capacity_sessions        integer check (capacity_sessions between 0 and 50000),
  version                  integer not null default 1,
  check (no_employees_declared_on is null or employs_anyone is false)
);
comment on table provider_standing is 'Capacity and declarations of a provider (S1), for its commissioners. Kept with the provider.';

create table provider_site (
  id           uuid primary key,
  provider_id  uuid not null references provider,
  name         text not null check (length(btrim(name)) between 1 and 200),
  street       text check (length(street) <= 200),
  town         text check (length(town) <= 100),
  postcode     text check (length(postcode) <= 10),
  latitude     double precision check (latitude between 49 and 61),
  longitude    double precision check (longitude between -9 and 3),
  closed_on    date,
  version      integer not null default 1,
  check ((latitude is null) = (longitude is null))
);
create index on provider_site (provider_id);
comment on table provider_site is 'Where a provider teaches (S0). Kept with the provider.';

create table provider_subcontractor (
  id           uuid primary key,
  provider_id  uuid not null references provider,
  name         text not null check (length(btrim(name)) between 1 and 200),
  gives        text not null check (length(btrim(gives)) between 1 and 1000),
  checked_how  text check (length(checked_how) <= 1000),
  from_on      date not null,
  to_on        date check (to_on >= from_on),
  version      integer not null default 1
);
create index on provider_subcontractor (provider_id);
comment on table provider_subcontractor is 'Whom a provider passes teaching on to (S1). Kept with the provider.';

-- Somebody who could not find the number in the register looked it up: at the Department, for this number.
create table provider_number_check (
  id           uuid primary key,
  provider_id  uuid not null references provider,
  urn          text not null check (urn ~ '^[0-9]{6}$'),
  confirmed    boolean not null,
  source       text not null check (length(btrim(source)) between 1 and 500),
  checked_on   date not null,
  checked_by   uuid not null references user_account,
  by_organisation uuid not null references organisation,
  recorded_at  timestamptz not null
);
create index on provider_number_check (provider_id, checked_on);
comment on table provider_number_check is 'That a DfE number was looked up (S0). Kept with the provider.';

-- Staff. Of a check's number only its end is ever stored, so nothing can show the rest.
create table provider_person (
  id                   uuid primary key,
  provider_id          uuid not null references provider,
  name                 text not null check (length(btrim(name)) between 1 and 200),
  role                 text not null check (role in ('safeguarding-lead', 'deputy-safeguarding-lead', 'staff', 'volunteer', 'governor')),
  works_as             text check (length(works_as) <= 200),
  in_senior_leadership boolean,
  -- How to reach a safeguarding lead: told to commissioners.
  email                text check (length(email) <= 254),
  telephone            text check (length(telephone) <= 40),
  first_aider          boolean,
  regulated_activity   boolean,
  check_kind           text check (check_kind in ('enhanced with barred lists', 'enhanced', 'standard', 'basic')),
  checked_on           date,
  check_number_end     text check (length(check_number_end) between 1 and 3),
  update_service       boolean,
  references_seen_on   date,
  right_to_work_seen_on date,
  qualifications_seen_on date,
  from_on              date not null,
  to_on                date check (to_on >= from_on),
  version              integer not null default 1
);
create index on provider_person (provider_id);
comment on table provider_person is 'Staff of providers and their checks (S3). Legal obligation of the provider (safer recruitment); removed six years after they left.';

create table provider_training (
  id           uuid primary key,
  person_id    uuid not null references provider_person,
  provider_id  uuid not null references provider,
  trained_on   date not null,
  trainer      text not null check (trainer in ('county', 'other')),
  course       text check (length(course) <= 200),
  recorded_by  uuid not null references user_account,
  recorded_at  timestamptz not null
);
create index on provider_training (person_id);
create index on provider_training (provider_id);
comment on table provider_training is 'Safeguarding training of staff of providers (S2). Kept with the person.';

-- Evidence: one row for each version of a document. It is never changed, only followed by another, so that what a
-- commissioner has seen stays what it was.
create table evidence_item (
  id                uuid primary key,
  provider_id       uuid not null references provider,
  document          text not null check (document ~ '^DOC-[0-9]{2}$'),
  -- A statement why there is no such document; it is looked at like one.
  not_applicable_because text check (length(btrim(not_applicable_because)) between 10 and 2000),
  issued_on         date,
  expires_on        date check (expires_on >= issued_on),
  staff_count       integer check (staff_count between 0 and 100000),
  first_aider_count integer check (first_aider_count between 0 and 100000),
  procedures        text[] not null default '{}',
  note              text check (length(note) <= 2000),
  added_by          uuid not null references user_account,
  by_organisation   uuid not null references organisation,
  added_at          timestamptz not null,
  superseded_at     timestamptz
);
create unique index evidence_item_current on evidence_item (provider_id, document) where superseded_at is null;
create index on evidence_item (provider_id, document, added_at);
create index on evidence_item (expires_on) where superseded_at is null;
comment on table evidence_item is 'Documents that a provider shows its commissioners (S1). Public task; six years after the provider was last used.';

create table insurance_policy (
  evidence_id    uuid primary key references evidence_item,
  provider_id    uuid not null references provider,
  kind           text not null check (kind in ('employers-liability', 'public-liability', 'professional-indemnity')),
  insurer        text not null check (length(btrim(insurer)) between 1 and 200),
  policy_number  text not null check (length(btrim(policy_number)) between 1 and 100),
  amount_pence   bigint not null check (amount_pence between 0 and 100000000000),
  starts_on      date not null,
  ends_on        date not null check (ends_on >= starts_on)
);
create index on insurance_policy (provider_id);
comment on table insurance_policy is 'What a certificate of insurance says (S1). Kept with the certificate.';

-- Each commissioner looks for itself: one upload serves many, and each duty stays its own.
create table evidence_sighting (
  id               uuid primary key,
  evidence_id      uuid not null references evidence_item,
  commissioner_id  uuid not null references organisation,
  seen             boolean not null,
  seen_on          date not null,
  how              text not null check (how in ('in Onroll', 'at the provider', 'a copy was sent')),
  what_checked     text not null check (length(btrim(what_checked)) between 1 and 2000),
  by_user          uuid not null references user_account,
  recorded_at      timestamptz not null,
  withdrawn_at     timestamptz,
  withdrawn_by     uuid references user_account,
  withdrawn_because text check (length(withdrawn_because) <= 1000)
);
create index on evidence_sighting (evidence_id);
create index on evidence_sighting (commissioner_id);
comment on table evidence_sighting is 'That a commissioner saw a document itself (S1). Proof of its duty; kept with the document.';

-- What a commissioner checks beside the documents (REG-04).
create table commissioner_check (
  id               uuid primary key,
  provider_id      uuid not null references provider,
  commissioner_id  uuid not null references organisation,
  what             text not null check (what in ('registration', 'staff')),
  checked_on       date not null,
  found            text not null check (length(btrim(found)) between 1 and 2000),
  by_user          uuid not null references user_account,
  recorded_at      timestamptz not null
);
create index on commissioner_check (provider_id, commissioner_id);
comment on table commissioner_check is 'Checks of registration and staff by a commissioner (S1). Kept with the provider.';

create table service_level_agreement (
  id               uuid primary key,
  provider_id      uuid not null references provider,
  commissioner_id  uuid not null references organisation,
  signed_on        date not null,
  signed_for_commissioner text not null check (length(btrim(signed_for_commissioner)) between 1 and 200),
  signed_for_provider text not null check (length(btrim(signed_for_provider)) between 1 and 200),
  ends_on          date check (ends_on >= signed_on),
  -- That the provider keeps to Keeping Children Safe in Education; null while nobody has looked.
  kcsie_clause     boolean,
  note             text check (length(note) <= 2000),
  recorded_by      uuid not null references user_account,
  recorded_at      timestamptz not null,
  version          integer not null default 1
);
create index on service_level_agreement (provider_id, commissioner_id);
comment on table service_level_agreement is 'Agreements between a commissioner and a provider (S1). Kept six years after they end.';

-- The audit on which partnerships rely (EVD-13).
create table provider_audit (
  id               uuid primary key,
  provider_id      uuid not null references provider,
  audited_on       date not null,
  by_whom          text not null check (length(btrim(by_whom)) between 1 and 200),
  recorded_by      uuid not null references user_account,
  by_organisation  uuid not null references organisation,
  recorded_at      timestamptz not null
);
create index on provider_audit (provider_id);
comment on table provider_audit is 'Audits of a provider by the county''s business partnership (S0). Kept with the provider.';

-- A list or database of providers that names this one. Somewhere to start, and no assurance (QAV-04).
create table provider_listing (
  id               uuid primary key,
  provider_id      uuid not null references provider,
  list             text not null check (length(btrim(list)) between 1 and 200),
  kept_by          text not null check (length(btrim(kept_by)) between 1 and 200),
  since_on         date not null,
  -- The first day on which it stood there no more.
  left_on          date check (left_on >= since_on),
  recorded_by      uuid not null references user_account,
  by_organisation  uuid not null references organisation,
  recorded_at      timestamptz not null,
  version          integer not null default 1
);
create index on provider_listing (provider_id);
comment on table provider_listing is 'Local lists on which a provider stands (S0). Kept with the provider.';

-- Which reminder of an expiry went out. Only the job writes here.
create table evidence_reminder (
  evidence_id  uuid not null references evidence_item,
  days_before  integer not null check (days_before in (60, 30, 7, 0)),
  sent_at      timestamptz not null,
  primary key (evidence_id, days_before)
);
comment on table evidence_reminder is 'That people were told of an expiry (S1). Kept with the document.';

alter table file add column evidence_id uuid references evidence_item;
alter table file add constraint file_belongs_to_one_record check (num_nonnulls(referral_id, evidence_id) <= 1);
create index on file (evidence_id) where evidence_id is not null;
alter table placement add foreign key (site_id) references provider_site;
alter table placement_session add foreign key (site_id) references provider_site;

do $$ declare t text; begin
  foreach t in array array['provider_standing', 'provider_site', 'provider_subcontractor', 'provider_number_check', 'provider_person',
    'provider_training', 'evidence_item', 'insurance_policy', 'evidence_sighting', 'commissioner_check', 'service_level_agreement',
    'provider_audit', 'provider_listing', 'evidence_reminder'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to onroll_app, onroll_worker, onroll_access', t);
    execute format('create policy %I on %I for select to onroll_worker, onroll_access using (true)', t || '_read_by_worker', t);
  end loop;
  foreach t in array array['provider_standing', 'provider_site', 'provider_subcontractor', 'provider_person', 'service_level_agreement', 'provider_listing'] loop
    execute format('create trigger %I before update on %I for each row execute function bump_version()', t || '_version', t);
  end loop;
end $$;

-- Who may see and keep what -------------------------------------------------------------------------------------

/* Did the person asking show their second factor in the last ten minutes (k17)? Invented people have none. */
create function confirmed_lately() returns boolean
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
begin
  return exists (select 1 from onroll.session s where s.id = (onroll.me()).session_id and s.second_factor_at > now() - interval '10 minutes')
    or exists (select 1 from onroll.setting where key = 'demonstration' and (value ->> 'made')::boolean);
end $$;

/* A provider's manager keeps its profile and its evidence; until somebody there has a role, who entered it may. */
create function providers_i_keep() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 10 as $$
declare who onroll.me := onroll.me();
begin
  if who.role = 'provider-manager' then
    return query select p.organisation_id from onroll.provider p where p.organisation_id = who.organisation_id;
  elsif who.role in ('coordinator', 'quality-assurance') then
    return query select p.organisation_id from onroll.provider p
      where not exists (select 1 from onroll.membership m where m.organisation_id = p.organisation_id);
  end if;
end $$;

/* Whose evidence the person asking may know of: the provider's own people, and those who commission or assure. */
create function providers_i_may_look_into() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 200 as $$
declare who onroll.me := onroll.me();
begin
  if who.role in ('provider-manager', 'provider-tutor', 'provider-dsl') then
    return query select p.organisation_id from onroll.provider p where p.organisation_id = who.organisation_id;
  elsif who.role in ('coordinator', 'quality-assurance', 'virtual-school', 'school-referrer', 'school-dsl') then
    return query select p.organisation_id from onroll.provider p;
  end if;
end $$;

/* Whose documents may be opened, each level for itself. A school opens those of a provider that it commissions, because
   it must see them itself; of others it knows that they are there, and until when they hold. The single central record
   names staff and their checks: it is for the manager, and for quality assurance with a second factor just now. */
create function evidence_i_may_open() returns setof uuid
language plpgsql stable security definer set search_path = onroll, pg_temp rows 500 as $$
declare who onroll.me := onroll.me();
begin
  if who.role = 'provider-manager' then
    return query select e.id from onroll.evidence_item e where e.provider_id = who.organisation_id;
  elsif who.role in ('provider-tutor', 'provider-dsl') then
    return query select e.id from onroll.evidence_item e where e.provider_id = who.organisation_id and e.document <> 'DOC-08';
  elsif who.role = 'quality-assurance' then
    return query select e.id from onroll.evidence_item e where e.document <> 'DOC-08' or onroll.confirmed_lately();
  elsif who.role in ('coordinator', 'virtual-school') then
    return query select e.id from onroll.evidence_item e where e.document <> 'DOC-08';
  elsif who.role in ('school-referrer', 'school-dsl') then
    return query select e.id from onroll.evidence_item e where e.document <> 'DOC-08'
      and exists (select 1 from onroll.placement p where p.provider_id = e.provider_id and p.commissioner_id = who.organisation_id
        and p.status in ('proposed', 'offered', 'accepted', 'live'));
  end if;
end $$;

/* Whom to turn to about a child's safety: names and contacts of the leads, and when they were last trained. */
create function safeguarding_leads_of(provider uuid)
returns table (person_id uuid, name text, role text, in_senior_leadership boolean, email text, telephone text, trained_on date)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select p.id, p.name, p.role, p.in_senior_leadership, p.email, p.telephone,
      (select max(t.trained_on) from onroll.provider_training t where t.person_id = p.id)
    from onroll.provider_person p
   where p.provider_id = provider and p.role in ('safeguarding-lead', 'deputy-safeguarding-lead')
     and (p.to_on is null or p.to_on >= onroll.today())
     and (onroll.i_am('support-worker') or p.provider_id in (select onroll.providers_i_may_look_into()))
   order by p.role desc, p.name
$$;

/* How many sessions a week are taken by accepted and live placements, of how many: for all but other providers. */
create function sessions_of_providers()
returns table (provider_id uuid, capacity integer, taken numeric)
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare
  who onroll.me := onroll.me();
  day date := onroll.today();
begin
  if who.role is null then return; end if;
  return query
    select p.organisation_id, s.capacity_sessions, coalesce(t.taken, 0)
      from onroll.provider p
      left join onroll.provider_standing s on s.provider_id = p.organisation_id
      left join (
        select l.provider_id, sum(case when w.in_weeks = 'every' then 1 else 0.5 end
            * case when w.starts_at < '12:00' and w.ends_at > '13:00' then 2 else 1 end) as taken
          from onroll.placement l join onroll.placement_session w on w.placement_id = l.id
         where l.status in ('accepted', 'live') and w.from_on <= greatest(day, coalesce(l.started_on, l.planned_start_on))
           and (w.to_on is null or w.to_on >= day)
         group by l.provider_id) t on t.provider_id = p.organisation_id
     where who.role not in ('provider-manager', 'provider-tutor', 'provider-dsl') or p.organisation_id = who.organisation_id;
end $$;

/* How many documents of Appendix 2 each provider shows that hold on a day: with a file, or with a statement in its place. */
create function documents_in_date(day date)
returns table (provider_id uuid, documents bigint)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select e.provider_id, count(*) from onroll.evidence_item e
   where e.superseded_at is null and e.document <> 'DOC-26' and (e.expires_on is null or e.expires_on >= day)
     and (e.not_applicable_because is not null
       or exists (select 1 from onroll.file f where f.evidence_id = e.id and f.removed_at is null and f.state <> 'blocked'))
     and e.provider_id in (select onroll.providers_i_may_look_into())
   group by e.provider_id
$$;
grant execute on function documents_in_date(date) to onroll_app;

/* How many commissioners have seen the document that stands now, without saying which. */
create function sightings_of(provider uuid)
returns table (document text, partnerships bigint, schools bigint, others bigint, last_on date)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select e.document, count(distinct s.commissioner_id) filter (where o.kind = 'partnership'),
      count(distinct s.commissioner_id) filter (where o.kind = 'school'),
      count(distinct s.commissioner_id) filter (where o.kind not in ('partnership', 'school')), max(s.seen_on)
    from onroll.evidence_item e
      join onroll.evidence_sighting s on s.evidence_id = e.id and s.seen and s.withdrawn_at is null
      join onroll.organisation o on o.id = s.commissioner_id
   where e.provider_id = provider and e.superseded_at is null and provider in (select onroll.providers_i_may_look_into())
   group by e.document
$$;
/* How many files each document that stands has, for those who know of the document and may not open it. */
create function evidence_files(provider uuid)
returns table (document text, files bigint)
language sql stable security definer set search_path = onroll, pg_temp as $$
  select e.document, count(*) from onroll.evidence_item e join onroll.file f on f.evidence_id = e.id
   where e.provider_id = provider and e.superseded_at is null and f.removed_at is null and f.state <> 'blocked'
     and provider in (select onroll.providers_i_may_look_into())
   group by e.document
$$;
/* The same of every provider at once, for the list of all documents. */
create function evidence_filed()
returns table (provider_id uuid, document text, files bigint)
language sql stable security definer set search_path = onroll, pg_temp rows 5000 as $$
  select e.provider_id, e.document, count(*) from onroll.evidence_item e join onroll.file f on f.evidence_id = e.id
   where e.superseded_at is null and f.removed_at is null and f.state <> 'blocked'
     and e.provider_id in (select onroll.providers_i_may_look_into())
   group by e.provider_id, e.document
$$;
grant execute on function evidence_files(uuid), evidence_filed() to onroll_app;
grant select (id, evidence_id, removed_at, state) on file to onroll_access;
grant execute on function confirmed_lately(), providers_i_keep(), providers_i_may_look_into(), evidence_i_may_open(), safeguarding_leads_of(uuid),
  sessions_of_providers(), sightings_of(uuid) to onroll_app, onroll_access;

-- Policies ------------------------------------------------------------------------------------------------------

create policy provider_site_seen on provider_site for select to onroll_app using ((select my_user()) is not null);
create policy provider_number_check_seen on provider_number_check for select to onroll_app using ((select my_user()) is not null);
create policy provider_audit_seen on provider_audit for select to onroll_app using (provider_id in (select providers_i_may_look_into()));
create policy provider_listing_seen on provider_listing for select to onroll_app using (provider_id in (select providers_i_may_look_into()));
do $$ declare t text; begin
  foreach t in array array['provider_standing', 'provider_subcontractor', 'evidence_item', 'insurance_policy'] loop
    execute format('create policy %I on %I for select to onroll_app using (provider_id in (select providers_i_may_look_into()))', t || '_seen', t);
  end loop;
  foreach t in array array['provider_standing', 'provider_site', 'provider_subcontractor'] loop
    execute format('create policy %I on %I for insert to onroll_app with check (provider_id in (select providers_i_keep()))', t || '_kept', t);
    execute format('create policy %I on %I for update to onroll_app using (provider_id in (select providers_i_keep()))', t || '_changed', t);
  end loop;
end $$;
create policy provider_number_checked on provider_number_check for insert to onroll_app
  with check ((select i_am('quality-assurance')) and checked_by = (select my_user()) and by_organisation = (select my_organisation()));

-- Row 20: the manager of the provider, and quality assurance with a second factor just now.
do $$ declare t text; begin
  foreach t in array array['provider_person', 'provider_training'] loop
    execute format('create policy %I on %I for select to onroll_app using (
      (provider_id = (select my_organisation()) and (select i_am(''provider-manager'')))
      or ((select i_am(''quality-assurance'')) and (select confirmed_lately())))', t || '_seen', t);
    execute format('create policy %I on %I for insert to onroll_app with check (provider_id = (select my_organisation()) and (select i_am(''provider-manager'')))', t || '_entered', t);
  end loop;
end $$;
create policy provider_person_changed on provider_person for update to onroll_app
  using (provider_id = (select my_organisation()) and (select i_am('provider-manager')));
create policy provider_training_of_its_own_people on provider_training as restrictive for insert to onroll_app
  with check (recorded_by = (select my_user()) and person_id in (select p.id from provider_person p where p.provider_id = provider_training.provider_id));

create policy evidence_item_added on evidence_item for insert to onroll_app
  with check (provider_id in (select providers_i_keep()) and added_by = (select my_user()) and by_organisation = (select my_organisation())
    and superseded_at is null);
create policy evidence_item_superseded on evidence_item for update to onroll_app
  using (provider_id in (select providers_i_keep()) and superseded_at is null) with check (superseded_at is not null);
create policy insurance_policy_added on insurance_policy for insert to onroll_app
  with check (provider_id in (select providers_i_keep())
    and evidence_id in (select e.id from evidence_item e where e.provider_id = insurance_policy.provider_id and e.superseded_at is null));

-- A school knows its own sightings; the others who look into a provider, and the provider itself, know whose they are.
create policy evidence_sighting_seen on evidence_sighting for select to onroll_app
  using (commissioner_id = (select my_organisation())
    or (not (select i_am('school-referrer', 'school-dsl')) and evidence_id in (select e.id from evidence_item e)));
create policy evidence_sighting_made on evidence_sighting for insert to onroll_app
  with check (commissioner_id = (select my_organisation()) and by_user = (select my_user()) and withdrawn_at is null
    and (select i_am('coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance'))
    and evidence_id in (select e.id from evidence_item e where e.superseded_at is null));
create policy evidence_sighting_withdrawn on evidence_sighting for update to onroll_app
  using (commissioner_id = (select my_organisation()) and withdrawn_at is null
    and (select i_am('coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance')))
  with check (withdrawn_by = (select my_user()));

do $$ declare t text; begin
  foreach t in array array['commissioner_check', 'service_level_agreement'] loop
    execute format('create policy %I on %I for select to onroll_app using (commissioner_id = (select my_organisation())
      or (provider_id in (select providers_i_may_look_into()) and not (select i_am(''school-referrer'', ''school-dsl''))))', t || '_seen', t);
  end loop;
end $$;
create policy commissioner_check_made on commissioner_check for insert to onroll_app
  with check (commissioner_id = (select my_organisation()) and by_user = (select my_user())
    and (select i_am('coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance')));
create policy service_level_agreement_recorded on service_level_agreement for insert to onroll_app
  with check (commissioner_id = (select my_organisation()) and recorded_by = (select my_user())
    and (select i_am('coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance')));
create policy service_level_agreement_changed on service_level_agreement for update to onroll_app
  using (commissioner_id = (select my_organisation())
    and (select i_am('coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance')));
create policy provider_audit_recorded on provider_audit for insert to onroll_app
  with check ((select i_am('coordinator', 'quality-assurance')) and recorded_by = (select my_user()) and by_organisation = (select my_organisation()));

create policy provider_listing_recorded on provider_listing for insert to onroll_app
  with check ((select i_am('coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance'))
    and recorded_by = (select my_user()) and by_organisation = (select my_organisation()));
create policy provider_listing_ended on provider_listing for update to onroll_app
  using (by_organisation = (select my_organisation()) and left_on is null
    and (select i_am('coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance')))
  with check (by_organisation = (select my_organisation()));

create policy evidence_reminder_seen on evidence_reminder for select to onroll_app using (evidence_id in (select e.id from evidence_item e));
create policy evidence_reminder_written_by_worker on evidence_reminder for insert to onroll_worker with check (true);
grant insert on evidence_reminder to onroll_worker;

-- Row 24: a file as its parent. One that is being checked, or was blocked, is its uploader's alone.
create policy file_of_evidence_seen on file for select to onroll_app
  using (evidence_id in (select evidence_i_may_open()) and (state in ('clean', 'not scanned') or by_organisation = (select my_organisation())));
create policy file_of_evidence_added on file for insert to onroll_app
  with check (by_organisation = (select my_organisation()) and uploaded_by = (select my_user())
    and evidence_id in (select e.id from evidence_item e where e.superseded_at is null and e.provider_id in (select providers_i_keep())));
create policy file_of_evidence_removed on file for update to onroll_app
  using (evidence_id in (select e.id from evidence_item e where e.provider_id in (select providers_i_keep())) and by_organisation = (select my_organisation()));

/* What a commissioner has seen stays what it was: a document is followed by another, once. */
create function guard_evidence_item() returns trigger language plpgsql set search_path = onroll, pg_temp as $$
begin
  if old.superseded_at is not null then
    raise exception 'a document that was followed by another stays as it was' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant execute on function guard_evidence_item() to onroll_app, onroll_worker;
create trigger evidence_item_guarded before update on evidence_item for each row execute function guard_evidence_item();

grant insert on provider_standing, provider_site, provider_subcontractor, provider_number_check, provider_person, provider_training, evidence_item,
  insurance_policy, evidence_sighting, commissioner_check, service_level_agreement, provider_audit, provider_listing to onroll_app;
grant update (employs_anyone, no_employees_declared_on, no_employees_declared_by, safer_working_practice_on, capacity_sessions)
  on provider_standing to onroll_app;
grant update (name, street, town, postcode, latitude, longitude, closed_on) on provider_site to onroll_app;
grant update (name, gives, checked_how, from_on, to_on) on provider_subcontractor to onroll_app;
grant update (name, role, works_as, in_senior_leadership, email, telephone, first_aider, regulated_activity, check_kind, checked_on, check_number_end,
  update_service, references_seen_on, right_to_work_seen_on, qualifications_seen_on, from_on, to_on) on provider_person to onroll_app;
grant update (superseded_at) on evidence_item to onroll_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_because) on evidence_sighting to onroll_app;
grant update (ends_on, kcsie_clause, note) on service_level_agreement to onroll_app;
grant update (left_on) on provider_listing to onroll_app;

-- Facts for the rules -------------------------------------------------------------------------------------------

/* What the rules are asked about these providers: dates, counts and amounts, no names. Jobs ask about everything, and
   they alone find something about a provider. Who asks about a placement gets what the rules read for that: the staff
   not at all, and what other commissioners have looked at only where it may be read anyway. */
create function provider_facts(wanted uuid[]) returns jsonb
language plpgsql stable security definer set search_path = onroll, pg_temp as $$
declare
  who onroll.me := onroll.me();
  worker boolean := onroll.my_purpose() = 'worker';
  asked uuid[] := case when worker or who.role in ('coordinator', 'support-worker', 'school-referrer', 'school-dsl', 'virtual-school', 'sena',
    'quality-assurance') then wanted else '{}' end;
  own_only uuid := case when not worker and who.role in ('school-referrer', 'school-dsl') then who.organisation_id end;
  day date := onroll.today();
begin
  return jsonb_build_object(
    'providers', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select p.organisation_id as id, o.name, o.street, o.town, o.postcode, p.kind, p.legal_form, p.dfe_urn, p.curriculum, p.minutes_per_week,
             p.places, s.employs_anyone, s.no_employees_declared_on, s.safer_working_practice_on,
             -- A number counts when the register knows it, or when somebody looked it up.
             (exists (select 1 from onroll.school k join onroll.organisation ko on ko.id = k.organisation_id
                where k.urn = p.dfe_urn and (ko.closed_on is null or ko.closed_on >= day))
              or coalesce((select c.confirmed from onroll.provider_number_check c where c.provider_id = p.organisation_id and c.urn = p.dfe_urn
                order by c.checked_on desc, c.recorded_at desc limit 1), false)) as number_known,
             exists (select 1 from onroll.provider_listing l where l.provider_id = p.organisation_id and l.left_on is null) as on_local_list
        from onroll.provider p join onroll.organisation o on o.id = p.organisation_id
        left join onroll.provider_standing s on s.provider_id = p.organisation_id
       where p.organisation_id = any (asked)) x),
    'people', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, provider_id, role, in_senior_leadership from onroll.provider_person
       where worker and provider_id = any (asked) and (to_on is null or to_on >= day)) x),
    'trainings', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select person_id, trained_on, trainer from onroll.provider_training where worker and provider_id = any (asked)) x),
    'evidence', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, provider_id, document, expires_on, staff_count, first_aider_count, procedures, superseded_at is null as current
        from onroll.evidence_item where provider_id = any (asked)) x),
    'insurance', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select i.evidence_id as id, i.provider_id, i.kind, i.amount_pence, i.ends_on
        from onroll.insurance_policy i join onroll.evidence_item e on e.id = i.evidence_id and e.superseded_at is null
       where i.provider_id = any (asked)) x),
    'sightings', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select e.provider_id, e.document, s.commissioner_id, o.kind as commissioner_kind, s.seen_on, s.seen
        from onroll.evidence_sighting s join onroll.evidence_item e on e.id = s.evidence_id join onroll.organisation o on o.id = s.commissioner_id
       where e.provider_id = any (asked) and s.withdrawn_at is null and (own_only is null or s.commissioner_id = own_only)) x),
    'checks', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select c.provider_id, c.commissioner_id, o.kind as commissioner_kind, c.what, c.checked_on
        from onroll.commissioner_check c join onroll.organisation o on o.id = c.commissioner_id
       where c.provider_id = any (asked) and (own_only is null or c.commissioner_id = own_only)) x),
    'agreements', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select a.id, a.provider_id, a.commissioner_id, o.kind as commissioner_kind, a.signed_on, a.ends_on, a.kcsie_clause
        from onroll.service_level_agreement a join onroll.organisation o on o.id = a.commissioner_id
       where a.provider_id = any (asked) and (own_only is null or a.commissioner_id = own_only)) x),
    'audits', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
      select id, provider_id, audited_on from onroll.provider_audit where provider_id = any (asked)) x));
end $$;
grant execute on function provider_facts(uuid[]) to onroll_app, onroll_worker;
grant select on provider, school to onroll_access;

-- Owners last: rights to a function are given while it is still ours to give them.
alter function confirmed_lately() owner to onroll_access;
alter function providers_i_keep() owner to onroll_access;
alter function providers_i_may_look_into() owner to onroll_access;
alter function evidence_i_may_open() owner to onroll_access;
alter function safeguarding_leads_of(uuid) owner to onroll_access;
alter function sessions_of_providers() owner to onroll_access;
alter function documents_in_date(date) owner to onroll_access;
alter function sightings_of(uuid) owner to onroll_access;
alter function evidence_files(uuid) owner to onroll_access;
alter function evidence_filed() owner to onroll_access;
alter function provider_facts(uuid[]) owner to onroll_access;
