import type * as F from './facts.ts'

/** What a finding can be about, and the record that a check of it is given. */
export type Subjects = {
  admission: F.Admission
  'annual-review': F.AnnualReview
  assessment: {
    readonly id: F.Id
    readonly provider: F.Provider
    readonly assessment: F.Assessment
  }
  authority: { readonly id: F.Id }
  'cost-share': F.CostShare
  exclusion: F.Exclusion
  'fair-access-case': F.FairAccessCase
  invoice: F.Invoice
  'managed-move': F.ManagedMove
  'off-site-direction': F.OffSiteDirection
  placement: F.Placement
  programme: F.Programme
  provider: F.Provider
  pupil: F.Pupil
  question: F.Question
  questionnaire: F.Questionnaire
  rate: F.Rate
  referral: F.Referral
  removal: F.Removal
  school: F.School
  'specialist-placement': F.SpecialistPlacement
  'substantial-plan': F.SubstantialPlan
  visit: { readonly id: F.Id; readonly provider: F.Provider; readonly visit: F.Visit }
  'work-experience': F.WorkExperience
}
export type SubjectType = keyof Subjects

type Lists = { readonly [type in SubjectType]: (facts: F.Facts) => Iterable<Subjects[type]> }

const lists: Lists = {
  admission: facts => facts.admissions ?? [],
  'annual-review': facts => facts.annualReviews ?? [],
  *assessment(facts) {
    for (const provider of facts.providers ?? [])
      for (const assessment of provider.assessments ?? [])
        yield { id: assessment.id, provider, assessment }
  },
  authority: facts => [{ id: facts.authority }],
  'cost-share': facts => facts.costShares ?? [],
  exclusion: facts => facts.exclusions ?? [],
  'fair-access-case': facts => facts.fairAccessCases ?? [],
  invoice: facts => facts.invoices ?? [],
  'managed-move': facts => facts.managedMoves ?? [],
  'off-site-direction': facts => facts.offSiteDirections ?? [],
  placement: facts => facts.placements ?? [],
  programme: facts => facts.programmes ?? [],
  provider: facts => facts.providers ?? [],
  pupil: facts => facts.pupils ?? [],
  question: facts => facts.questions ?? [],
  questionnaire: facts => facts.questionnaires ?? [],
  rate: facts => facts.rates ?? [],
  referral: facts => facts.referrals ?? [],
  removal: facts => facts.removals ?? [],
  school: facts => facts.schools ?? [],
  'specialist-placement': facts => facts.specialistPlacements ?? [],
  'substantial-plan': facts => facts.substantialPlans ?? [],
  *visit(facts) {
    for (const provider of facts.providers ?? [])
      for (const visit of provider.visits ?? []) yield { id: visit.id, provider, visit }
  },
  'work-experience': facts => facts.workExperience ?? [],
}

export const subjectTypes = Object.keys(lists) as readonly SubjectType[]

export const subjectsOf = <T extends SubjectType>(facts: F.Facts, type: T): Iterable<Subjects[T]> =>
  lists[type](facts)
