import { z } from 'zod'
import { HubNumbers, safeguardingHub } from '#features/organisations/index.ts'
import { ProviderForm, providerNamed, refuseWhoWorksThere } from '#features/providers/index.ts'
import { InsetText, Radios, TextArea } from '#govuk/index.ts'
import { choice, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { kindWords, levelWords } from './concern.ts'
import { raiseConcern, whyNotSaid } from './raise-concern.ts'

const levels = [
  {
    value: 'serious',
    label: levelWords.serious.word,
    hint: 'Somebody may come to harm, or a law may be broken',
  },
  {
    value: 'concern',
    label: levelWords.concern.word,
    hint: 'Something is not as it should be, and has to be put right',
  },
  {
    value: 'note',
    label: levelWords.note.word,
    hint: 'Something to keep in mind, and to look at on the next visit',
  },
] as const

/** Says what is wrong at a provider, without naming a child. */
export const raisePage = formPage({
  path: '/providers/:provider/concerns/add',
  permission: 'concern.raise',
  discloses: 'nothing personal',
  load: async ({ tx, params }) => {
    const provider = await providerNamed(tx, params.provider)
    await refuseWhoWorksThere(tx, provider.id)
    return { provider, hub: await safeguardingHub(tx) }
  },
  schema: z.object({
    kind: choice(
      Object.keys(kindWords) as [keyof typeof kindWords, ...(keyof typeof kindWords)[]],
      'Choose what it is about',
    ),
    level: choice(['serious', 'concern', 'note'], 'Choose how grave it is'),
    words: text('Say what you saw or were told', { most: 4000 }).refine(
      words => words.length >= 10,
      'Say what you saw or were told in a sentence or more',
    ),
  }),
  view: ({ provider, hub }, form) => (
    <ProviderForm
      title="Raise a concern"
      provider={provider}
      form={form}
      back={`/providers/${provider.id}/concerns`}
      button="Raise the concern"
    >
      <InsetText>
        If a child is in danger now, do not wait: follow your safeguarding procedure, and call 999
        in an emergency. <HubNumbers hub={hub} /> A concern about one child belongs in that child’s
        safeguarding record. Here you say what is wrong at the provider, and name no child.
      </InsetText>
      <p class="govuk-body">
        The quality team and every commissioner with a child there read it. Only the quality team
        and your own organisation are told who raised it. The provider reads none of it.
      </p>
      <Radios form={form} name="kind" label="What is it about?" items={kindWords} />
      <Radios form={form} name="level" label="How grave is it?" items={levels} />
      <TextArea
        form={form}
        name="words"
        label="What did you see, or what were you told?"
        hint="When and where, and what was done about it. Name no child. Leave out what tells who you are, if that matters"
        rows={8}
      />
    </ProviderForm>
  ),
  async submit(visit, { provider }, answers) {
    const wrong = await whyNotSaid(visit.tx, provider.id, answers.words)
    if (wrong) return { errors: { words: wrong } }
    const id = await raiseConcern(visit, { providerId: provider.id, ...answers })
    visit.flash('The concern is raised. The quality team and the commissioners there are told.')
    return `/concerns/${id}`
  },
})
