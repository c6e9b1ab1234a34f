// The front door of this layer: a page names a dozen components, and should do so in one line.
export type { Options } from './attributes.ts'
export { Accordion } from './base/accordion.tsx'
export { Button, ButtonGroup } from './base/button.tsx'
export { Details } from './base/details.tsx'
export { ExitThisPage } from './base/exit-this-page.tsx'
export { Feedback } from './base/feedback.tsx'
export { BackLink, Breadcrumbs } from './base/links.tsx'
export { NotificationBanner } from './base/notification-banner.tsx'
export { Panel } from './base/panel.tsx'
export { SummaryCard, SummaryList, type SummaryRow } from './base/summary-list.tsx'
export type { Cell } from './base/table.tsx'
export { Tabs } from './base/tabs.tsx'
export { Tag, type Tone } from './base/tag.tsx'
export { type Task, TaskList } from './base/task-list.tsx'
export { InsetText, WarningText } from './base/text.tsx'
export { Checkboxes, type Choice, type Choices, Radios } from './fields/choice-fields.tsx'
export { DateInput } from './fields/date-field.tsx'
export { ErrorSummary } from './fields/error-summary.tsx'
export { Fieldset } from './fields/fieldset.tsx'
export { Form } from './fields/form.tsx'
export { FileUpload, PasswordInput, Select, TextArea, TextInput } from './fields/text-fields.tsx'
export { type FormState, hasErrors, untouched } from './form-state.ts'
export { ErrorPage, type ErrorStatus } from './layout/error-page.tsx'
export { NoBreak, PageHeading, TwoThirds } from './layout/grid.tsx'
export { Layout, productName } from './layout/layout.tsx'
export {
  type Flash,
  hiddenFields,
  type NavigationItem,
  PageContext,
  type SignedInUser,
} from './page-context.ts'
export {
  ActionBar,
  ButtonMenu,
  EmptyState,
  type MenuItem,
  NumericData,
} from './patterns/actions.tsx'
export { AddToList, type ListedItem } from './patterns/add-to-list.tsx'
export { Alert, type AlertKind } from './patterns/alert.tsx'
export { Badge, NotificationBadge } from './patterns/badge.tsx'
export { Calendar, type CalendarEntry, CalendarList } from './patterns/calendar.tsx'
export { ContextualDate, longDate, type Urgency } from './patterns/contextual-date.tsx'
export { DownloadList } from './patterns/download-list.tsx'
export { Filter, type FilterTag, FilterTags } from './patterns/filter.tsx'
export { DescriptionOfFinding } from './patterns/finding.tsx'
export { type Fact, IdentityBar } from './patterns/identity-bar.tsx'
export { InterruptionCard } from './patterns/interruption-card.tsx'
export { type Message, MessageThread } from './patterns/message-thread.tsx'
export { MultiSelect, type SelectableRow } from './patterns/multi-select.tsx'
export { Pagination } from './patterns/pagination.tsx'
export {
  type DefinitionStep,
  DefinitionStrip,
  ProgressTracker,
  type Step,
} from './patterns/progress-tracker.tsx'
export {
  type Column,
  type Direction,
  type Sort,
  SortableTable,
} from './patterns/sortable-table.tsx'
export { StaleAnswers } from './patterns/stale-answers.tsx'
export {
  SideNavigation,
  SubNavigation,
  type SubNavigationItem,
} from './patterns/sub-navigation.tsx'
export { Table } from './patterns/table.tsx'
export { type PanelTone, TicketPanel } from './patterns/ticket-panel.tsx'
export { Timeline, type TimelineEvent } from './patterns/timeline.tsx'
