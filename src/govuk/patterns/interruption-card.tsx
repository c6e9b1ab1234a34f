import type { ComponentChildren } from 'preact'
import { Button } from '../base/button.tsx'
import { Panel } from '../base/panel.tsx'
import { Form } from '../fields/form.tsx'

/** Makes somebody stop before a likely mistake, which is not an error. Use it rarely, and ask nothing else on it. */
export const InterruptionCard = ({
  title,
  children,
  goOn,
  back,
}: {
  title: string
  children: ComponentChildren
  /** Posts to this page, with a name and value by which it is known. */
  goOn: { readonly text: string; readonly name: string; readonly value: string }
  back: { readonly text: string; readonly href: string }
}) => (
  <Panel interruption title={title}>
    {children}
    <Form classes="onroll-interruption__form">
      <div class="govuk-button-group">
        <Button variant="inverse" name={goOn.name} value={goOn.value} preventDoubleClick>
          {goOn.text}
        </Button>
        <a class="govuk-link govuk-link--inverse" href={back.href}>
          {back.text}
        </a>
      </div>
    </Form>
  </Panel>
)
