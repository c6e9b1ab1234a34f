import type { ComponentChildren } from 'preact'
import { names, type Options } from '../attributes.ts'

export type Step = Options<{
  label: ComponentChildren
  state: 'done' | 'current' | 'not started'
  /** When it happened, or by when it is due. */
  when?: ComponentChildren
  note?: ComponentChildren
}>

const words: Record<Step['state'], string> = {
  done: 'Done',
  current: 'Happening now',
  'not started': 'Not started',
}

/** Steps that other people take, for those who wait. */
export const ProgressTracker = ({ label, steps }: { label: string; steps: readonly Step[] }) => (
  <ol class="onroll-progress" aria-label={label}>
    {steps.map(({ label: step, state, when, note }) => (
      <li
        class={names('onroll-progress__step', `onroll-progress__step--${state.replace(' ', '-')}`)}
        aria-current={state === 'current' ? 'step' : undefined}
      >
        <span class="onroll-progress__mark" aria-hidden="true">
          {state === 'done' ? '✓' : ''}
        </span>
        <div class="onroll-progress__words">
          <strong class="onroll-progress__label">{step}</strong>
          <span class="onroll-progress__state">
            {words[state]}
            {when && <>, {when}</>}
          </span>
          {note && <div class="onroll-progress__note">{note}</div>}
        </div>
      </li>
    ))}
  </ol>
)

export type DefinitionStep = Options<{
  label: ComponentChildren
  done: boolean
  /** What shows that it is done, or what is missing. */
  words: ComponentChildren
}>

/** The n things that together make something so: every one done, or plainly missing. */
export const DefinitionStrip = ({
  label,
  steps,
}: {
  label: string
  steps: readonly DefinitionStep[]
}) => (
  <div class="onroll-strip">
    <p class="onroll-strip__summary">
      <strong>
        {steps.filter(({ done }) => done).length} of {steps.length}
      </strong>{' '}
      done
    </p>
    <ol class="onroll-strip__steps" aria-label={label}>
      {steps.map(({ label: step, done, words: why }) => (
        <li class={names('onroll-strip__step', !done && 'onroll-strip__step--missing')}>
          <span class="onroll-strip__state">
            <span aria-hidden="true">{done ? '✓' : '✗'}</span> {done ? 'Done' : 'Missing'}
          </span>
          <strong class="onroll-strip__label">{step}</strong>
          <span class="onroll-strip__words">{why}</span>
        </li>
      ))}
    </ol>
  </div>
)
