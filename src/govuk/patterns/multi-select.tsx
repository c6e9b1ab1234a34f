import type { ComponentChildren } from 'preact'
import type { Options } from '../attributes.ts'
import type { Cell } from '../base/table.tsx'
import { answersTo, type FormState } from '../form-state.ts'
import { Table } from './table.tsx'

export interface SelectableRow {
  readonly value: string
  /** What is chosen, for people who hear the box: “R-1042”. */
  readonly label: string
  readonly cells: readonly Cell[]
}

/** A table to choose rows of, inside a form. With script there is a box that chooses all. */
export const MultiSelect = ({
  name,
  form,
  head,
  rows,
  ...table
}: Options<{
  name: string
  form: FormState
  caption: string
  captionHidden?: boolean
  head: readonly Cell[]
  rows: readonly SelectableRow[]
  empty?: ComponentChildren
}>) => {
  const chosen = answersTo(form, name)
  return (
    <Table
      {...table}
      attributes={{ 'data-onroll-multi-select': '' }}
      head={[
        {
          classes: 'onroll-select-cell',
          attributes: { 'data-onroll-select-all': '' },
          children: <span class="govuk-visually-hidden">Choose</span>,
        },
        ...head,
      ]}
      rows={rows.map(({ value, label, cells }, n) => [
        {
          classes: 'onroll-select-cell',
          children: (
            <SelectBox
              id={n === 0 ? name : `${name}-${n + 1}`}
              name={name}
              value={value}
              label={label}
              checked={chosen.includes(value)}
            />
          ),
        },
        ...cells,
      ])}
    />
  )
}

const SelectBox = ({
  id,
  name,
  value,
  label,
  checked,
}: {
  id: string
  name: string
  value: string
  label: string
  checked: boolean
}) => (
  <div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={checked}
      />
      <label class="govuk-label govuk-checkboxes__label" for={id}>
        <span class="onroll-select-cell__words">Choose {label}</span>
      </label>
    </div>
  </div>
)
