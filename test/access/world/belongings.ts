import { type Building, day, moment, organisationsOf } from './build.ts'

/** What belongs to one person or one organisation, and the authority's own lists. */
export function makeBelongings(building: Building) {
  const { dice, rows } = building
  const of = () => ({ id: dice.id(), user_id: dice.pick(rows.user_account).id })
  for (const table of ['passkey', 'recovery_code', 'challenge'] as const)
    for (let n = 0; n < 8; n++) rows[table].push(of())
  for (const { id: user_id } of rows.user_account.slice(0, 12)) {
    rows.passkey.push({ id: dice.id(), user_id })
    rows.form_key.push({ key: dice.id(), user_id })
  }
  for (const { id: user_id } of dice.some(rows.user_account, 0.3)) {
    const asked_by = dice.pick(rows.user_account).id
    if (asked_by !== user_id)
      rows.factor_reset.push({ id: dice.id(), user_id, asked_by, reason: 'A lost telephone' })
  }
  for (let n = 0; n < 12; n++)
    rows.one_time_link.push({
      ...of(),
      kind: dice.pick(['invitation', 'reset']),
      expires_at: moment(building, 3),
    })
  for (const created_at of [moment(building, -40), moment(building, -20)])
    rows.form_key.push({ key: dice.id(), user_id: dice.pick(rows.user_account).id, created_at })
  for (const expires_at of [moment(building, -800), moment(building, -800), moment(building, -500)])
    rows.one_time_link.push({ ...of(), kind: 'reset', expires_at })
  for (const started_at of [moment(building, -300), moment(building, -100)])
    rows.session.push({
      ...of(),
      user_id: dice.pick(rows.user_account).id,
      membership_id: null,
      ended_at: started_at,
      started_at,
    })
  for (let n = 0; n < 20; n++) {
    const hat = dice.pick(rows.membership)
    rows.calendar_feed.push({ id: dice.id(), user_id: hat.user_id, membership_id: hat.id })
    const other = dice.chance(0.3) ? dice.pick(rows.membership) : hat
    rows.child_lookup.push({
      id: dice.id(),
      user_id: hat.user_id,
      membership_id: other.id,
      terms: {},
    })
  }
  rows.sign_in_attempt.push({ id: 1, address: '192.0.2.1', succeeded: false })
  rows.setting.push(
    { key: 'authority', value: { key: 'fennshire', name: 'Fennshire County Council' } },
    { key: 'postcodes', value: {} },
    { key: 'something else', value: {} },
  )
  makeMessages(building)
  makeLists(building)
  makeImports(building)
}

function makeMessages(building: Building) {
  const { dice, rows } = building
  const old = rows.one_time_link.find(link => String(link['expires_at']) < moment(building, -700))
  for (let n = 0; n < 30; n++)
    rows.message.push({
      id: dice.id(),
      to_user_id: dice.chance(0.5) ? dice.pick(rows.user_account).id : null,
      to_organisation_id: dice.chance(0.3) ? dice.pick(rows.organisation).id : null,
      from_organisation_id: dice.chance(0.7) ? dice.pick(rows.organisation).id : null,
      address: 'someone@example.org',
      subject: `Message ${n}`,
      queued_at: moment(building, n % 7 === 0 ? -800 : -3),
      state: dice.pick(['queued', 'sent', 'failed', 'held']),
      link_id: n === 0 ? (old?.id ?? null) : null,
    })
  for (let n = 1; n <= 60; n++)
    rows.audit_entry.push({
      seq: n,
      user_id: dice.chance(0.9) ? dice.pick(rows.user_account).id : null,
      child_id: dice.chance(0.7) ? dice.pick(rows.child).id : null,
      event: 'child.viewed',
      subject_kind: 'child',
      outcome: 'done',
    })
}

function makeLists(building: Building) {
  const { dice, rows } = building
  const schools = organisationsOf(building, 'school')
  for (const school_id of [...schools, null]) {
    rows.term.push({
      id: dice.id(),
      school_id,
      starts_on: day(building, -50),
      ends_on: day(building, 50),
    })
    rows.closure.push({ id: dice.id(), school_id, on: day(building, 3), kind: 'inset' })
  }
  rows.bank_holiday.push({ on: day(building, 35) })
  rows.postcode_authority.push({ postcode: 'ZZ1 1ZZ' })
  const [member] = rows.partnership_member
  rows.partnership_member_change.push({
    id: dice.id(),
    member_id: member?.['id'],
    partnership_id: member?.['partnership_id'],
    school_id: member?.['school_id'],
    what: 'joined',
    changed_by: dice.pick(rows.user_account).id,
  })
  rows.notice_template.push({ id: dice.id(), kind: 'admissions', number: 1 })
}

function makeImports(building: Building) {
  const { dice, rows } = building
  const uploaded_by = dice.pick(rows.user_account).id
  const [waiting, done] = [dice.id(), dice.id()]
  const file = { file_on: day(building, -9), file_rows: 1, uploaded_by }
  rows.gias_import.push(
    { id: waiting, ...file, state: 'uploaded' },
    {
      id: done,
      ...file,
      state: 'imported',
      made_by: uploaded_by,
      made_at: moment(building, -1),
      changes: {},
    },
  )
  for (const import_id of [waiting, done])
    rows.gias_row.push({ import_id, urn: '123456', authority_number: '999', school: {} })
  for (const organisation_id of organisationsOf(building, 'school'))
    if (dice.chance(0.6)) {
      const id = dice.id()
      rows.import_batch.push({
        id,
        organisation_id,
        kind: 'children',
        headers: [],
        row_count: 1,
        made_by: dice.pick(rows.user_account).id,
      })
      rows.import_write.push({ batch_id: id, number: 1, table_name: 'child', row_id: dice.id() })
      rows.import_row.push({ id: dice.id(), batch_id: id, number: 1, cells: {} })
    }
}
