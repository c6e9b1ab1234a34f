import { dayInWords } from '#domain/london-time.ts'
import { releasedInWords } from '#features/placements/index.ts'
import { evidenceNames } from './evidence-names.ts'
import type { Known } from './known.query.ts'
import { aYear, dayOf, newest, type Piece, said } from './piece.ts'

/** Questions 1 to 6: how the provider was chosen. */
export const choicePieces = (known: Known): Record<number, Piece[]> => ({
  1: whyHere(known),
  2: isRegistered(known),
  3: staff(known),
  4: quality(known),
  5: shared(known),
  6: otherServices(known),
})

const needWords = { behaviour: 'behaviour', health: 'health', vulnerability: 'vulnerability' }

const whyHere = ({ placements }: Known): Piece[] =>
  placements.flatMap(each => {
    const on = dayOf(each.made_at)
    return [
      ...said(each.purpose, 'Placement', on, undefined, 'Purpose of the placement: '),
      ...(each.need_category
        ? said(`The need is ${needWords[each.need_category]}.`, 'Placement', on)
        : []),
      ...(each.decisionReference
        ? said(`The panel decided it (D-${each.decisionReference}).`, 'Decision', on)
        : []),
    ]
  })

/** Registration is with the Department; what Ofsted said of an inspection is another fact (REG-06). */
function isRegistered({ provider, numberChecks, checks }: Known): Piece[] {
  if (!provider) return []
  const lookedUp = numberChecks.find(({ urn }) => urn === provider.dfe_urn)
  const ours = checks.find(({ what }) => what === 'registration')
  return [
    ...(provider.dfe_urn
      ? said(
          `The provider gives DfE number (URN) ${provider.dfe_urn}${lookedUp ? `, which was ${lookedUp.confirmed ? 'confirmed' : 'not confirmed'} at the Department on ${dayInWords(lookedUp.checked_on)}` : ''}.`,
          'Provider’s profile',
          lookedUp?.checked_on ?? null,
          aYear,
        )
      : said('No DfE number is recorded for the provider.', 'Provider’s profile', null)),
    ...(provider.registration
      ? said(`It says of itself: ${provider.registration}.`, 'Provider’s profile', null)
      : []),
    ...(provider.ofsted_outcome
      ? said(
          `Ofsted’s inspection: ${provider.ofsted_outcome}.`,
          'Provider’s profile',
          provider.ofsted_on,
        )
      : []),
    ...(ours
      ? said(
          ours.found,
          'Our check of the registration',
          ours.checked_on,
          aYear,
          'We looked at the registration: ',
        )
      : []),
  ]
}

function staff({ leads, checks, sightings }: Known): Piece[] {
  const lead = leads.find(({ role }) => role === 'safeguarding-lead')
  const deputies = leads.filter(({ role }) => role === 'deputy-safeguarding-lead').length
  const ours = checks.find(({ what }) => what === 'staff')
  const ofStaff = sightings.filter(
    ({ document, seen }) => seen && ['DOC-07', 'DOC-08', 'DOC-15'].includes(document),
  )
  return [
    ...(lead
      ? said(
          `The designated safeguarding lead was ${lead.trained_on ? `last trained on ${dayInWords(lead.trained_on)}` : 'not shown to be trained'}; ${deputyWords(deputies)}.`,
          'Provider’s people',
          lead.trained_on,
          2 * aYear,
        )
      : said('No designated safeguarding lead is recorded.', 'Provider’s people', null)),
    ...(ours
      ? said(
          ours.found,
          'Our check of the staff',
          ours.checked_on,
          aYear,
          'We looked at the checks of staff: ',
        )
      : []),
    ...ofStaff.flatMap(each =>
      said(
        `We saw: ${evidenceNames(each.document)}. ${each.what_checked}`,
        'Sighting',
        each.seen_on,
        aYear,
      ),
    ),
  ]
}

const deputyWords = (deputies: number) =>
  deputies === 0
    ? 'there is no deputy'
    : deputies === 1
      ? 'there is one deputy'
      : `there are ${deputies} deputies`

function quality({ sightings, visits, adoptions, agreement, placements }: Known): Piece[] {
  const seen = sightings.filter(each => each.seen)
  const documents = new Set(seen.map(({ document }) => document)).size
  const commissioner = placements[0]?.commissioner_id
  const visit = visits.find(({ commissioner_id }) => commissioner_id === commissioner)
  const adopted = adoptions[0]
  return [
    ...said(
      `We have seen ${documents} of the documents that the provider shows.`,
      'Sightings',
      newest(seen.map(({ seen_on }) => seen_on)),
      aYear,
    ),
    ...(visit?.visited_on
      ? said(
          `We visited${visit.annual_assessment ? ' for the annual assessment' : ''} on ${dayInWords(visit.visited_on)}.`,
          'Visit',
          visit.visited_on,
          aYear,
        )
      : []),
    ...(adopted
      ? said(
          `We rely on another commissioner’s published visit${adopted.visited_on ? ` of ${dayInWords(adopted.visited_on)}` : ''}.`,
          'Visit adopted',
          adopted.adopted_on,
          aYear,
        )
      : []),
    ...(agreement
      ? said(
          `A service level agreement was signed on ${dayInWords(agreement.signed_on)}${agreement.kcsie_clause ? '; the provider keeps to Keeping Children Safe in Education' : ''}.`,
          'Agreement',
          agreement.signed_on,
          aYear,
        )
      : []),
  ]
}

const shared = ({ disclosures }: Known): Piece[] =>
  disclosures
    .filter(each => each.shared)
    .slice(0, 5)
    .flatMap(({ fields, how, at }) =>
      said(
        `Told the provider: ${releasedInWords(fields as object) || 'nothing in particular'}. How: ${how}.`,
        'Register of what was shared',
        dayOf(at),
        aYear,
      ),
    )

const otherServices = ({ plan }: Known): Piece[] =>
  plan ? said(plan.service_links, 'Individual plan', dayOf(plan.made_at), aYear) : []
