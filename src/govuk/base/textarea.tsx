import { type Attributes, attrs, names, type Options, translations } from '../attributes.ts'
import { Control, type ControlProps } from './control.tsx'
import { Hint } from './text.tsx'

export type TextareaProps = ControlProps &
  Options<{ value?: string; rows?: number; autocomplete?: string; spellcheck?: boolean }>

export const GovukTextarea = ({ id, name, rows = 5, spellcheck, ...props }: TextareaProps) => (
  <Control id={id} name={name} {...props}>
    {describedBy => (
      <>
        {props.formGroup?.before}
        <textarea
          class={names(
            'govuk-textarea',
            props.errorMessage && 'govuk-textarea--error',
            props.classes,
          )}
          id={id || name}
          name={name}
          rows={rows}
          disabled={props.disabled}
          aria-describedby={describedBy}
          autocomplete={props.autocomplete as 'on' | undefined}
          {...(spellcheck === undefined ? {} : attrs({ spellcheck }))}
          {...attrs(props.attributes)}
        >
          {asTyped(props.value)}
        </textarea>
        {props.formGroup?.after}
      </>
    )}
  </Control>
)

/** HTML drops one line break at the start of a textarea; another before it keeps what the user typed. */
const asTyped = (value: string | undefined) => (value?.match(/^\r?\n/) ? `\n${value}` : value)

type Plurals = Readonly<Record<string, string>>

export type CharacterCountProps = TextareaProps &
  Options<{
    maxlength?: number
    maxwords?: number
    threshold?: number
    countType?: string
    textareaDescriptionText?: string
    countMessage?: { classes?: string | undefined }
    charactersUnderLimitText?: Plurals
    charactersAtLimitText?: string
    charactersOverLimitText?: Plurals
    wordsUnderLimitText?: Plurals
    wordsAtLimitText?: string
    wordsOverLimitText?: Plurals
  }>

export function GovukCharacterCount(props: CharacterCountProps) {
  const id = props.id || props.name
  const { formGroup, maxlength, maxwords, countMessage } = props
  const limit = maxwords ?? maxlength
  return (
    <GovukTextarea
      id={id}
      name={props.name}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      rows={props.rows}
      spellcheck={props.spellcheck}
      value={props.value}
      attributes={props.attributes}
      describedBy={`${id}-info`}
      classes={names('govuk-js-character-count', props.classes)}
      formGroup={{
        before: formGroup?.before,
        classes: names('govuk-character-count', formGroup?.classes),
        attributes: countAttributes(props, limit),
        after: (
          <>
            <Hint
              id={`${id}-info`}
              classes={names('govuk-character-count__message', countMessage?.classes)}
            >
              {limit !== undefined && description(props).replace('%{count}', String(limit))}
            </Hint>
            {formGroup?.after}
          </>
        ),
      }}
    />
  )
}

const countTypeOf = ({ countType, maxwords }: CharacterCountProps) =>
  countType || (maxwords ? 'words' : undefined)

const description = (props: CharacterCountProps) =>
  props.textareaDescriptionText ??
  `You can enter up to %{count} ${countTypeOf(props) === 'words' ? 'words' : 'characters'}`

const countAttributes = (props: CharacterCountProps, limit: number | undefined): Attributes => ({
  'data-module': 'govuk-character-count',
  ...given({
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
    'data-count-type': countTypeOf(props),
  }),
  ...translations({
    // Only without a limit: otherwise the sentence is already on the page.
    'textarea-description.other': limit === undefined ? props.textareaDescriptionText : undefined,
    'characters-under-limit': props.charactersUnderLimitText,
    'characters-at-limit': props.charactersAtLimitText,
    'characters-over-limit': props.charactersOverLimitText,
    'words-under-limit': props.wordsUnderLimitText,
    'words-at-limit': props.wordsAtLimitText,
    'words-over-limit': props.wordsOverLimitText,
  }),
  ...props.formGroup?.attributes,
})

const given = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
