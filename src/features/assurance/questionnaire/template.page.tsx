import { BackLink, Layout, PageHeading, SummaryList } from '#govuk/index.ts'
import { download, page } from '#platform/http/page.tsx'
import { questions } from '#rules/data/questions.ts'
import { sections } from './lifecycle.ts'

/**
 * The fifteen questions without a child. For a child whom another authority looks after the form is not required here;
 * who commissions may use it all the same, beside what that authority's Virtual School asks for (QST-06).
 */
export const templatePage = page({
  path: '/questionnaires/template',
  permission: 'placement.read',
  discloses: 'nothing personal',
  load: async () => ({}),
  view: () => (
    <Layout
      title="The questionnaire as a template"
      before={<BackLink href="/placements">Placements</BackLink>}
    >
      <PageHeading>The questionnaire as a template</PageHeading>
      <p class="govuk-body">
        For a child whom another authority looks after, this questionnaire is not required: that
        authority’s Virtual School has a process of its own, so ask it first what it needs. You may
        use the questions as a template (rule{' '}
        <a class="govuk-link" href="/rules/QST-06">
          QST-06
        </a>
        ). Nothing is sent from here, and nothing is kept.
      </p>
      <p class="govuk-body govuk-!-display-none-print">
        <a class="govuk-link" href="/questionnaires/template/download">
          Download the questions (text)
        </a>
        , or print this page.
      </p>
      {sections.map(section => (
        <SummaryList
          card={{ title: section }}
          rows={questions
            .filter(each => each.section === section)
            .map(({ number, wording, hint, text }) => ({
              key: `${number}. ${wording}`,
              value: <span class="govuk-hint">{hint ?? text}</span>,
            }))}
        />
      ))}
    </Layout>
  ),
})

/** The same to fill in elsewhere. */
export const templateDownload = download({
  path: '/questionnaires/template/download',
  permission: 'placement.read',
  discloses: 'nothing personal',
  load: async () => ({}),
  body: () =>
    new Response(asText(), {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': 'attachment; filename="questionnaire-for-commissioners.txt"',
      },
    }),
})

const asText = () =>
  [
    'Questionnaire for commissioners',
    ...sections.flatMap(section => [
      section,
      ...questions
        .filter(each => each.section === section)
        .map(({ number, wording, hint }) =>
          [`${number}. ${wording}`, ...(hint ? [`(${hint})`] : []), 'Answer:'].join('\r\n'),
        ),
    ]),
  ].join('\r\n\r\n')
