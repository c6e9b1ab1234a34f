import { z } from 'zod'
import { isoDate } from '#domain/dates.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import { levelWords } from '#features/findings/index.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Form,
  InsetText,
  Layout,
  PageHeading,
  SummaryList,
  Table,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { allContradictions } from '#rules/contradictions.ts'
import { ruleCalled } from '#rules/registry.ts'
import { valueInWords, valueWithUnit } from '../value-words.ts'
import { parameters } from './parameter-kind.ts'
import type { Count, Preview } from './preview.ts'
import { discardValue, makeValue, togetherWith } from './propose.ts'

/** A value that does not count yet, with what it would change; here it is made or discarded. */
export const consideredPage = formPage({
  path: '/administration/parameters/considered/:proposal',
  permission: 'parameter.change',
  discloses: 'nothing personal',
  load: async ({ tx, params }) => {
    const row = await tx
      .selectFrom('rule_parameter')
      .leftJoin('user_account', 'user_account.id', 'rule_parameter.proposed_by')
      .select([
        'rule_parameter.id',
        'parameter',
        'value',
        'from_on as from',
        'source',
        'why',
        'preview',
        'previewed_at as previewedAt',
        'made_at as madeAt',
        'discarded_at as discardedAt',
        'user_account.name as by',
        'reading_of as readingOf',
        'choice',
      ])
      .where('rule_parameter.id', '=', params.proposal)
      .executeTakeFirst()
    const parameter = row && parameters.get(row.parameter)
    if (!row || !parameter) throw new NotFound()
    const others = await tx
      .selectFrom('rule_parameter')
      .select(['parameter', 'value'])
      .where(togetherWith(row.id))
      .where('id', '<>', row.id)
      .execute()
    return { row, parameter, others, preview: row.preview as Preview | null }
  },
  schema: z.object({ do: z.enum(['make', 'discard']) }),
  view: ({ row, parameter, others, preview }) => (
    <Layout
      title={`A new value for ${parameter.name}`}
      before={<BackLink href={`/administration/parameters/${parameter.id}`} />}
    >
      <PageHeading caption="A new value, being considered">{parameter.name}</PageHeading>
      <SummaryList
        rows={[
          {
            key: 'New value',
            value: valueWithUnit(parameter, row.value),
          },
          ...others.map(each => ({
            key: parameters.get(each.parameter)?.name ?? each.parameter,
            value: valueInWords(parameters.get(each.parameter) ?? parameter, each.value),
          })),
          { key: 'Holds from', value: dayInWords(row.from) },
          { key: 'Written in', value: row.source },
          { key: 'Why', value: row.why },
          { key: 'By', value: row.by ?? '' },
        ]}
      />
      {row.madeAt && <InsetText>It was made on {momentInWords(row.madeAt)}.</InsetText>}
      {row.discardedAt && <InsetText>It was discarded and never counted.</InsetText>}
      {preview ? <Effects preview={preview} /> : <Waiting id={row.id} />}
      {!row.madeAt && !row.discardedAt && (
        <Form>
          <ButtonGroup>
            {preview && (
              <Button name="do" value="make" preventDoubleClick>
                Make the change
              </Button>
            )}
            <Button name="do" value="discard" variant="secondary">
              Discard it
            </Button>
          </ButtonGroup>
        </Form>
      )}
    </Layout>
  ),
  submit: async (visit, { row, parameter }, answers) => {
    if (answers.do === 'discard') {
      await discardValue(visit, row.id)
      visit.flash('The new value was discarded')
      return '/administration/parameters'
    }
    await makeValue(visit, row.id)
    visit.flash(
      row.readingOf
        ? 'The reading holds from today. Findings follow within moments.'
        : 'The new value is made. Findings follow within moments.',
    )
    return row.readingOf
      ? `/rules/${rulesOf(row.readingOf)}`
      : `/administration/parameters/${parameter.id}`
  },
})

const Waiting = ({ id }: { id: string }) => (
  <InsetText>
    What it would change is being worked out.{' '}
    <a class="govuk-link" href={`/administration/parameters/considered/${id}`}>
      Look again
    </a>
  </InsetText>
)

const Effects = ({ preview }: { preview: Preview }) => {
  const groups = [
    ['Would appear', preview.appear],
    ['Would say something else', preview.change],
    ['Would vanish', preview.vanish],
  ] as const
  return (
    <>
      <h2 class="govuk-heading-m">What it would change</h2>
      <p class="govuk-body">
        Worked out over{' '}
        {preview.cases === 1
          ? 'one open case'
          : `${preview.cases.toLocaleString('en-GB')} open cases`}{' '}
        as on {dayInWords(isoDate(preview.asOf))}.
      </p>
      {groups.every(([, counts]) => counts.length === 0) ? (
        <InsetText>No finding on any open case would appear, change or vanish.</InsetText>
      ) : (
        groups.map(([title, counts]) => <Counts title={title} counts={counts} />)
      )}
    </>
  )
}

const Counts = ({ title, counts }: { title: string; counts: readonly Count[] }) =>
  counts.length === 0 ? null : (
    <Table
      caption={title}
      head={['Rule', 'Level', { children: 'Findings', format: 'numeric' }]}
      rows={counts.map(({ rule, level, findings }) => [
        <a class="govuk-link" href={`/rules/${rule}`}>
          {rule} {ruleCalled(rule)?.title}
        </a>,
        levelWords[level].word,
        { children: String(findings), format: 'numeric' },
      ])}
    />
  )

const rulesOf = (contradiction: string) =>
  allContradictions.find(({ id }) => id === contradiction)?.rules[0] ?? ''
