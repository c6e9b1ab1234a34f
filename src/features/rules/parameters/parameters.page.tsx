import { dayInWords } from '#domain/london-time.ts'
import { authorityParameters, standingWords } from '#features/findings/index.ts'
import { Layout, PageHeading, Table } from '#govuk/index.ts'
import { Administration } from '#platform/http/administration.tsx'
import { page } from '#platform/http/page.tsx'
import type { Parameter } from '#rules/parameter.ts'
import { inForce, versionsOf } from '../rule-numbers.tsx'
import { valueWithUnit } from '../value-words.ts'
import { parameters } from './parameter-kind.ts'

const groups: readonly {
  readonly title: string
  readonly about: string
  readonly holds: (parameter: Parameter) => boolean
}[] = [
  {
    title: 'Local policy',
    about: 'What this authority and its partnerships have agreed, or Onroll assumed.',
    holds: ({ scope, standing }) => scope === 'local' && standing !== 'planned',
  },
  {
    title: 'National numbers',
    about: 'Law, statutory guidance and what is used everywhere. Change one when the law does.',
    holds: ({ scope, standing }) => scope === 'national' && standing !== 'planned',
  },
  {
    title: 'Planned law',
    about: 'Not in force. Switch it on from a day, when there is one.',
    holds: ({ standing }) => standing === 'planned',
  },
]

/** Every number that rules read, with the value that holds today. */
export const parametersPage = page({
  path: '/administration/parameters',
  permission: 'parameter.change',
  discloses: 'nothing personal',
  load: async ({ tx, today, me }) => ({
    me,
    today,
    added: await authorityParameters(tx),
    considered: await tx
      .selectFrom('rule_parameter')
      .select(['id', 'parameter', 'proposed_at'])
      .where('made_at', 'is', null)
      .where('discarded_at', 'is', null)
      .orderBy('proposed_at')
      .execute(),
  }),
  view: ({ me, today, added, considered }) => (
    <Layout title="Numbers of the rules">
      <Administration me={me}>
        <PageHeading caption="Administration">Numbers of the rules</PageHeading>
        <p class="govuk-body">
          A number is never edited. You add a new value with the day from which it holds; before it
          counts you see what it would change.
        </p>
        {considered.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Being considered</h2>
            <ul class="govuk-list govuk-list--bullet">
              {considered.map(({ id, parameter }) => (
                <li>
                  <a class="govuk-link" href={`/administration/parameters/considered/${id}`}>
                    {parameters.get(parameter)?.name ?? parameter}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {groups.map(({ title, about, holds }) => (
          <>
            <h2 class="govuk-heading-m">{title}</h2>
            <p class="govuk-body">{about}</p>
            <Table
              caption={title}
              captionHidden
              head={['Number', 'Now', 'Since', 'Standing']}
              rows={[...parameters.values()].filter(holds).map(parameter => {
                const now = inForce(versionsOf(parameter, added), today)
                return [
                  <a class="govuk-link" href={`/administration/parameters/${parameter.id}`}>
                    {parameter.name}
                  </a>,
                  now ? valueWithUnit(parameter, now.value) : '',
                  now ? dayInWords(now.from) : '',
                  standingWords[parameter.standing],
                ]
              })}
            />
          </>
        ))}
      </Administration>
    </Layout>
  ),
})
