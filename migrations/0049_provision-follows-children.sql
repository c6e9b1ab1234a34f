-- When two records of one child are joined, everything about the one is about the other: placements, disclosures,
-- questionnaires and whatever else of this area points at a child (see 0012). A test finds what is forgotten.
do $$ declare r record; begin
  for r in select f.conrelid::regclass as in_table, a.attname as in_column
    from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
   where f.contype = 'f' and f.confrelid = 'onroll.child'::regclass
     and f.conrelid not in ('onroll.child'::regclass, 'onroll.possible_duplicate'::regclass, 'onroll.proposed_change'::regclass)
     and not has_column_privilege('onroll_access', f.conrelid, a.attname, 'update')
  loop
    perform rows_follow_joined_children(r.in_table, r.in_column);
  end loop;
end $$;
