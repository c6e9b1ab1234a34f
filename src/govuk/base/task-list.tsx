import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

export type Task = Options<{
  title: ComponentChildren
  titleClasses?: string
  href?: string
  hint?: ComponentChildren
  /** “Completed” as plain words, anything still to do as a Tag. */
  status?: ComponentChildren
  statusClasses?: string
  classes?: string
}>

/** Work that can be done in any order, each with its state. */
export const TaskList = ({
  items,
  idPrefix = 'task-list',
  classes,
  attributes,
}: Options<{
  items: readonly (Task | null | undefined | false)[]
  idPrefix?: string
  classes?: string
  attributes?: Attributes
}>) => (
  <ul class={names('govuk-task-list', classes)} {...attrs(attributes)}>
    {items.map((task, n) => task && <TaskItem task={task} id={`${idPrefix}-${n + 1}`} />)}
  </ul>
)

const TaskItem = ({ task, id }: { task: Task; id: string }) => (
  <li
    class={names(
      'govuk-task-list__item',
      task.href && 'govuk-task-list__item--with-link',
      task.classes,
    )}
  >
    <div class="govuk-task-list__name-and-hint">
      {task.href ? (
        <a
          class={names('govuk-link govuk-task-list__link', task.titleClasses)}
          href={task.href}
          aria-describedby={names(task.hint !== undefined && `${id}-hint`, `${id}-status`)}
        >
          {task.title}
        </a>
      ) : (
        <div class={task.titleClasses || undefined}>{task.title}</div>
      )}
      {task.hint !== undefined && (
        <div id={`${id}-hint`} class="govuk-task-list__hint">
          {task.hint}
        </div>
      )}
    </div>
    <div class={names('govuk-task-list__status', task.statusClasses)} id={`${id}-status`}>
      {task.status}
    </div>
  </li>
)
