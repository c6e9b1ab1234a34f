// Written here, because ical-generator 10.2 writes DTSTAMP without its Z once a calendar has a time zone
// (RFC 5545, 3.8.7.2 asks for UTC) and reads times in the zone of the server.

/** A property of iCalendar and its value, which is escaped here unless it is not text. */
export type Property = readonly [name: string, value: string | { readonly asIs: string }]

/** Lines of an iCalendar text (RFC 5545): escaped, folded at 75 bytes, each ended by CRLF. */
export const icalendar = (properties: readonly Property[]): string =>
  properties
    .map(([name, value]) => `${name}:${typeof value === 'string' ? escaped(value) : value.asIs}`)
    .map(line => `${folded(line)}\r\n`)
    .join('')

/** One component, such as an event, with what it holds. */
export const component = (name: string, properties: readonly Property[]): Property[] => [
  ['BEGIN', { asIs: name }],
  ...properties,
  ['END', { asIs: name }],
]

/** A moment as UTC: `20261118T093000Z`. */
export const utc = (moment: Date) => ({
  asIs: moment.toISOString().replace(/[-:]|\.\d{3}/g, ''),
})

/** A moment as the clocks in London show it: `20261118T093000`. */
export const londonClock = (moment: Date) => ({
  asIs: london.format(moment).replace(/[-:]/g, '').replace(' ', 'T'),
})

const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** The law since 1996: forward at 1:00 GMT on the last Sunday of March, back at 2:00 BST on the last Sunday of October. */
export const londonTimeZone: readonly Property[] = component('VTIMEZONE', [
  ['TZID', 'Europe/London'],
  ...component('DAYLIGHT', [
    ['TZOFFSETFROM', '+0000'],
    ['TZOFFSETTO', '+0100'],
    ['TZNAME', 'BST'],
    ['DTSTART', '19960331T010000'],
    ['RRULE', { asIs: 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU' }],
  ]),
  ...component('STANDARD', [
    ['TZOFFSETFROM', '+0100'],
    ['TZOFFSETTO', '+0000'],
    ['TZNAME', 'GMT'],
    ['DTSTART', '19961027T020000'],
    ['RRULE', { asIs: 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU' }],
  ]),
])

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

// A letter is never cut in two: some readers put the halves together, others show two question marks.
function folded(line: string): string {
  let [text, length] = ['', 0]
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter)
    if (length + bytes > 75) {
      text += '\r\n '
      length = 1
    }
    text += letter
    length += bytes
  }
  return text
}
