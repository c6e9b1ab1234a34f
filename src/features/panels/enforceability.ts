/** What makes a Fair Access decision stand: Co-ordinators' FAQ question 3, points 3 to 5. */
export interface EnforceabilityFacts {
  /** Schools that were members on the day of the meeting. */
  readonly members: readonly { id: string; name: string }[]
  readonly invited: readonly { schoolId: string; sentAt: Date }[]
  readonly meeting: { held: boolean; startsAt: Date } | undefined
  readonly decisionMinuted: boolean
  readonly schoolTold: boolean
  readonly admissionsTold: boolean
  readonly emergency: boolean
  readonly ratified: boolean
}

export interface EnforceabilityStep {
  readonly key: 'invited' | 'held' | 'minuted' | 'school' | 'admissions'
  readonly title: string
  readonly done: boolean
  readonly detail: string
  /** Without it the decision may not be issued; the last two are what issuing does. */
  readonly neededToIssue: boolean
}

/** The strip of five, in order, each done or saying what is missing. */
export function enforceabilityOf(facts: EnforceabilityFacts): EnforceabilityStep[] {
  const told = new Map(facts.invited.map(({ schoolId, sentAt }) => [schoolId, sentAt]))
  const start = facts.meeting?.startsAt
  const missed = facts.members.filter(({ id }) => {
    const sent = told.get(id)
    return !sent || (start !== undefined && sent > start)
  })
  const everyone = facts.members.length > 0 && missed.length === 0 && facts.meeting !== undefined
  return [
    {
      key: 'invited',
      title: 'All member schools invited',
      done: everyone,
      detail: everyone
        ? `${facts.members.length} schools were notified before the meeting`
        : facts.meeting === undefined
          ? 'The case has not been to a meeting'
          : facts.members.length === 0
            ? 'No member school is recorded for the day of the meeting'
            : `Not notified in time: ${missed.map(({ name }) => name).join(', ')}`,
      neededToIssue: true,
    },
    {
      key: 'held',
      title: 'Meeting held',
      done: facts.meeting?.held === true && (!facts.emergency || facts.ratified),
      detail: heldDetail(facts),
      neededToIssue: true,
    },
    {
      key: 'minuted',
      title: 'Decision minuted',
      done: facts.decisionMinuted,
      detail: facts.decisionMinuted
        ? 'With the school and the reasons'
        : 'The school or the reasons are missing',
      neededToIssue: true,
    },
    {
      key: 'school',
      title: 'School told',
      done: facts.schoolTold,
      detail: facts.schoolTold ? 'Notice sent' : 'Issuing the decision sends the notice',
      neededToIssue: false,
    },
    {
      key: 'admissions',
      title: 'Admissions told',
      done: facts.admissionsTold,
      detail: facts.admissionsTold ? 'Notice sent' : 'Issuing the decision sends the notice',
      neededToIssue: false,
    },
  ]
}

function heldDetail({ meeting, emergency, ratified }: EnforceabilityFacts) {
  if (emergency)
    return ratified
      ? 'Emergency decision, ratified at a meeting'
      : 'Emergency decision: it has to be ratified at a meeting to which all schools were invited'
  if (!meeting) return 'No meeting'
  return meeting.held ? 'The meeting has taken place' : 'The meeting has not begun'
}

/** The reason why the decision cannot be issued yet, if there is one. */
export const hindrance = (steps: readonly EnforceabilityStep[]): string | undefined => {
  const missing = steps.filter(({ done, neededToIssue }) => neededToIssue && !done)
  return missing.length === 0
    ? undefined
    : `This decision would not be enforceable. ${missing.map(({ title, detail }) => `${title}: no. ${detail}.`).join(' ')}`
}
