import { type Building, day, moment, organisationsOf } from '../build.ts'

/** What providers keep, what commissioners saw of it, visits and concerns. */
export function makeProviders(building: Building) {
  const { dice, rows } = building
  const sample = (from: readonly string[]) => dice.some(from, 0.4)
  const schools = organisationsOf(building, 'school')
  const commissioners = [...schools, ...organisationsOf(building, 'partnership')]
  for (const provider_id of organisationsOf(building, 'provider')) {
    const row = () => ({ id: dice.id(), provider_id })
    rows.provider_standing.push({ provider_id })
    rows.provider_site.push({ ...row(), name: 'The mill' })
    rows.provider_subcontractor.push({
      ...row(),
      name: 'Others',
      gives: 'Swimming',
      from_on: day(building, -60),
    })
    rows.provider_number_check.push({
      ...row(),
      urn: '123456',
      confirmed: true,
      source: 'The Department',
      by_organisation: dice.pick(commissioners),
    })
    const person = { ...row(), name: 'Somebody', role: 'staff', from_on: day(building, -90) }
    rows.provider_person.push(person)
    rows.provider_training.push({
      ...row(),
      person_id: person.id,
      trained_on: day(building, -30),
      trainer: 'county',
    })
    rows.provider_audit.push({
      ...row(),
      by_whom: 'The county',
      by_organisation: dice.pick(commissioners),
    })
    for (const left_on of [null, day(building, -20)])
      rows.provider_listing.push({
        ...row(),
        list: 'A list of providers',
        kept_by: 'The county',
        since_on: day(building, -60),
        left_on,
        by_organisation: dice.pick(commissioners),
      })
    for (const document of ['DOC-01', 'DOC-08', 'DOC-12'])
      for (const superseded_at of [moment(building, -9), null]) {
        const item = {
          ...row(),
          document,
          superseded_at,
          by_organisation: provider_id,
        }
        rows.evidence_item.push(item)
        if (document === 'DOC-01')
          rows.insurance_policy.push({
            evidence_id: item.id,
            provider_id,
            kind: 'employers-liability',
            insurer: 'Mutual',
            policy_number: '1',
            amount_pence: 1_000_000_000,
            starts_on: day(building, -60),
            ends_on: day(building, 60),
          })
        rows.evidence_reminder.push({ evidence_id: item.id, days_before: 30 })
        for (const commissioner_id of sample(commissioners))
          rows.evidence_sighting.push({
            id: dice.id(),
            evidence_id: item.id,
            commissioner_id,
            seen: true,
            how: 'in Onroll',
            what_checked: 'The dates',
            withdrawn_at: dice.chance(0.2) ? moment(building, -1) : null,
          })
        rows.file.push({
          id: dice.id(),
          referral_id: null,
          evidence_id: item.id,
          size: 10,
          state: dice.pick(['received', 'clean', 'not scanned', 'blocked']),
          by_organisation: dice.chance(0.8) ? provider_id : dice.pick(commissioners),
        })
      }
    for (const commissioner_id of sample(commissioners)) {
      rows.commissioner_check.push({
        ...row(),
        commissioner_id,
        what: 'staff',
        found: 'All in order',
      })
      rows.service_level_agreement.push({
        ...row(),
        commissioner_id,
        signed_on: day(building, -60),
        signed_for_commissioner: 'A',
        signed_for_provider: 'B',
      })
    }
    for (const child_id of [null, rows.child[0]?.id ?? null])
      rows.finding.push({
        id: dice.id(),
        referral_id: null,
        child_id,
        placement_id: null,
        provider_id,
        level: 'warning',
        subject_type: 'provider',
        subject_id: provider_id,
        superseded_at: null,
      })
    for (let n = 0; n < 5; n++)
      visit(building, provider_id, dice.pick(commissioners), commissioners)
    for (const status of ['open', 'being looked into', 'closed']) {
      const raiser = dice.pick(rows.membership)
      const over = status === 'closed'
      const concern = {
        ...row(),
        kind: 'quality',
        level: 'concern',
        words: 'Lessons begin late',
        status,
        raised_by: raiser.user_id,
        by_organisation: dice.chance(0.5) ? raiser.organisation_id : dice.pick(commissioners),
        outcome: over ? 'They begin on time now' : null,
        closed_by: over ? raiser.user_id : null,
        closed_at: over ? moment(building, -1) : null,
      }
      rows.provider_concern.push(concern)
      rows.concern_note.push({
        id: dice.id(),
        concern_id: concern.id,
        kind: 'noted',
        words: 'Somebody was asked',
      })
    }
    rows.provider_approval.push({
      ...row(),
      approval: 'approved',
      because: 'All seen',
      from_on: day(building, -9),
      by_organisation: dice.pick(commissioners),
    })
  }
}

function visit(
  building: Building,
  provider_id: string,
  commissioner_id: string,
  commissioners: readonly string[],
) {
  const { dice, rows } = building
  const status = dice.pick([
    'planned',
    'cancelled',
    'draft',
    'draft',
    'submitted',
    'moderated',
    'published',
    'published',
  ])
  const id = dice.id()
  const row = () => ({ id: dice.id(), visit_id: id })
  rows.visit.push({
    id,
    provider_id,
    commissioner_id,
    status,
    planned_on: day(building, -9),
    sent_back_at:
      ['draft', 'cancelled'].includes(status) && dice.chance(0.5) ? moment(building, -1) : null,
    submitted_by: null,
    moderated_by: null,
  })
  rows.visit_item.push({ ...row(), section: 'A', item: 'SV-A01', free_words: null })
  rows.visit_interview.push({ ...row(), kind: 'pupils', people: 3 })
  if (['submitted', 'moderated', 'published'].includes(status))
    rows.visit_moderation.push({ ...row(), outcome: 'moderated', words: 'Well told' })
  rows.visit_judgement.push({ visit_id: id, section: 'A', judgement: 'Good work was seen' })
  rows.visit_action.push({
    ...row(),
    provider_id,
    action: 'Lock the gate',
    due_on: day(building, 9),
  })
  rows.visit_reply.push({ ...row(), reply: 'It is locked' })
  for (const other of dice.some(
    commissioners.filter(each => each !== commissioner_id),
    0.2,
  ))
    rows.visit_adoption.push({
      visit_id: id,
      commissioner_id: other,
      adopted_on: day(building, -1),
      reason: 'We rely on it',
    })
  const [authority = ''] = organisationsOf(building, 'authority')
  for (const by_organisation of [commissioner_id, dice.pick(commissioners), authority])
    rows.file.push({
      id: dice.id(),
      referral_id: null,
      visit_id: id,
      size: 10,
      state: dice.pick(['received', 'clean', 'not scanned']),
      by_organisation,
    })
}
