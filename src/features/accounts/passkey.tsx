import type { ComponentChildren } from 'preact'
import { assetUrl } from '#govuk/assets.ts'

/** Holds a form that the browser's passkey dialogue fills in. Hidden until the script knows that there is one. */
export const Passkey = ({
  does,
  options,
  children,
}: {
  does: 'get' | 'create'
  options: object
  children: ComponentChildren
}) => (
  <>
    <div hidden data-onroll-passkey={does} data-options={JSON.stringify(options)}>
      {children}
      <p class="govuk-body" role="alert" data-onroll-passkey-problem />
    </div>
    <script type="module" src={assetUrl('passkeys.js')} />
  </>
)
