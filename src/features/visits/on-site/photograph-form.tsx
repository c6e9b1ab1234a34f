import { Button, FileUpload, Form, type FormState } from '#govuk/index.ts'
import { visitHref } from '../frame.tsx'

/**
 * Without script it sends one photograph, like any other form. With it, photographs are kept on the device as soon as they
 * are chosen, and sent when there is a signal (photographs.js).
 */
export const PhotographForm = ({
  visit,
  form,
}: {
  /** Absent on the page that stands for any visit where there is no signal. */
  visit?: { id: string }
  form: FormState
}) => (
  <section aria-labelledby="photograph" data-onroll-photographs>
    <h2 class="govuk-heading-m" id="photograph">
      Take photographs
    </h2>
    <p class="govuk-body">
      Rooms, displays, equipment and papers. Never a child, and no child’s work with a name on it.
    </p>
    <Form {...(visit ? { action: `${visitHref(visit)}/photographs/upload` } : {})} multipart>
      <FileUpload
        name="file"
        form={form}
        label="Add a photograph"
        hint="JPEG or PNG, up to 25 MB. The place where it was made is taken out of it."
        accept=".jpg,.jpeg,.png"
      />
      <Button variant="secondary" preventDoubleClick>
        Add the photograph
      </Button>
    </Form>
    <div data-onroll-photographs-state role="status" />
    <div data-onroll-photographs-list />
  </section>
)
