import { type FilterTag, Select, TextInput } from '#govuk/index.ts'
import { approvalWords } from '../approval/approval.ts'
import { keyStageWords, needWords, weekdayWords } from '../words.ts'
import { assuranceWords, type DirectoryQuery, directoryHref } from './directory-query.ts'

const assurances = Object.fromEntries(
  Object.entries(assuranceWords).map(([state, { word }]) => [state, word]),
)

const approvals = Object.fromEntries(
  Object.entries(approvalWords).map(([state, { word }]) => [state, word]),
)

/** By what the directory can be narrowed. */
export function DirectoryFields({ query, assures }: { query: DirectoryQuery; assures: boolean }) {
  const form = { values: { ...query, page: undefined }, errors: {} }
  return (
    <>
      <TextInput form={form} name="q" type="search" label="Name" />
      <TextInput form={form} name="place" label="Place" hint="Town, street or postcode of a site" />
      <Select form={form} name="need" label="Need" blank="Any need" items={needWords} />
      <Select
        form={form}
        name="stage"
        label="Key stage"
        blank="Any key stage"
        items={keyStageWords}
      />
      <Select form={form} name="day" label="Day" blank="Any day" items={weekdayWords} />
      <TextInput
        form={form}
        name="free"
        label="Free sessions a week, at least"
        width="4"
        inputmode="numeric"
      />
      {assures && (
        <Select form={form} name="assurance" label="Assurance" blank="Any" items={assurances} />
      )}
      {assures && (
        <Select form={form} name="approval" label="Approval" blank="Any" items={approvals} />
      )}
      {query.sort !== 'name' && <input type="hidden" name="sort" value={query.sort} />}
      {query.direction !== 'ascending' && (
        <input type="hidden" name="direction" value={query.direction} />
      )}
    </>
  )
}

const labels = {
  q: 'Name',
  place: 'Place',
  need: 'Need',
  stage: 'Key stage',
  day: 'Day',
  free: 'Free sessions',
  assurance: 'Assurance',
  approval: 'Approval',
} as const
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  need: needWords,
  stage: keyStageWords,
  day: weekdayWords,
  assurance: assurances,
  approval: approvals,
}

export const directoryTags = (query: DirectoryQuery, to: string): FilterTag[] =>
  (Object.keys(labels) as (keyof typeof labels)[]).flatMap(name => {
    const value = query[name]
    if (value === '') return []
    const text = name === 'free' ? `${value} or more` : (words[name]?.[value] ?? value)
    return [{ label: labels[name], text, removeHref: directoryHref(query, { [name]: '' }, to) }]
  })
