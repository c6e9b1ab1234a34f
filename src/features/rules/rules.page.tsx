import { z } from 'zod'
import { may } from '#domain/permissions.ts'
import { standingWords } from '#features/findings/index.ts'
import {
  EmptyState,
  Filter,
  Layout,
  PageHeading,
  Select,
  Table,
  Tag,
  TextInput,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { type Standing, standings } from '#rules/finding.ts'
import { type Area, areas } from '#rules/registry.ts'
import type { Rule } from '#rules/rule.ts'

const Query = z.object({
  q: z.string().max(100).catch('').default(''),
  area: z.string().max(3).catch('').default(''),
  standing: z.enum(standings).or(z.literal('')).catch('').default(''),
})
type Query = z.infer<typeof Query>

/** The whole rulebook by area: what each rule demands, and by what authority. */
export const rulesPage = page({
  path: '/rules',
  permission: 'rule.read',
  discloses: 'nothing personal',
  query: Query,
  load: async ({ query, me }) => ({
    query,
    found: areasMatching(query),
    mayFindings: may(me, 'finding.read'),
  }),
  view: ({ query, found, mayFindings }) => (
    <Layout title="Rules">
      <PageHeading>Rules</PageHeading>
      <p class="govuk-body">
        What Onroll checks, what it rests on, and what it says. Each rule has a card with its
        sources, numbers and worked examples.
      </p>
      {mayFindings && (
        <p class="govuk-body">
          <a class="govuk-link" href="/findings">
            What the rules find on your cases now
          </a>
        </p>
      )}
      <Filter
        action="/rules"
        clearHref={query.q || query.area || query.standing ? '/rules' : undefined}
        results={<Found found={found} />}
      >
        <TextInput
          name="q"
          label="Words or number"
          hint="For example: insurance, or RTE-06"
          form={{ values: query, errors: {} }}
        />
        <Select
          name="area"
          label="Area"
          form={{ values: query, errors: {} }}
          items={[
            { value: '', text: 'All areas' },
            ...areas.map(({ code, title }) => ({ value: code, text: title })),
          ]}
        />
        <Select
          name="standing"
          label="Standing"
          form={{ values: query, errors: {} }}
          items={[
            { value: '', text: 'Any standing' },
            ...standings.map(each => ({ value: each, text: standingWords[each] })),
          ]}
        />
      </Filter>
    </Layout>
  ),
})

const Found = ({ found }: { found: readonly Area[] }) =>
  found.length === 0 ? (
    <EmptyState title="No rule matches" headingLevel={2}>
      Try fewer words, or clear the filters to see all.
    </EmptyState>
  ) : (
    <div>
      {found.map(({ title, rules }) => (
        <Table
          caption={`${title} (${rules.length})`}
          head={['Rule', 'What it demands', 'Standing']}
          rows={rules.map(rule => [
            <a class="govuk-link" href={`/rules/${rule.id}`}>
              {rule.id} {rule.title}
            </a>,
            rule.statement,
            <StandingTag standing={rule.basis[0]} />,
          ])}
        />
      ))}
    </div>
  )

/** “Must” and “our framework says” are different sentences, so the standing is always said. */
export const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag {...(standing === 'law' ? {} : { tone: standing === 'planned' ? 'yellow' : 'grey' })}>
    {standingWords[standing]}
  </Tag>
)

function areasMatching({ q, area, standing }: Query): Area[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return areas
    .filter(({ code }) => area === '' || code === area)
    .map(each => ({
      ...each,
      rules: each.rules.filter(
        rule =>
          (standing === '' || rule.basis.includes(standing)) &&
          words.every(word => textOf(rule).includes(word)),
      ),
    }))
    .filter(({ rules }) => rules.length > 0)
}

const textOf = ({ id, title, statement, test, binds }: Rule) =>
  `${id} ${title} ${statement} ${test} ${binds}`.toLowerCase()
