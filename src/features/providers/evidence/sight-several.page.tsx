import { z } from 'zod'
import { shortDayInWords } from '#domain/london-time.ts'
import { Checkboxes, DateInput, InsetText, Radios, TextArea } from '#govuk/index.ts'
import { choice, dayAnswers, pastDay, several, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { ownOrCommissioned } from '../own-or-commissioned.ts'
import { ProfileForm } from '../profile/profile-form.tsx'
import { evidenceOf } from './evidence.query.ts'
import { type SightingPlace, sightEvidence, sightingPlaces } from './sight-evidence.ts'

const places = Object.keys(sightingPlaces) as [SightingPlace, ...SightingPlace[]]

/** Several documents that were looked at together, on a visit or from a folder that was sent: each is recorded. */
export const sightSeveralPage = formPage({
  path: '/providers/:provider/evidence/sightings',
  permission: 'evidence.sight',
  discloses: 'nothing personal',
  load: async visit => {
    const { tx, me, today, params } = visit
    const provider = await ownOrCommissioned(visit, params.provider)
    const { documents } = await evidenceOf(tx, provider.id, me.organisationId, today)
    const unseen = documents.flatMap(({ kind, item, ourSighting }) =>
      item && !(ourSighting?.seen && ourSighting.current)
        ? [{ id: item.id, title: kind.title, expiresOn: item.expiresOn }]
        : [],
    )
    return { provider, commissioner: me.organisationName, today, unseen }
  },
  schema: ({ today, unseen }) =>
    z.object({
      documents: several(
        z
          .array(
            z
              .string()
              .refine(
                id => unseen.some(each => each.id === id),
                'One of them is not there any more, or in a newer version. Choose from the list as it stands now',
              ),
          )
          .min(1, 'Choose at least one document'),
      ),
      seenOn: pastDay('the day on which you looked', today),
      how: choice(places, 'Say how you saw them'),
      whatChecked: text('Say what you checked', { most: 2000 }),
    }),
  initial: ({ today }) => dayAnswers('seenOn', today),
  view: ({ provider, commissioner, unseen }, form) => (
    <ProfileForm
      title="Record several documents that you saw"
      provider={provider}
      form={form}
      back={`/providers/${provider.id}/evidence`}
    >
      {unseen.length === 0 ? (
        <InsetText>There is nothing here that you have not seen.</InsetText>
      ) : (
        <>
          <p class="govuk-body">
            You record it for {commissioner}. Choose only what you have seen and found as it should
            be. What was not so is recorded on its own page.
          </p>
          <Checkboxes
            form={form}
            name="documents"
            label="Which documents did you see?"
            small
            items={unseen.map(({ id, title, expiresOn }) => ({
              value: id,
              label: title,
              hint: expiresOn ? `Holds until ${shortDayInWords(expiresOn)}` : undefined,
            }))}
          />
          <DateInput form={form} name="seenOn" label="When did you look?" />
          <Radios form={form} name="how" label="How did you see them?" items={sightingPlaces} />
          <TextArea form={form} name="whatChecked" label="What did you check?" rows={4} />
        </>
      )}
    </ProfileForm>
  ),
  async submit(visit, { provider, unseen }, { documents, ...answered }) {
    const chosen = unseen.filter(({ id }) => documents.includes(id))
    for (const { id } of chosen)
      await sightEvidence(visit, {
        evidenceId: id,
        providerId: provider.id,
        seen: true,
        ...answered,
      })
    visit.flash(
      chosen.length === 1
        ? 'One document is recorded as seen'
        : `${chosen.length} documents are recorded as seen`,
    )
    return `/providers/${provider.id}/evidence`
  },
})
