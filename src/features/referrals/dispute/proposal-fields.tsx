import { z } from 'zod'
import { Checkboxes, type FormState, TextArea, TextInput } from '#govuk/index.ts'
import { optionalText, ticked } from '#platform/forms.ts'
import { sentence } from '#rules/spoken.ts'

const percent = z
  .string()
  .optional()
  .transform((answer, context) => {
    const digits = (answer ?? '').replace(/[%\s]/g, '')
    if (digits === '') return null
    if (/^\d{1,3}$/.test(digits) && Number(digits) <= 100) return Number(digits)
    context.addIssue({ code: 'custom', message: 'The share must be a whole number from 0 to 100' })
    return z.NEVER
  })

/** What a proposal asks, in every form that makes one. */
export const proposalSchema = {
  share: percent,
  moves: ticked(),
  proposal: optionalText({ most: 2000 }),
}

export const ProposalFields = ({ form, other }: { form: FormState; other: string }) => (
  <>
    <TextInput
      name="share"
      form={form}
      label={`Share of the cost that ${other} bears (optional)`}
      suffix="%"
      width="3"
      inputmode="numeric"
    />
    <Checkboxes
      name="moves"
      form={form}
      label={<span class="govuk-visually-hidden">Who holds the case</span>}
      items={{ yes: sentence(`${other} takes the case over`) }}
    />
    <TextArea name="proposal" form={form} label="What you propose, in words (optional)" rows={3} />
  </>
)
