import { Table } from '#govuk/index.ts'
import { weekdays } from '../words.ts'
import { inOrder, inWeek, isTwoWeekly, type WeekStretch } from './week.ts'

/** The same week as a grid, for those who read it better so: a column for each day, mornings above afternoons. */
export const WeekGrid = ({ stretches }: { stretches: readonly WeekStretch[] }) => (
  <>
    {(isTwoWeekly(stretches) ? (['A', 'B'] as const) : ([undefined] as const)).map(week => (
      <Table
        caption={week ? `Week ${week} at a glance` : 'The week at a glance'}
        head={['Part of the day', ...weekdays]}
        firstCellIsHeader
        rows={[
          ['Morning', ...cells(of(stretches, week), ({ startsAt }) => startsAt < '12:00')],
          ['Afternoon', ...cells(of(stretches, week), ({ endsAt }) => endsAt > '13:00')],
        ]}
      />
    ))}
  </>
)

const of = (stretches: readonly WeekStretch[], week: 'A' | 'B' | undefined) =>
  week ? inWeek(stretches, week) : stretches

const cells = (stretches: readonly WeekStretch[], isIn: (stretch: WeekStretch) => boolean) =>
  weekdays.map((_name, at) => {
    const here = inOrder(stretches).filter(each => each.weekday === at + 1 && isIn(each))
    return here.length === 0
      ? 'Nothing'
      : here.map(({ where, startsAt, endsAt }) => (
          <div>
            {where}, {startsAt} to {endsAt}
          </div>
        ))
  })
