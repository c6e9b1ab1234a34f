import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  TwoThirds,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { refuseUnlessKept } from '../keep.query.ts'
import { addEvidence } from './add-evidence.ts'
import { openDocument } from './document.page.tsx'
import { EvidenceFields } from './evidence-fields.tsx'
import { evidenceSchema } from './evidence-form.ts'

/** A document, or its next version: first what it says, and then its file. */
export const addEvidencePage = formPage({
  path: '/providers/:provider/evidence/:document/add',
  permission: 'provider.keep',
  discloses: 'nothing personal',
  load: async visit => {
    const model = await openDocument(visit)
    await refuseUnlessKept(visit.tx, model.provider.id)
    return model
  },
  schema: ({ kind }) => evidenceSchema(kind),
  view: ({ kind, provider, current }, form) => (
    <Layout
      title={`${current ? 'Add a new version' : 'Add'}: ${kind.title}`}
      form={form}
      before={<BackLink href={`/providers/${provider.id}/evidence/${kind.id}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading caption={kind.title}>
          {current ? 'Add a new version' : 'Add this document'}
        </PageHeading>
        {current && (
          <InsetText>
            The version that stands is kept, with everybody who saw it. Commissioners will be shown
            that there is a newer one.
          </InsetText>
        )}
        {kind.minimum && <p class="govuk-body">Asked for: {kind.minimum}.</p>}
        <Form warnUnsaved>
          <EvidenceFields kind={kind} form={form} />
          <ButtonGroup>
            <Button preventDoubleClick>Save and add the file</Button>
            <a class="govuk-link" href={`/providers/${provider.id}/evidence/${kind.id}`}>
              Cancel
            </a>
          </ButtonGroup>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { kind, provider }, answered) {
    await addEvidence(visit, { providerId: provider.id, document: kind.id, ...answered })
    visit.flash(
      answered.notApplicableBecause ? 'The statement is saved' : 'Saved. Now add the file itself',
    )
    return `/providers/${provider.id}/evidence/${kind.id}`
  },
})
