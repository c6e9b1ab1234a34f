import { ethnicities } from '#domain/codes/ethnicity.ts'
import { sexes } from '#domain/codes/sex.ts'
import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { isTemporaryUpn, type Upn } from '#domain/upn.ts'
import { ageOn } from '#domain/year-group.ts'
import { Button, InsetText, SummaryList, type SummaryRow } from '#govuk/index.ts'
import { correctionsOf } from '../correct.ts'
import { childPage } from '../record/child-page.tsx'
import { Corrections } from '../record/history.tsx'
import { yesNoOrNotKnown } from '../words.ts'
import { type ChildDetails, detailsOf } from './details.query.ts'
import { waitingChangesOf } from './proposed-change.query.ts'
import { StandingCard, standingOf } from './standing.tsx'
import { WaitingChange } from './waiting-change.tsx'

export const overviewPage = childPage({
  path: '/children/:child',
  section: 'overview',
  title: 'Overview',
  load: async ({ tx, me, today }, { child, sees }) => ({
    standing: await standingOf(tx, child, me, sees, today),
    details: await detailsOf(tx, child.id),
    corrections: await correctionsOf(tx, child.id, 'child'),
    waiting: may(me, 'child.change') ? await waitingChangesOf(tx, child.id) : [],
  }),
  view({ standing, details, corrections, waiting }, { child, sees }, { me, today }) {
    const change = may(me, 'child.change') && sees.contacts
    return (
      <>
        {waiting.map(each => (
          <WaitingChange change={each} me={me} />
        ))}
        {!sees.education && (
          <InsetText>
            You see who the child is, because your organisation has referred or is to receive the
            child. The rest of the record is for the school of roll and those who work with the
            child now.
          </InsetText>
        )}
        <StandingCard {...{ child, sees, me, standing }} />
        {may(me, 'referral.write') && sees.education && (
          <Button href={`/referrals/new?child=${child.id}`}>Refer this child</Button>
        )}
        <SummaryList
          card={{
            title: 'Names',
            actions: change ? [{ href: `/children/${child.id}/identity`, children: 'Change' }] : [],
          }}
          rows={[
            { key: 'Forename', value: details.forename },
            { key: 'Surname', value: details.surname },
            { key: 'Known as', value: child.knownAs ?? 'The same' },
          ]}
        />
        <SummaryList
          card={{
            title: 'Identity',
            actions: change
              ? [{ href: `/children/${child.id}/identity/propose`, children: 'Propose a change' }]
              : [],
          }}
          rows={[
            {
              key: 'Date of birth',
              value: `${dayInWords(details.birthDate)} (${ageOn(details.birthDate, today)} years old)`,
            },
            { key: 'UPN', value: upnInWords(details.upn) },
            details.formerUpns.length > 0 && {
              key: 'Former UPNs',
              value: details.formerUpns.join(', '),
            },
            { key: 'ULN', value: details.uln ?? 'None recorded' },
          ]}
        />
        <SummaryList
          card={{
            title: 'Details',
            actions: change ? [{ href: `/children/${child.id}/identity`, children: 'Change' }] : [],
          }}
          rows={detailRows(details)}
        />
        <Corrections of={corrections.get(child.id)} />
        <p class="govuk-body-s">
          Entered by {details.enteredBy} on {dayInWords(londonDay(details.createdAt))}.
        </p>
      </>
    )
  },
})

const detailRows = (details: ChildDetails): SummaryRow[] => [
  { key: 'Sex', value: sexes.all.find(({ key }) => key === details.sex)?.name ?? 'Not recorded' },
  {
    key: 'Ethnicity',
    value:
      ethnicities.all.find(({ key }) => key === details.ethnicity)?.name ??
      details.ethnicity ??
      'Not recorded',
  },
  { key: 'First language', value: details.firstLanguage ?? 'Not recorded' },
  { key: 'Interpreter needed', value: yesNoOrNotKnown(details.interpreterNeeded) },
  { key: 'Free school meals', value: yesNoOrNotKnown(details.freeSchoolMeals) },
  { key: 'Young carer', value: yesNoOrNotKnown(details.youngCarer) },
]

function upnInWords(upn: string | null) {
  if (!upn) return 'None recorded'
  return isTemporaryUpn(upn as Upn) ? `${upn} (temporary: find the child’s own UPN)` : upn
}
