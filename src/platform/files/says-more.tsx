import {
  Button,
  ButtonGroup,
  Details,
  Form,
  Layout,
  PageHeading,
  WarningText,
} from '#govuk/index.ts'
import type { DocumentSays } from './document-says.ts'

/** Before a document is kept that says more than its pages: what that is, and the choice (FI-10). */
export const SaysMore = ({
  name,
  says: { names, also },
  held,
}: {
  name: string
  says: DocumentSays
  held: string
}) => (
  <Layout title="This document says more than its pages">
    <PageHeading caption={name}>This document says more than its pages</PageHeading>
    <p class="govuk-body">Whoever downloads it can read in it:</p>
    <ul class="govuk-list govuk-list--bullet">
      {names.length > 0 && <li>names of people who wrote or changed it: {names.join(', ')}</li>}
      {also.map(each => (
        <li>{each}</li>
      ))}
    </ul>
    <WarningText>
      Onroll changes nothing in a document. If somebody must not read this, add another file without
      it.
    </WarningText>
    <Details summary="How to take it out">
      <p class="govuk-body">
        In Word and Excel: File, Info, Check for Issues, Inspect Document. Accept or reject tracked
        changes first. Then save it and add it again.
      </p>
      <p class="govuk-body">Of a PDF: open it, print it to a new PDF, and add that one.</p>
    </Details>
    <Form>
      <input type="hidden" name="held" value={held} />
      <ButtonGroup>
        <Button name="choice" value="keep" preventDoubleClick>
          Add it as it is
        </Button>
        <Button name="choice" value="drop" variant="secondary">
          Add another file instead
        </Button>
      </ButtonGroup>
    </Form>
  </Layout>
)
