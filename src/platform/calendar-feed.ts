import {
  component,
  icalendar,
  londonClock,
  londonTimeZone,
  type Property,
  utc,
} from './icalendar.ts'

/**
 * A meeting as other people's calendars may see it. There is no field for a child, a school or an agenda on purpose:
 * a feed is read on telephones and by firms that we know nothing of.
 */
export interface FeedMeeting {
  readonly id: string
  /** The name of the meeting, such as `Harbury panel`. */
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place?: string | undefined
  /** Page of the meeting, which needs sign-in. */
  readonly url?: string | undefined
  readonly cancelled: boolean
  /** Rises by one with each change, so that calendars know which version is newer. */
  readonly sequence: number
  readonly changedAt: Date
}

export interface Feed {
  readonly name: string
  /** Makes the ids of meetings unique in the world and, because it is constant, the same for ever. */
  readonly host: string
  readonly meetings: readonly FeedMeeting[]
}

/** The feed as iCalendar, in Europe/London. A cancelled meeting stays in it, so that it is taken out of other calendars. */
export const calendarFeed = (feed: Feed): string => calendar(feed, 'PUBLISH')

/** One meeting as a file to open in a calendar: it adds the meeting, or takes a cancelled one out. */
export const meetingFile = (meeting: FeedMeeting, host: string): string =>
  calendar(
    { name: meeting.title, host, meetings: [meeting] },
    meeting.cancelled ? 'CANCEL' : 'PUBLISH',
  )

const calendar = ({ name, host, meetings }: Feed, method: 'PUBLISH' | 'CANCEL') =>
  icalendar(
    component('VCALENDAR', [
      ['VERSION', '2.0'],
      ['PRODID', '-//Onroll//Panel meetings//EN'],
      ['CALSCALE', 'GREGORIAN'],
      ['METHOD', method],
      ['X-WR-CALNAME', name],
      ['X-WR-TIMEZONE', 'Europe/London'],
      ['REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'],
      ['X-PUBLISHED-TTL', 'PT1H'],
      ...londonTimeZone,
      ...meetings.flatMap(meeting => component('VEVENT', propertiesOf(meeting, host))),
    ]),
  )

const propertiesOf = (meeting: FeedMeeting, host: string): Property[] => [
  ['UID', `meeting-${meeting.id}@${host}`],
  ['SEQUENCE', String(meeting.sequence)],
  ['DTSTAMP', utc(meeting.changedAt)],
  ['LAST-MODIFIED', utc(meeting.changedAt)],
  ['DTSTART;TZID=Europe/London', londonClock(meeting.startsAt)],
  ['DTEND;TZID=Europe/London', londonClock(meeting.endsAt)],
  ['SUMMARY', meeting.cancelled ? `Cancelled: ${meeting.title}` : meeting.title],
  ['STATUS', meeting.cancelled ? 'CANCELLED' : 'CONFIRMED'],
  ['CLASS', 'PRIVATE'],
  ...(meeting.place ? [['LOCATION', meeting.place] as const] : []),
  ...(meeting.url ? [['URL', { asIs: meeting.url.replace(/[\s\p{Cc}]/gu, '') }] as const] : []),
]
