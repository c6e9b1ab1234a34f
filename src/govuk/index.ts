// The front door of this layer: a page names a dozen components, and should do so in one line.
export type { Options } from './attributes.ts'
export { Button, ButtonGroup } from './base/button.tsx'
export { Details } from './base/details.tsx'
export { BackLink, Breadcrumbs } from './base/links.tsx'
export { NotificationBanner } from './base/notification-banner.tsx'
export { Panel } from './base/panel.tsx'
export { SummaryCard, SummaryList, type SummaryRow } from './base/summary-list.tsx'
export type { Cell } from './base/table.tsx'
export { Tag, type Tone } from './base/tag.tsx'
export { InsetText, WarningText } from './base/text.tsx'
export { Checkboxes, type Choice, type Choices, Radios } from './fields/choice-fields.tsx'
export { DateInput } from './fields/date-field.tsx'
export { ErrorSummary } from './fields/error-summary.tsx'
export { Fieldset } from './fields/fieldset.tsx'
export { Form } from './fields/form.tsx'
export { FileUpload, PasswordInput, Select, TextArea, TextInput } from './fields/text-fields.tsx'
export { type FormState, hasErrors, untouched } from './form-state.ts'
export { ErrorPage, type ErrorStatus } from './layout/error-page.tsx'
export { PageHeading, TwoThirds } from './layout/grid.tsx'
export { Layout, productName } from './layout/layout.tsx'
export {
  type Flash,
  hiddenFields,
  type NavigationItem,
  PageContext,
  type SignedInUser,
} from './page-context.ts'
export { Badge, NotificationBadge } from './patterns/badge.tsx'
export { Table } from './patterns/table.tsx'
