import { shortDayInWords } from '#domain/london-time.ts'
import { Table, Tag } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { Sighting } from './evidence.query.ts'
import { sightingPlaces } from './sight-evidence.ts'

/** Who has looked, when, and at what. A school reads its own. */
export const SightingTable = ({
  sightings,
  current,
  here,
  mine,
}: {
  sightings: readonly Sighting[]
  current: string | undefined
  here: string
  mine: Me
}) => (
  <Table
    caption={mine.organisationKind === 'school' ? 'What your school saw' : 'Who has seen it'}
    firstCellIsHeader
    head={['Commissioner', 'Day', 'Result', 'How', 'What was checked', 'Version']}
    empty="Nobody has recorded that they saw it."
    rows={sightings.map(each => [
      <>
        {each.commissioner}
        <div class="govuk-hint govuk-!-margin-bottom-0 govuk-!-font-size-16">{each.by}</div>
      </>,
      shortDayInWords(each.seenOn),
      each.withdrawnAt ? (
        <Tag tone="grey">Taken back</Tag>
      ) : (
        <Tag tone={each.seen ? 'green' : 'orange'}>{each.seen ? 'Seen' : 'Not seen'}</Tag>
      ),
      sightingPlaces[each.how],
      each.withdrawnBecause ?? each.whatChecked,
      <>
        {each.evidenceId === current ? 'This one' : 'An earlier one'}
        {each.commissionerId === mine.organisationId && !each.withdrawnAt && (
          <div>
            <a class="govuk-link" href={`${here}/sightings/${each.id}/take-back`}>
              Take back<span class="govuk-visually-hidden"> what you saw on {each.seenOn}</span>
            </a>
          </div>
        )}
      </>,
    ])}
  />
)
