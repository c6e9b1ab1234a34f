import { z } from 'zod'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { Alert, BackLink, Button, ButtonGroup, Form, Layout, PageHeading } from '#govuk/index.ts'
import { action, formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { ChoiceQuery, chooserFor } from './choice.ts'
import { Choose } from './choose.view.tsx'
import { comparisonOf, type GiasImport, giasImport } from './comparison.query.ts'
import { ComparisonView, Problems } from './comparison.view.tsx'
import { digestOf, importFile } from './import-schools.ts'
import { ImportReport } from './report.view.tsx'
import { schoolKindKeys } from './school-kind.ts'

const backTo = '/administration/schools/import'

const load = async ({ tx, today, params, query }: Visit<typeof path, ChoiceQuery>) => {
  const file = await giasImport(tx, params.import)
  if (file.state !== 'uploaded' || problemsOf(file).length > 0) return { file }
  const chooser = await chooserFor(tx, file.id, query)
  const comparison = await comparisonOf(tx, file, chooser.choice, today)
  return { file, preview: { chooser, comparison } }
}
type Model = Awaited<ReturnType<typeof load>>
const path = '/administration/schools/import/:import'

/** An uploaded file: which of its schools to take and what that would change; afterwards, what it has changed. */
export const importPreviewPage = formPage({
  path,
  permission: 'authority.administer',
  discloses: 'nothing personal',
  query: ChoiceQuery,
  load,
  schema: z.object({
    authorities: z.string().regex(/^(\d{3}( \d{3})*)?$/),
    kinds: z
      .string()
      .transform(words => words.split(' ').filter(Boolean))
      .pipe(z.array(z.enum(schoolKindKeys))),
    seen: z.string().length(43),
  }),
  view: (model, form) => (
    <Layout title="Import schools" form={form} before={<BackLink href={backTo} />}>
      <PageHeading caption={`${model.file.file_name}, as of ${dayInWords(model.file.file_on)}`}>
        Import schools
      </PageHeading>
      <Content {...model} />
    </Layout>
  ),
  async submit(visit, { file }, { authorities, kinds, seen }) {
    const choice = { authorities: authorities.split(' ').filter(Boolean), kinds }
    const { added, changed, converted, closed } = await importFile(visit, {
      id: file.id,
      choice,
      seen,
    })
    const all = added.length + changed.length + converted.length + closed.length
    visit.flash(
      all === 0
        ? 'The file was imported. Nothing had changed.'
        : `Imported: ${added.length} new, ${changed.length + converted.length} changed and ${closed.length} closed schools`,
    )
    return `${backTo}/${file.id}`
  },
})

export const discardImport = action({
  path: '/administration/schools/import/:import/discard',
  permission: 'authority.administer',
  load: ({ tx, params }) => giasImport(tx, params.import),
  schema: z.object({}),
  async submit(visit, { id }) {
    await visit.tx
      .updateTable('gias_import')
      .set({ state: 'discarded' })
      .where('id', '=', id)
      .where('state', '=', 'uploaded')
      .execute()
    await visit.tx.deleteFrom('gias_row').where('import_id', '=', id).execute()
    visit.flash('The file was set aside. Nothing has been changed.')
    return backTo
  },
})

const problemsOf = (file: GiasImport) => file.problems as { row: number; problem: string }[]

function Content({ file, preview }: Model) {
  if (file.state !== 'uploaded') return <ImportReport file={file} />
  const problems = problemsOf(file)
  return (
    <>
      <p class="govuk-body">
        {file.file_rows.toLocaleString('en-GB')} rows, uploaded on {momentInWords(file.uploaded_at)}{' '}
        by {file.uploader}.
        {file.doubts > 0 &&
          ` ${file.doubts.toLocaleString('en-GB')} single values could not be read and are left out, as in every file of the register.`}
      </p>
      {preview ? <Preview file={file} {...preview} /> : <Problems problems={problems} />}
      <Form action={`${backTo}/${file.id}/discard`}>
        <Button variant="secondary">Set this file aside</Button>
      </Form>
    </>
  )
}

const Preview = ({
  file,
  chooser,
  comparison,
}: {
  file: GiasImport
} & NonNullable<Model['preview']>) => {
  const { authorities, kinds } = chooser.choice
  return (
    <>
      <Choose action={`${backTo}/${file.id}`} chooser={chooser} />
      {file.absent.length > 0 && (
        <Alert kind="information" title="Some columns are not in this file">
          What we know already stays as it is: {file.absent.join(', ')}.
        </Alert>
      )}
      <h2 class="govuk-heading-m">What importing would change</h2>
      <ComparisonView comparison={comparison} />
      <Form>
        <input type="hidden" name="authorities" value={authorities.join(' ')} />
        <input type="hidden" name="kinds" value={kinds.join(' ')} />
        <input type="hidden" name="seen" value={digestOf(comparison)} />
        <ButtonGroup>
          <Button preventDoubleClick>Import</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
