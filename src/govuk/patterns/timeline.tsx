import type { ComponentChildren } from 'preact'
import type { Options } from '../attributes.ts'

export type TimelineEvent = Options<{
  title: ComponentChildren
  /** As shown: “3 March 2026 at 9:14am”, or only the day when the hour is not known. */
  when: string
  /** The same for machines. */
  dateTime: string
  by?: string
  children?: ComponentChildren
}>

/** What happened, newest first. Not for what is still to do: that is a task list or a progress tracker. */
export const Timeline = ({
  events,
  headingLevel = 3,
}: Options<{ events: readonly TimelineEvent[]; headingLevel?: number }>) => {
  const Heading = `h${headingLevel}` as 'h3'
  return (
    <ol class="onroll-timeline">
      {events.map(({ title, when, dateTime, by, children }) => (
        <li class="onroll-timeline__item">
          <Heading class="onroll-timeline__title">{title}</Heading>
          <p class="onroll-timeline__byline">
            <time dateTime={dateTime}>{when}</time>
            {by && `, by ${by}`}
          </p>
          {children && <div class="onroll-timeline__description">{children}</div>}
        </li>
      ))}
    </ol>
  )
}
