import { dayInWords, weekdayInWords } from '#domain/london-time.ts'
import { Details, Tag, type Tone } from '#govuk/index.ts'
import type { ClearDays, Timing } from './clear-days.ts'

const words: Readonly<Record<Timing, { word: string; tone: Tone }>> = {
  'in time': { word: 'In time', tone: 'green' },
  arguable: { word: 'Arguably short', tone: 'yellow' },
  short: { word: 'Too late', tone: 'red' },
  unknown: { word: 'Cannot be counted', tone: 'grey' },
}

/** How many clear school days a notice leaves, with the working day by day. */
export const ClearDaysView = ({ check, open = false }: { check: ClearDays; open?: boolean }) => (
  <>
    <p class="govuk-body">
      <Tag tone={words[check.timing].tone}>{words[check.timing].word}</Tag> {inWords(check)}
    </p>
    {check.days.length > 0 && (
      <Details summary="How the days are counted" open={open}>
        <ul class="govuk-list govuk-list--bullet">
          {check.days.map(({ day, what }) => (
            <li>
              {weekdayInWords(day)}: {what}
            </li>
          ))}
        </ul>
        <p class="govuk-body">
          The law asks for not less than two school days (rule{' '}
          <a class="govuk-link" href="/rules/OSD-02">
            OSD-02
          </a>
          ). We read that as clear days between the notice and the first day; where only the day of
          the notice makes up the number it is arguable.
        </p>
      </Details>
    )}
  </>
)

export function inWords({ timing, clear, wanted, latest }: ClearDays): string {
  const by = latest ? ` The last safe day is ${dayInWords(latest)}.` : ''
  if (timing === 'unknown')
    return `The term dates do not reach so far. Allow ${wanted} clear school days.`
  const count = clear === 1 ? '1 clear school day' : `${clear} clear school days`
  return `${count} between the notice and the first day; ${wanted} are needed.${by}`
}
