import { lengthInWords } from '#domain/clock-time.ts'
import { Table, Tag } from '#govuk/index.ts'
import { subjects as subjectWords, weekdayNamed } from '../words.ts'
import { inOrder, minutesIn, type WeekStretch } from './week.ts'

/** The week as a list, for everybody: one row for each stretch, in the order in which the child lives it. */
export const WeekList = ({
  stretches,
  caption = 'The week',
  links = true,
  notSaid = 'Not said',
}: {
  stretches: readonly WeekStretch[]
  caption?: string
  links?: boolean
  /** What stands where nobody has said it: on the child’s own paper, nothing. */
  notSaid?: string
}) => (
  <Table
    caption={caption}
    head={['Day', 'Time', 'Where', 'With whom', 'Subjects', 'Travel']}
    rows={inOrder(stretches).map(each => [
      `${weekdayNamed(each.weekday)}${each.inWeeks === 'every' ? '' : `, week ${each.inWeeks}`}`,
      `${each.startsAt} to ${each.endsAt} (${lengthInWords(minutesIn([each]))})`,
      <>
        {links && each.placementId ? (
          <a class="govuk-link" href={`/placements/${each.placementId}`}>
            {each.where}
          </a>
        ) : (
          each.where
        )}
        {!each.firm && (
          <>
            {' '}
            <Tag tone="yellow">Not agreed yet</Tag>
          </>
        )}
      </>,
      each.supervisedBy ??
        (each.supervised === false ? 'Nobody' : each.supervised ? 'Supervised' : notSaid),
      each.subjects.length > 0 ? each.subjects.map(wordOf).join(', ') : notSaid,
      each.travel ?? notSaid,
    ])}
    empty="Nothing is in this week yet."
  />
)

export const wordOf = (subject: string) =>
  (subjectWords as Readonly<Record<string, string>>)[subject] ?? subject
