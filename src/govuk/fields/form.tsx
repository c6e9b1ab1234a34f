import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { Options } from '../attributes.ts'
import { hiddenFields, PageContext } from '../page-context.ts'

/** A form that posts, with what guards it: the token, the one-time key, and the version the reader saw. */
export function Form({
  action,
  multipart,
  version,
  warnUnsaved,
  id,
  classes,
  children,
}: Options<{
  action?: string
  multipart?: boolean
  /** Of the record as it was shown; a stale submit then gets both texts and loses nothing. */
  version?: string | number
  /** With script: asks before leaving with answers that are not saved. */
  warnUnsaved?: boolean
  id?: string
  classes?: string
  children?: ComponentChildren
}>) {
  const { csrfToken, formKey } = useContext(PageContext)
  const key = formKey?.()
  return (
    <form
      method="post"
      action={action}
      id={id}
      class={classes}
      enctype={multipart ? 'multipart/form-data' : undefined}
      noValidate
      data-onroll-unsaved={warnUnsaved ? '' : undefined}
    >
      <input type="hidden" name={hiddenFields.csrf} value={csrfToken} />
      {key && <input type="hidden" name={hiddenFields.key} value={key} />}
      {version !== undefined && <input type="hidden" name={hiddenFields.version} value={version} />}
      {children}
    </form>
  )
}
