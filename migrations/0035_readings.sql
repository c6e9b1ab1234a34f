-- A reading that can be worked out is chosen by the numbers that it means: they are proposed together, previewed together
-- and made together, and only then does the reading hold.

alter table rule_parameter
  add column reading_of text check (reading_of ~ '^C-[0-9]{2}$'),
  add column choice text check (choice ~ '^[a-z-]{1,40}$'),
  add column bundle uuid,
  add constraint of_one_reading check (num_nonnulls(reading_of, choice, bundle) in (0, 3));
create index on rule_parameter (bundle) where bundle is not null;

alter table rule_reading add column choice text check (choice ~ '^[a-z-]{1,40}$');
