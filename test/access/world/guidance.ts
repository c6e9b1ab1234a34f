import { type Building, day, moment } from './build.ts'

/** Guidance, what the authority says of the rules, and questions to its officers. */
export function makeGuidance(building: Building) {
  const { dice, rows } = building
  const somebody = () => dice.pick(rows.user_account).id
  const officers = rows.membership.filter(({ role }) =>
    [
      'admissions',
      'sena',
      'virtual-school',
      'finance',
      'quality-assurance',
      'data-steward',
    ].includes(role),
  )
  for (let n = 0; n < 16; n++) {
    const id = dice.id()
    rows.article.push({
      id,
      slug: `article-${n}`,
      kind: dice.pick(['article', 'answer']),
      title: `Article ${n}`,
      summary: 'A summary',
      body: 'The words',
      plain: 'The words',
      owner_id: dice.chance(0.8) ? dice.pick(officers).user_id : somebody(),
      status: dice.pick(['published', 'published', 'withdrawn']),
    })
    rows.article_version.push({ article_id: id, number: 1 })
  }
  const [article] = rows.article
  rows.guidance_topic.push({ name: 'Attendance', article_id: article?.id })
  rows.guidance_step.push({ path: '/referrals/new', article_id: article?.id })
  rows.search_miss.push({ words: 'somewhere', on: day(building, -1) })
  for (const [previewed, made, discarded] of [
    [true, false, false],
    [false, false, false],
    [true, true, false],
    [false, false, true],
  ])
    rows.rule_parameter.push({
      id: dice.id(),
      parameter: 'P-ONE',
      source: 'A minute',
      why: 'It was agreed',
      proposed_by: somebody(),
      previewed_at: previewed ? moment(building, -2) : null,
      preview: previewed ? {} : null,
      discarded_at: discarded ? moment(building, -1) : null,
      made_by: made ? somebody() : null,
      made_at: made ? moment(building, -1) : null,
    })
  rows.rule_reading.push({
    id: dice.id(),
    contradiction: 'C-01',
    reading: 'The first',
    because: 'It is so',
    chosen_by: somebody(),
  })
  for (let n = 0; n < 16; n++) {
    const asker = dice.pick(rows.membership)
    rows.question.push({
      id: dice.id(),
      asked_by: asker.user_id,
      asked_organisation_id: asker.organisation_id,
      topic: 'Attendance',
      routed_role: dice.pick(officers).role,
      words: 'A question',
      referral_id: dice.chance(0.5) ? dice.pick(rows.referral).id : null,
      status: n % 4 === 0 ? 'answered' : 'open',
      answered_at: n % 4 === 0 ? moment(building, -1) : null,
    })
  }
}
