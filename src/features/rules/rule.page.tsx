import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { authorityParameters, levelWords } from '#features/findings/index.ts'
import { articlesCiting } from '#features/guidance/index.ts'
import { Breadcrumbs, Layout, PageHeading, SummaryList } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { contradictionsAbout } from '#rules/contradictions.ts'
import { actions } from '#rules/finding.ts'
import { areas, ruleCalled } from '#rules/registry.ts'
import type { Rule } from '#rules/rule.ts'
import { openFindingsOf } from './open-findings.query.ts'
import { chosenReadings } from './readings/readings.query.ts'
import { Disagreements } from './readings/rule-disagreements.tsx'
import { valuesOn } from './readings/values-today.ts'
import { Examples } from './rule-examples.tsx'
import { Numbers } from './rule-numbers.tsx'
import { Sources } from './rule-sources.tsx'
import { GuidanceAndFindings } from './rule-uses.tsx'
import { StandingTag } from './rules.page.tsx'
import { workedExamples } from './worked-examples.ts'

/** The card of a rule: all that is known of it, on one page that can be printed. */
export const rulePage = page({
  path: '/rules/:rule',
  permission: 'rule.read',
  load: async ({ tx, params, me, today }) => {
    const rule = ruleCalled(params.rule)
    if (!rule) throw new NotFound()
    const mayFindings = may(me, 'finding.read')
    return {
      rule,
      today,
      added: await authorityParameters(tx),
      readings: await chosenReadings(tx),
      contradictions: contradictionsAbout(rule.id),
      examples: workedExamples(rule.id),
      articles: await articlesCiting(tx, rule.id),
      open: mayFindings ? await openFindingsOf(tx, me, rule.id) : undefined,
      mayChoose: may(me, 'parameter.change'),
    }
  },
  discloses: ({ rule, open }) =>
    (open?.findings ?? []).map(({ id }) => ({
      event: 'finding.viewed',
      subjectKind: 'finding',
      subjectId: id,
      detail: { rule: rule.id },
    })),
  view: ({ rule, today, added, readings, contradictions, examples, articles, open, mayChoose }) => (
    <Layout
      title={`${rule.id} ${rule.title}`}
      before={
        <Breadcrumbs
          items={[
            { href: '/rules', children: 'Rules' },
            { href: `/rules?area=${rule.area}`, children: areaOf(rule) },
            { children: rule.id },
          ]}
        />
      }
    >
      <PageHeading caption={`Rule ${rule.id}`}>{rule.title}</PageHeading>
      <p>
        {rule.basis.map(each => (
          <>
            <StandingTag standing={each} />{' '}
          </>
        ))}
      </p>
      <p class="govuk-body-l">{rule.statement}</p>
      <SummaryList rows={factsOf(rule)} />
      <Sources rule={rule} />
      <Numbers rule={rule} added={added} today={today} />
      <Disagreements
        contradictions={contradictions}
        readings={readings}
        valueOn={valuesOn(today, added)}
        mayChoose={mayChoose}
      />
      <Examples examples={examples} />
      <GuidanceAndFindings rule={rule} articles={articles} open={open} />
    </Layout>
  ),
})

const areaOf = ({ area }: Rule) => areas.find(({ code }) => code === area)?.title ?? area

const factsOf = (rule: Rule) => [
  { key: 'Whom it binds', value: rule.binds },
  { key: 'The test', value: rule.test },
  {
    key: 'What it can say',
    value:
      rule.levels.length > 0
        ? rule.levels.map(level => levelWords[level].word).join(', ')
        : 'Nothing: it is carried by the way Onroll works',
  },
  rule.blocks.length > 0 && {
    key: 'What it can stop',
    value: rule.blocks.map(block => actions[block]).join('; '),
  },
  rule.carriedBy !== undefined && { key: 'Carried by', value: rule.carriedBy },
  { key: 'Last compared with its sources', value: dayInWords(rule.checkedOn) },
]
