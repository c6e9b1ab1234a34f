import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { writeReference } from '#domain/reference.ts'
import { SummaryList } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Me } from '#platform/sessions.ts'
import { addressesOf } from '../home/home.query.ts'
import { nowAndBefore } from '../record/history.tsx'
import type { ChildIdentity } from '../record/identity.query.ts'
import type { Sees } from '../record/sections.ts'
import { referralHref, referralStatusWords, referralsOf } from '../referrals/referrals.query.ts'
import { enrolmentsOf } from '../roll/roll.query.ts'
import { authorityName, careWords, specialNeedsWords } from '../words.ts'

/** What decides whose child this is, in one place: the roll first. */
export async function standingOf(tx: Tx, child: ChildIdentity, me: Me, sees: Sees, today: string) {
  const rolls = nowAndBefore(await enrolmentsOf(tx, child.id), today).now
  const homes = sees.contacts ? nowAndBefore(await addressesOf(tx, child.id), today).now : []
  const referrals = may(me, 'referral.read') ? await referralsOf(tx, child.id) : []
  return { rolls, home: homes[0], referrals }
}
export type Standing = Awaited<ReturnType<typeof standingOf>>

export const StandingCard = ({
  child,
  sees,
  me,
  standing: { rolls, home, referrals },
}: {
  child: ChildIdentity
  sees: Sees
  me: Me
  standing: Standing
}) => (
  <SummaryList
    card={{ title: 'Where things stand' }}
    rows={[
      {
        key: 'On roll',
        value:
          rolls.length === 0
            ? 'At no school'
            : rolls.map(roll => (
                <div>
                  {roll.school}, since {dayInWords(roll.fromOn)}
                </div>
              )),
      },
      sees.specialNeeds && {
        key: 'Special educational needs',
        value: specialNeedsWords[child.specialNeeds ?? ''] ?? 'Not recorded',
      },
      sees.care && {
        key: 'Care',
        value: careWords[child.care?.status ?? ''] ?? 'Not recorded',
      },
      sees.contacts &&
        !child.protectedBy && {
          key: 'Home authority',
          value: authorityName(home?.homeAuthority) ?? 'Not known',
        },
      may(me, 'referral.read') && {
        key: 'Referrals',
        value:
          referrals.length === 0
            ? 'None that you may see'
            : referrals.map(referral => (
                <div>
                  <a class="govuk-link" href={referralHref(referral)}>
                    {writeReference('referral', referral.reference)}
                  </a>{' '}
                  {referralStatusWords[referral.status]}
                </div>
              )),
      },
    ]}
  />
)
