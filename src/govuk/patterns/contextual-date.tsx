import { names, type Options } from '../attributes.ts'

export type Urgency = 'overdue' | 'soon' | 'later' | 'none'

/**
 * A day with what it means for the reader: “3 March 2026, 2 days overdue”. Colour only repeats the words.
 * Counts calendar days; where school days count, hand over `words` and `urgency`.
 */
export function ContextualDate({
  date,
  today,
  words,
  urgency,
  soonWithin = 3,
}: Options<{
  /** As ISO dates. */
  date: string
  today: string
  words?: string
  urgency?: Urgency
  /** How many days before it something counts as soon. */
  soonWithin?: number
}>) {
  const days = daysBetween(today, date)
  const level = urgency ?? (days < 0 ? 'overdue' : days <= soonWithin ? 'soon' : 'later')
  return (
    <span class={names('onroll-contextual-date', `onroll-contextual-date--${level}`)}>
      <time dateTime={date} class="onroll-contextual-date__date">
        {longDate(date)}
      </time>{' '}
      <span class="onroll-contextual-date__words">{words ?? wordsFor(days)}</span>
    </span>
  )
}

const wordsFor = (days: number) => {
  if (days === 0) return 'due today'
  if (days === 1) return 'due tomorrow'
  if (days > 0) return `due in ${days} days`
  return days === -1 ? '1 day overdue' : `${-days} days overdue`
}

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** “3 March 2026”. */
export const longDate = (date: string) => format.format(Date.parse(date))
