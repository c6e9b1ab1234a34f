import { z } from 'zod'
import { NotFound, Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  Details,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  SummaryList,
  Table,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage, page, type Route } from '#platform/http/page.tsx'
import {
  filledText,
  type NoticeKind,
  noticeKinds,
  noticeWords,
  saveTemplate,
  templateFor,
  unknownWords,
} from './notice-templates.ts'

const kinds = Object.keys(noticeKinds) as NoticeKind[]

export const templatesPage = page({
  path: '/administration/notices',
  permission: 'notice.template',
  discloses: 'nothing personal',
  load: async ({ tx }) => Promise.all(kinds.map(kind => templateFor(tx, kind))),
  view: templates => (
    <Layout title="Texts of notices" before={<BackLink href="/administration" />}>
      <PageHeading>Texts of notices</PageHeading>
      <p class="govuk-body">
        What is told when a decision is issued. A change holds from then on; notices that were sent
        keep their text.
      </p>
      <SummaryList
        rows={templates.map(({ kind, subject, number }) => ({
          key: noticeKinds[kind],
          value: `${subject}${number === 0 ? ' (as Onroll came)' : ` (version ${number})`}`,
          actions: [
            {
              href: `/administration/notices/${kind}`,
              children: 'Change',
              visuallyHiddenText: noticeKinds[kind],
            },
          ],
        }))}
      />
    </Layout>
  ),
})

const templateText = (missing: string, most: number) =>
  text(missing, { most }).superRefine((words, context) => {
    const unknown = unknownWords(words)
    if (unknown.length > 0)
      context.addIssue({
        code: 'custom',
        message: `There is no word “${unknown[0]}”. Choose from the list of words below.`,
      })
  })

const example = {
  child: 'Ada Example',
  case: 'R-1042',
  decision: 'Fair Access: a school is allocated',
  'decision reference': 'D-501',
  school: 'Elm Park School',
  'referred by': 'School Admissions',
  partnership: 'Our partnership',
  'decided on': '10 November 2026',
  'on roll by': '17 November 2026',
  reasons: 'The nearest school with the subjects that the child has begun.',
  conditions: 'Conditions: a meeting with the family first.',
}

const templatePage = (kind: NoticeKind) =>
  formPage({
    path: `/administration/notices/${kind}` as const,
    permission: 'notice.template',
    discloses: 'nothing personal',
    load: ({ tx }) => templateFor(tx, kind),
    schema: z.object({
      subject: templateText('Enter the subject', 200),
      body: templateText('Enter the text', 8000),
    }),
    initial: template => ({ subject: template.subject, body: template.body }),
    version: template => template.number,
    view: (template, form) => (
      <Layout
        title={noticeKinds[kind]}
        form={form}
        before={<BackLink href="/administration/notices" />}
      >
        <ErrorSummary form={form} />
        <PageHeading caption="Text of a notice">{noticeKinds[kind]}</PageHeading>
        <Form version={template.number} warnUnsaved>
          <TextInput name="subject" label="Subject" form={form} />
          <TextArea name="body" label="Text" rows={16} form={form} />
          <Button>Save</Button>
        </Form>
        <Table
          caption="Words that are filled in"
          head={['Word', 'What it becomes']}
          rows={Object.entries(noticeWords).map(([word, meaning]) => [`{{${word}}}`, meaning])}
        />
        <Details summary="The saved text, with an example filled in">
          <p class="govuk-body">
            <strong>{filledText(template.subject, example)}</strong>
          </p>
          {filledText(template.body, example)
            .split('\n\n')
            .map(paragraph => (
              <p class="govuk-body">{paragraph}</p>
            ))}
        </Details>
      </Layout>
    ),
    async submit(visit, template, answers) {
      if (!kinds.includes(template.kind)) throw new NotFound()
      if (answers.subject === template.subject && answers.body === template.body)
        throw new Refusal('Nothing was changed')
      await saveTemplate(visit, { ...answers, kind, number: template.number })
      visit.flash('Saved. Notices use this text from now on.')
      return `/administration/notices/${kind}`
    },
  })

export const templatePages: readonly Route[] = kinds.map(templatePage)
