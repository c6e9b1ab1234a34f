import type { ComponentChildren } from 'preact'
import type { Options } from '../attributes.ts'

export interface Fact {
  readonly label: string
  readonly value: ComponentChildren
}

/** Whom this page is about, with the few facts that change what one does. Above everything on every page of a case. */
export const IdentityBar = ({
  label = 'About this child',
  name,
  facts,
  tags,
  actions,
}: Options<{
  label?: string
  name: ComponentChildren
  facts: readonly Fact[]
  /** Tags such as “Looked after” or “EHCP”. */
  tags?: ComponentChildren
  actions?: ComponentChildren
}>) => (
  <section class="onroll-identity" aria-label={label}>
    <div class="onroll-identity__main">
      <p class="onroll-identity__name">{name}</p>
      {tags && <div class="onroll-identity__tags">{tags}</div>}
      {actions && <div class="onroll-identity__actions">{actions}</div>}
    </div>
    <dl class="onroll-identity__facts">
      {facts.map(fact => (
        <div class="onroll-identity__fact">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  </section>
)
