import type { IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { recordsOf } from '../counting/commissioner-records.ts'
import { canBeStopped, commissionerOf, isOver } from '../counting/placement-days.ts'
import type { CommissionerCheck, Placement } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { arrangingProvision } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { commissionerName, providerName, sentence } from '../spoken.ts'
import type { World } from '../world.ts'

export const commissionerChecks: Rule = {
  id: 'REG-04',
  area: 'REG',
  title: 'Commissioner checks registration and staff',
  statement:
    'Before a pupil starts, the commissioner has checked whether the setting must be and is registered, and that its staff are trained, experienced and cleared.',
  binds: 'Commissioner',
  test: 'Speaks for each of the two checks that this commissioner has not made on or before the start: a block up to and on the first day, a breach after it. Silent without exactly one commissioner, and when the placement is over.',
  basis: ['council-expectation'],
  levels: ['high', 'breach'],
  blocks: ['start-placement'],
  sources: [
    cite(pack, '43', 'registered where appropriate, and education delivered by high quality staff'),
    cite(arrangingProvision),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [on('placement', judge)],
}

function judge(placement: Placement, world: World): Draft[] {
  const commissioner = commissionerOf(placement)
  if (commissioner === undefined || isOver(placement, world)) return []
  const made = recordsOf(placement.provider, commissioner, world).checks
  const isMade = (day: (check: CommissionerCheck) => IsoDate | undefined) =>
    made.some(check => {
      const checked = world.happened(day(check))
      return checked !== undefined && checked <= placement.start
    })
  const stoppable = canBeStopped(placement, world)
  const missing = (what: 'registration-check' | 'staff-check'): Draft => ({
    level: stoppable ? 'high' : 'breach',
    blocks: stoppable ? ['start-placement'] : [],
    values: { missing: what },
    message: sentence(
      `${commissionerName(commissioner, world)} ${stoppable ? 'has not checked' : 'had not checked by the start'} ${subject[what]} of ${providerName(placement.provider, world)}. Check and record the day.`,
    ),
  })
  return [
    ...(isMade(check => check.registrationCheckedDate) ? [] : [missing('registration-check')]),
    ...(isMade(check => check.staffCheckedDate) ? [] : [missing('staff-check')]),
  ]
}

const subject = { 'registration-check': 'the registration', 'staff-check': 'the staff' } as const
