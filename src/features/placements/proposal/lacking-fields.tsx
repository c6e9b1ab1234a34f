import { z } from 'zod'
import { type FormState, Radios, TextArea } from '#govuk/index.ts'
import { choice, text } from '#platform/forms.ts'
import type { Placement } from '../placement.query.ts'
import { keysOf, needs } from '../words.ts'

type About = Pick<Placement, 'purpose' | 'need_category'>

// A proposal cannot be written without them; what was recorded elsewhere, or before, may lack them (PLN-02, PLN-14).
const hasPurpose = ({ purpose }: About) => (purpose ?? '').trim() !== ''
const hasNeed = ({ need_category }: About) => need_category !== null

export const lackingShape = (placement: About) => ({
  purpose: hasPurpose(placement)
    ? z.string().optional()
    : text('Say what the placement is for', { most: 4000 }),
  need: hasNeed(placement)
    ? z.enum(keysOf(needs)).optional()
    : choice(keysOf(needs), 'Choose the need'),
})

/** What was lacking and is said now; what is recorded already is not changed here. */
export const lackingOf = (
  placement: About,
  { purpose, need }: { purpose?: string | undefined; need?: keyof typeof needs | undefined },
) => ({
  ...(!hasPurpose(placement) && purpose ? { purpose } : {}),
  ...(!hasNeed(placement) && need ? { need_category: need } : {}),
})

export const LackingFields = ({ placement, form }: { placement: About; form: FormState }) => (
  <>
    {!hasPurpose(placement) && (
      <TextArea
        name="purpose"
        label="What is it for?"
        hint="What should be different for the child at the end of it"
        rows={4}
        form={form}
      />
    )}
    {!hasNeed(placement) && (
      <Radios name="need" label="Which need does it answer?" items={needs} form={form} />
    )}
  </>
)
