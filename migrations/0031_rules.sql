-- What this authority says about the rules: numbers of its own with the day from which they hold, and its reading where
-- sources disagree. Rows are added; a number that was made is never changed. Nothing here is about a person's case.

create table rule_parameter (
  id            uuid primary key,
  parameter     text not null check (parameter ~ '^P-[A-Z0-9-]{1,60}$'),
  value         jsonb not null,
  from_on       date not null,
  source        text not null check (length(btrim(source)) between 1 and 500),
  why           text not null check (length(btrim(why)) between 1 and 2000),
  proposed_by   uuid not null references user_account,
  proposed_at   timestamptz not null,
  -- Which findings would appear, change and vanish, as counts by rule: worked out by a job before anybody can say yes.
  previewed_at  timestamptz,
  preview       jsonb,
  made_by       uuid references user_account,
  made_at       timestamptz,
  discarded_at  timestamptz,
  check ((made_at is null) = (made_by is null)),
  check (made_at is null or (previewed_at is not null and discarded_at is null))
);
create index on rule_parameter (parameter, from_on) where made_at is not null;
comment on table rule_parameter is 'Numbers of this authority that rules read. Names staff who decided; kept as long as findings rest on them.';

create table rule_reading (
  id             uuid primary key,
  contradiction  text not null check (contradiction ~ '^C-[0-9]{2}$'),
  reading        text not null check (length(btrim(reading)) between 1 and 500),
  because        text not null check (length(btrim(because)) between 1 and 2000),
  chosen_by      uuid not null references user_account,
  chosen_at      timestamptz not null
);
create index on rule_reading (contradiction, chosen_at);
comment on table rule_reading is 'The reading that this authority applies where sources disagree. The latest counts; earlier ones stay.';

do $$ declare t text; begin
  foreach t in array array['rule_parameter', 'rule_reading'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- What holds is everybody's to read; what is only being considered is the authority's.
create policy rule_parameter_seen on rule_parameter for select to onroll_app
  using ((select my_user()) is not null and (made_at is not null or (select i_run_the_authority())));
create policy rule_parameter_proposed on rule_parameter for insert to onroll_app
  with check ((select i_run_the_authority()) and proposed_by = (select my_user()) and previewed_at is null and preview is null
    and made_at is null and discarded_at is null);
create policy rule_parameter_made on rule_parameter for update to onroll_app
  using ((select i_run_the_authority()) and made_at is null and discarded_at is null)
  with check (made_by is null or made_by = (select my_user()));
create policy rule_parameter_read_by_worker on rule_parameter for select to onroll_worker using (true);
create policy rule_parameter_previewed_by_worker on rule_parameter for update to onroll_worker
  using (made_at is null and discarded_at is null) with check (true);
grant select, insert on rule_parameter to onroll_app;
grant update (made_by, made_at, discarded_at) on rule_parameter to onroll_app;
grant select on rule_parameter to onroll_worker;
grant update (previewed_at, preview) on rule_parameter to onroll_worker;

create policy rule_reading_seen on rule_reading for select to onroll_app using ((select my_user()) is not null);
create policy rule_reading_chosen on rule_reading for insert to onroll_app
  with check ((select i_run_the_authority()) and chosen_by = (select my_user()));
grant select, insert on rule_reading to onroll_app;
