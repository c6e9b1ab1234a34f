import { afterEach, expect, test } from 'vitest'
import { calendarFeed, type FeedMeeting, meetingFile } from './calendar-feed.ts'

const meeting: FeedMeeting = {
  id: '0198c0de-0000-7000-8000-000000000001',
  title: 'Harbury panel',
  startsAt: new Date('2026-11-18T09:30:00Z'),
  endsAt: new Date('2026-11-18T11:30:00Z'),
  place: 'Town Hall, Room 2; ground floor',
  url: 'https://onroll.example/meetings/M-12',
  cancelled: false,
  sequence: 0,
  changedAt: new Date('2026-11-01T08:00:00Z'),
}
const feedOf = (...changes: Partial<FeedMeeting>[]) =>
  calendarFeed({
    name: 'Panel meetings',
    host: 'onroll.example',
    meetings: changes.map(change => ({ ...meeting, ...change })),
  })
const linesOf = (feed: string) => feed.replace(/\r\n /g, '').split('\r\n')

const machineZone = process.env['TZ']
afterEach(() => {
  if (machineZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = machineZone
})

test('A meeting is an event with a time in London, an id that stays and no more than its title', () => {
  const lines = linesOf(feedOf({}))

  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'METHOD:PUBLISH',
      'BEGIN:VTIMEZONE',
      'TZID:Europe/London',
      'UID:meeting-0198c0de-0000-7000-8000-000000000001@onroll.example',
      'SEQUENCE:0',
      'DTSTAMP:20261101T080000Z',
      'DTSTART;TZID=Europe/London:20261118T093000',
      'DTEND;TZID=Europe/London:20261118T113000',
      'SUMMARY:Harbury panel',
      'LOCATION:Town Hall\\, Room 2\\; ground floor',
      'STATUS:CONFIRMED',
      'CLASS:PRIVATE',
    ]),
  )
  expect(lines.filter(line => /^(ATTENDEE|ORGANIZER|DESCRIPTION)/.test(line))).toEqual([])
})

test.each([
  ['the day before clocks go forward', '2027-03-27T09:30:00Z', '20270327T093000'],
  ['the day they go forward', '2027-03-28T08:30:00Z', '20270328T093000'],
  ['the day after', '2027-03-29T08:30:00Z', '20270329T093000'],
  ['the day before they go back', '2026-10-24T08:30:00Z', '20261024T093000'],
  ['the day they go back', '2026-10-25T09:30:00Z', '20261025T093000'],
  ['the last minute of summer', '2026-10-25T00:59:00Z', '20261025T015900'],
  ['midnight', '2026-06-30T23:00:00Z', '20260701T000000'],
])('Half past nine is half past nine %s, wherever the server stands', (_, startsAt, clock) => {
  for (const zone of ['UTC', 'Europe/London', 'America/New_York', 'Pacific/Auckland']) {
    process.env['TZ'] = zone
    expect(feedOf({ startsAt: new Date(startsAt) })).toContain(
      `DTSTART;TZID=Europe/London:${clock}\r\n`,
    )
  }
})

test('A meeting that moves keeps its id and has a higher sequence; a cancelled one stays in the feed', () => {
  const moved = linesOf(feedOf({ sequence: 3, cancelled: true }))
  expect(moved).toEqual(
    expect.arrayContaining([
      'UID:meeting-0198c0de-0000-7000-8000-000000000001@onroll.example',
      'SEQUENCE:3',
      'STATUS:CANCELLED',
      'SUMMARY:Cancelled: Harbury panel',
    ]),
  )
})

test('A file of one meeting adds it, or takes it out when it is cancelled', () => {
  expect(linesOf(meetingFile(meeting, 'onroll.example'))).toContain('METHOD:PUBLISH')
  const cancelled = linesOf(meetingFile({ ...meeting, cancelled: true }, 'onroll.example'))
  expect(cancelled).toContain('METHOD:CANCEL')
  expect(cancelled.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(1)
})

test('Lines end in CRLF and none is longer than 75 bytes', () => {
  const feed = feedOf({ title: `Zoë ${'panel, '.repeat(60)}\nBEGIN:VEVENT` })
  expect(feed.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  for (const line of feed.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(linesOf(feed).filter(line => line === 'BEGIN:VEVENT')).toHaveLength(1)
})

test('A feed without meetings is a calendar all the same', () => {
  expect(linesOf(feedOf())).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', 'END:VCALENDAR']))
})
