import type { ComponentChildren } from 'preact'
import { dayInWords } from '#domain/london-time.ts'
import { DescriptionOfFinding, Tag, type Tone } from '#govuk/index.ts'
import { actions, type Level, type Standing } from '#rules/finding.ts'
import { ruleCalled } from '#rules/registry.ts'
import type { CaseFindingRow } from './finding.query.ts'
import { linkTo, placeWords } from './source-words.ts'

export const levelWords: Record<Level, { word: string; tone: Tone }> = {
  info: { word: 'To know', tone: 'turquoise' },
  warning: { word: 'Check', tone: 'yellow' },
  high: { word: 'Stops here', tone: 'orange' },
  breach: { word: 'Not met', tone: 'red' },
  critical: { word: 'Legal risk', tone: 'red' },
}

export const standingWords: Record<Standing, string> = {
  law: 'Law',
  'statutory-guidance': 'Statutory guidance',
  'council-expectation': 'The authority expects',
  'local-agreement': 'Local agreement',
  planned: 'Planned, not in force',
  design: 'Onroll’s own default',
}

/** The level in a word. A finding of level “high” that stops nothing is an early warning. */
export const levelTag = ({ level, blocks }: Pick<CaseFindingRow, 'level' | 'blocks'>) => {
  const { tone } = levelWords[level]
  return <Tag tone={tone}>{wordOf({ level, blocks })}</Tag>
}

const wordOf = ({ level, blocks }: Pick<CaseFindingRow, 'level' | 'blocks'>) =>
  level === 'high' && blocks.length === 0 ? 'Early warning' : levelWords[level].word

/** A finding with its level, its sentence, what it stops, and where it comes from. */
export function FindingCard({
  finding,
  headingLevel = 3,
  actions: links,
  unless = 'unless a co-ordinator accepts it with a reason',
}: {
  finding: CaseFindingRow
  headingLevel?: number
  /** The way round it, where there is one; an empty text where there is none. */
  unless?: string
  actions?: ComponentChildren
}) {
  const rule = ruleCalled(finding.rule)
  return (
    <>
      <DescriptionOfFinding
        id={`finding-${finding.id}`}
        level={finding.acceptedAt ? 'Accepted' : wordOf(finding)}
        tone={finding.acceptedAt ? 'grey' : levelWords[finding.level].tone}
        headingLevel={headingLevel}
        sentence={finding.message}
        whatToDo={whatItStops(finding, unless)}
        {...whoAndWhen(finding)}
        sources={(rule?.sources ?? []).map(source => ({
          text: `${placeWords(source)}${source.quote ? ` – “${source.quote}”` : ''}`,
          standing: standingWords[source.document.standing],
          href: linkTo(source.document),
        }))}
        working={<Working finding={finding} />}
      />
      {links}
    </>
  )
}

function whatItStops(
  { blocks, acceptedAt, acceptedName, acceptedReason }: CaseFindingRow,
  unless: string,
) {
  if (acceptedAt) return `${acceptedName} accepted this: ${acceptedReason}`
  if (blocks.length === 0) return undefined
  const stopped = blocks.map(block => actions[block]).join(', or ')
  return `Until this is mended you cannot ${stopped}${unless && `, ${unless}`}.`
}

/** Whom the rule binds, and by which day: where something is to be done, and nobody has accepted it. */
function whoAndWhen({ rule, level, due, blocks, acceptedAt }: CaseFindingRow) {
  const who = ruleCalled(rule)?.binds
  if (acceptedAt || (level === 'info' && blocks.length === 0 && !due)) return {}
  return { ...(who ? { who } : {}), ...(due ? { by: dayInWords(due) } : {}) }
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeZone: 'Europe/London',
})

const Working = ({ finding }: { finding: CaseFindingRow }) => {
  const rule = ruleCalled(finding.rule)
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={`/rules/${finding.rule}`}>
          Rule {finding.rule}
          {rule && `, ${rule.title}`}
        </a>
        . It rests on: {standingWords[finding.basis].toLowerCase()}.
      </p>
      {rule && <p class="govuk-body">{rule.statement}</p>}
      {rule && <p class="govuk-body">{rule.test}</p>}
      <p class="govuk-body">
        Found on {dayFormat.format(finding.since)}, from what was known on that day.
      </p>
    </>
  )
}
