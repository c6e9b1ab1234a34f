import { shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { Button, InsetText, Tag, type Task, TaskList } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { mayKeep, type ProviderNamed } from '../keep.query.ts'
import { ownOrCommissioned } from '../own-or-commissioned.ts'
import { ProviderLayout } from '../provider-layout.tsx'
import { isOpen, stateWords } from './document-state.ts'
import { standardGroups } from './documents.ts'
import { type DocumentShown, evidenceOf } from './evidence.query.ts'
import { numberOfPartnerships, sightingsInWords } from './sighting-words.ts'

/** What a provider has to show, in the groups of the voluntary standards: the task list of its manager. */
export const evidencePage = page({
  path: '/providers/:provider/evidence',
  permission: 'evidence.read',
  discloses: 'nothing personal',
  load: async visit => {
    const { tx, me, today, params } = visit
    const provider = await ownOrCommissioned(visit, params.provider)
    return {
      provider,
      me,
      keeps: await mayKeep(tx, provider.id),
      partnerships: await numberOfPartnerships(tx),
      ...(await evidenceOf(tx, provider.id, me.organisationId, today)),
    }
  },
  view: ({ provider, me, keeps, documents, partnerships }) => (
    <ProviderLayout
      provider={provider}
      me={me}
      title="Evidence"
      part="/evidence"
      actions={
        may(me, 'evidence.sight') && (
          <Button href={`/providers/${provider.id}/evidence/sightings`} variant="secondary">
            Record several that you saw
          </Button>
        )
      }
    >
      <p class="govuk-body">
        {keeps
          ? 'Bring each document once. Every commissioner then looks at it for itself.'
          : 'One upload serves every commissioner, and each of them must see each document itself before a child starts.'}
      </p>
      <Summary documents={documents} sights={may(me, 'evidence.sight')} />
      {Object.entries(standardGroups).map(([group, title], n) => (
        <>
          <h2 class="govuk-heading-m">
            {n + 1}. {title}
          </h2>
          <TaskList
            idPrefix={`evidence-${group}`}
            items={documents
              .filter(({ kind }) => kind.group === group)
              .map(each => taskOf(provider, each, partnerships, may(me, 'evidence.sight')))}
          />
        </>
      ))}
      <p class="govuk-body">
        The groups are those of the Department for Education’s voluntary standards of August 2025.
        Which document serves which standard is Onroll’s own reading.
      </p>
    </ProviderLayout>
  ),
})

function Summary({ documents, sights }: { documents: readonly DocumentShown[]; sights: boolean }) {
  const open = documents.filter(({ state }) => isOpen(state)).length
  // What was not brought cannot be seen.
  const unseen = documents.filter(
    ({ item, ourSighting }) => item && !(ourSighting?.seen && ourSighting.current),
  ).length
  return (
    <InsetText>
      {open === 0
        ? 'Every document is here and in date.'
        : `${open} of ${documents.length} documents are missing, out of date or without a file.`}
      {sights &&
        (unseen === 0
          ? ' You have seen every document that is here.'
          : ` You have not recorded that you saw ${unseen === 1 ? 'one' : unseen} of those that are here.`)}
    </InsetText>
  )
}

function taskOf(
  provider: ProviderNamed,
  { kind, item, state, sightings, ourSighting }: DocumentShown,
  partnerships: number,
  sights: boolean,
): Task {
  const { word, tone } = stateWords[state]
  return {
    title: kind.title,
    href: `/providers/${provider.id}/evidence/${kind.id}`,
    hint: (
      <>
        {item?.expiresOn && `Holds until ${shortDayInWords(item.expiresOn)}. `}
        {item && sightingsInWords(sightings, partnerships)}
        {sights && item && ` ${ourSightingInWords(ourSighting)}`}
      </>
    ),
    status: <Tag tone={tone}>{word}</Tag>,
  }
}

function ourSightingInWords(ours: DocumentShown['ourSighting']): string {
  if (!ours) return 'Not seen by you yet.'
  if (!ours.seen) return `You looked on ${shortDayInWords(ours.seenOn)} and did not see it.`
  return ours.current
    ? `Seen by you on ${shortDayInWords(ours.seenOn)}.`
    : `You saw the version before this one on ${shortDayInWords(ours.seenOn)}.`
}
