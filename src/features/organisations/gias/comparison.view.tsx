import { isIsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Alert, Details, NumericData, Table } from '#govuk/index.ts'
import type { ChangedSchool, Comparison, FieldChange } from './compare.ts'
import { registeredFields } from './registered-values.ts'
import { kindOfSchool, schoolKinds } from './school-kind.ts'

const most = 500

/** Everything that an import would do, school by school and field by field, and what it would leave alone. */
export const ComparisonView = ({ comparison }: { comparison: Comparison }) => {
  const { added, changed, converted, closed, missing, unchanged, notYetOpen } = comparison
  return (
    <>
      <NumericData
        items={[
          { number: added.length, label: 'new', href: added.length ? '#new' : undefined },
          {
            number: changed.length + converted.length,
            label: 'changed',
            href: changed.length + converted.length ? '#changed' : undefined,
          },
          { number: closed.length, label: 'closed', href: closed.length ? '#closed' : undefined },
          { number: unchanged, label: 'unchanged' },
        ]}
      />
      {notYetOpen > 0 && (
        <p class="govuk-body">
          {notYetOpen === 1 ? 'One school is' : `${notYetOpen} schools are`} proposed to open, and
          can be imported once {notYetOpen === 1 ? 'it has' : 'they have'} opened.
        </p>
      )}
      {added.length > 0 && (
        <div id="new">
          <Table
            caption="New schools"
            head={['School', 'URN', 'Kind', 'Town']}
            rows={added
              .slice(0, most)
              .map(school => [
                school.name,
                school.urn,
                schoolKinds[kindOfSchool(school)],
                school.town,
              ])}
          />
          <AndMore shown={most} of={added.length} />
        </div>
      )}
      <div id="changed">
        <ChangedSchools
          caption="Schools that became academies"
          about="The register closed them and opened them again under a new URN. Here they stay the same school, with their people, cases and membership."
          schools={converted}
        />
        <ChangedSchools caption="Changed schools" schools={changed} />
      </div>
      <div id="closed">
        <ChangedSchools
          caption="Schools that closed"
          about="They are not offered for anything new after their last day, and their membership of a partnership ends with it. People there keep their roles until somebody ends them."
          schools={closed}
        />
      </div>
      {missing.length > 0 && (
        <Details summary={`${missing.length} of our schools are not in this file`}>
          <p class="govuk-body">
            Nothing is changed about them. An extract of one authority lacks the others.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map(({ id, name, urn }) => (
              <li>
                <a class="govuk-link" href={`/organisations/${id}`}>
                  {name}
                </a>{' '}
                (URN {urn})
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

/** Old and new beside each other: one row for each field that differs. */
export const ChangedSchools = ({
  caption,
  about,
  schools,
}: {
  caption: string
  about?: string
  schools: readonly ChangedSchool[]
}) =>
  schools.length === 0 ? null : (
    <>
      <Table
        caption={caption}
        head={['School', 'What changes']}
        rows={schools.slice(0, most).map(school => [
          <div>
            <a class="govuk-link" href={`/organisations/${school.id}`}>
              {school.name}
            </a>
            <div class="govuk-hint govuk-!-margin-bottom-0 govuk-!-font-size-16">
              URN {school.urn}
            </div>
          </div>,
          <ul class="govuk-list govuk-!-margin-bottom-0">
            {school.fields.map(({ field, before, after }) => (
              <li>
                <strong>{labelOf(field)}</strong> from {shown(before)} to {shown(after)}
              </li>
            ))}
            {school.partnership && <li>Leaves {school.partnership}</li>}
          </ul>,
        ])}
      />
      <AndMore shown={most} of={schools.length} />
      {about && <p class="govuk-body">{about}</p>}
    </>
  )

const AndMore = ({ shown: count, of }: { shown: number; of: number }) =>
  of > count ? <p class="govuk-body">And {of - count} more.</p> : null

function labelOf(field: FieldChange['field']): string {
  if (field === 'urn') return 'URN'
  return field === 'closed_on' ? 'Last day' : registeredFields[field].label
}

function shown(value: FieldChange['before']) {
  if (value === null || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' && isIsoDate(value) ? dayInWords(value) : `“${value}”`
}

/** Rows that are no schools: while there are any, nothing is imported. */
export const Problems = ({
  problems,
}: {
  problems: readonly { row: number; problem: string }[]
}) => (
  <>
    <Alert kind="error" title="This file cannot be imported">
      <p class="govuk-body">
        {problems.length === 1 ? 'One row' : `${problems.length} rows`} of it cannot be read as
        schools, so nothing is imported. Download the file again and upload it as it is; a program
        in between may have changed it.
      </p>
    </Alert>
    <Table
      caption="Rows that cannot be read"
      head={[{ children: 'Row', format: 'numeric' }, 'What is wrong']}
      rows={problems.map(({ row, problem }) => [{ children: row, format: 'numeric' }, problem])}
    />
  </>
)
