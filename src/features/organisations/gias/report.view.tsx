import { momentInWords } from '#domain/london-time.ts'
import { EmptyState, NumericData, SummaryList, Table } from '#govuk/index.ts'
import type { ChangedSchool } from './compare.ts'
import type { GiasImport } from './comparison.query.ts'
import { ChangedSchools } from './comparison.view.tsx'
import { schoolKinds } from './school-kind.ts'

interface Changes {
  readonly added: readonly { readonly urn: string; readonly name: string }[]
  readonly changed: readonly ChangedSchool[]
  readonly converted: readonly ChangedSchool[]
  readonly closed: readonly ChangedSchool[]
}

/** What an import has changed, by whom and when. */
export const ImportReport = ({ file }: { file: GiasImport }) => {
  if (file.state === 'discarded' || !file.made_at)
    return (
      <EmptyState title="This file was set aside">
        Nothing was changed by it. Upload it again if it should be imported after all.
      </EmptyState>
    )
  const { added, changed, converted, closed } = file.changes as Changes
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Imported', value: `${momentInWords(file.made_at)} by ${file.maker}` },
          { key: 'Uploaded', value: `${momentInWords(file.uploaded_at)} by ${file.uploader}` },
          { key: 'Authorities', value: file.authorities?.join(', ') || 'None' },
          {
            key: 'Kinds of school',
            value: file.kinds
              ?.map(kind => schoolKinds[kind as keyof typeof schoolKinds])
              .join('; '),
          },
          { key: 'Rows in the file', value: file.file_rows.toLocaleString('en-GB') },
        ]}
      />
      <NumericData
        items={[
          { number: file.added ?? 0, label: 'new' },
          { number: file.changed ?? 0, label: 'changed' },
          { number: file.closed ?? 0, label: 'closed' },
        ]}
      />
      {added.length > 0 && (
        <Table
          caption="New schools"
          head={['School', 'URN']}
          rows={added.map(({ urn, name }) => [name, urn])}
        />
      )}
      <ChangedSchools caption="Schools that became academies" schools={converted} />
      <ChangedSchools caption="Changed schools" schools={changed} />
      <ChangedSchools caption="Schools that closed" schools={closed} />
    </>
  )
}
