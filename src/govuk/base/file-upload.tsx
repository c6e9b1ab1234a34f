import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options, translations } from '../attributes.ts'
import { Control, type ControlProps } from './control.tsx'

export type FileUploadProps = ControlProps &
  Options<{
    multiple?: boolean
    /** GOV.UK's drop zone; without script it is the browser's own control. */
    javascript?: boolean
    wrapperClasses?: string
    wrapperAttributes?: Attributes
    chooseFilesButtonText?: string
    dropInstructionText?: string
    noFileChosenText?: string
    multipleFilesChosenText?: Readonly<Record<string, string>>
    enteredDropZoneText?: string
    leftDropZoneText?: string
  }>

export const GovukFileUpload = (props: FileUploadProps) => (
  <Control {...props}>
    {describedBy => {
      const input = (
        <input
          class={names(
            'govuk-file-upload',
            props.classes,
            props.errorMessage && 'govuk-file-upload--error',
          )}
          id={props.id || props.name}
          name={props.name}
          type="file"
          disabled={props.disabled}
          multiple={props.multiple}
          aria-describedby={describedBy}
          {...attrs(props.attributes)}
        />
      )
      return (
        <>
          {props.formGroup?.before}
          {props.javascript ? <DropZone {...props}>{input}</DropZone> : input}
          {props.formGroup?.after}
        </>
      )
    }}
  </Control>
)

const DropZone = ({ children, ...props }: FileUploadProps & { children: ComponentChildren }) => (
  <div
    class={names('govuk-file-upload-wrapper', props.wrapperClasses)}
    data-module="govuk-file-upload"
    {...translations({
      'choose-files-button': props.chooseFilesButtonText,
      'no-file-chosen': props.noFileChosenText,
      'multiple-files-chosen': props.multipleFilesChosenText,
      'drop-instruction': props.dropInstructionText,
      'entered-drop-zone': props.enteredDropZoneText,
      'left-drop-zone': props.leftDropZoneText,
    })}
    {...attrs(props.wrapperAttributes)}
  >
    {children}
  </div>
)
