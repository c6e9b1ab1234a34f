import type { IsoDate } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { Details, Table, Tag } from '#govuk/index.ts'
import { appendixTwo, letterOnly } from '#rules/data/documents.ts'
import { evidenceNames } from '../known/evidence-names.ts'
import type { Known } from '../known/known.query.ts'

const documents = [...appendixTwo, letterOnly]

/** What this commissioner has seen itself, with the day; and what it has not. */
export const EvidenceSeen = ({ known, today }: { known: Known; today: IsoDate }) => {
  const seen = known.sightings.filter(each => each.seen)
  const last = new Map([...seen].reverse().map(each => [each.document, each]))
  const unseen = documents.filter(({ id }) => !last.has(id))
  return (
    <>
      <h3 class="govuk-heading-s">Evidence seen by this commissioner</h3>
      <Table
        caption="Evidence seen"
        captionHidden
        head={['Document', 'Seen on', 'Valid to']}
        rows={[...last.values()].map(({ document, seen_on, expires_on }) => [
          evidenceNames(document),
          shortDayInWords(seen_on),
          expires_on ? (
            <span>
              {shortDayInWords(expires_on)} {expires_on < today && <Tag tone="red">Expired</Tag>}
            </span>
          ) : (
            ''
          ),
        ])}
        empty="None is recorded."
      />
      {unseen.length > 0 && (
        <Details summary={`${unseen.length} not seen by it`}>
          <ul class="govuk-list govuk-list--bullet">
            {unseen.map(({ title }) => (
              <li>{title}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
