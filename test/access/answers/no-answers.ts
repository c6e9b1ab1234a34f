/** Functions that answer with more rights than the asker's and need no oracle of their own, each with the reason. */
export const noAnswers: Readonly<Record<string, string>> = {
  // The same for everybody, and about nobody.
  own_authority: 'A setting that everybody reads',
  role_fits: 'Which roles there are in which kind of organisation',
  nobody_yet: 'Whether anybody has a role yet',
  audit_newest: 'The chain’s figures: of no entry what it says',
  audit_first_break: 'The chain’s figures: of no entry what it says',
  audit_hashes: 'The chain’s figures: of no entry what it says',
  joins_now: 'Yes only inside the transaction that joins two records',
  // A yes or no that a policy asks while it is known already; held by the mutants.
  follows_accepted_form: 'Asked by a policy of the very row that is added: held by the mutants',
  verified_context: 'What the request itself signed, as it was read',
  // Whoever holds a secret is answered, whatever their role: held by the tests of those doors.
  meetings_of_feed: 'By the secret of a calendar’s address: test/meetings-in-a-calendar',
  open_session: 'By the secret of a session: test/sign-in',
  timed_out_session: 'By the secret of a session: test/sign-in',
  open_pupil_link: 'By a child’s link and code: test/a-plan-is-kept',
  keep_pupil_view: 'By a child’s link and code: test/a-plan-is-kept',
  // They change something and tell at most that it went through: held by the journeys and attacks beside them.
  complete_managed_move: 'Changes: test/attacks-on-moves',
  confirm_factor_reset: 'Changes: test/administrators-manage-people',
  end_sessions_of: 'Changes: test/administrators-manage-people',
  join_children: 'Changes: test/two-records-of-one-child',
  keep_my_second_factor: 'Changes: test/own-account',
  mark_decided: 'Changes: test/panel-decides',
  note_search_miss: 'Changes: test/guidance-is-read-and-kept',
  notice_possible_duplicates: 'Changes: test/two-records-of-one-child',
  pass_question_on: 'Changes: test/a-question-is-answered',
  remember: 'Changes: test/audit',
  remove_ordinary_addresses: 'Changes: test/a-protected-address',
  undo_import: 'Changes: test/import-children',
  use_totp_step: 'Changes: test/sign-in',
}
