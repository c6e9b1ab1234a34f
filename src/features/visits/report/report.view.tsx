import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { SummaryCard, SummaryList, Tag } from '#govuk/index.ts'
import { scrutinyGrid } from '#rules/data/scrutiny-grid.ts'
import type { ItemRow, VisitAnswers, VisitRecord, VisitRow } from '../visit.query.ts'
import { gradeTones, gradeWords, interviewKinds, itemText } from '../words.ts'

/** When, who and how, above what was found. */
export const AboutVisit = ({ visit, changeHref }: { visit: VisitRow; changeHref?: string }) => (
  <SummaryList
    card={{
      title: 'The visit',
      ...(changeHref ? { actions: [{ href: changeHref, children: 'Change' }] } : {}),
    }}
    rows={[
      {
        key: 'Provider',
        value: (
          <a href={`/providers/${visit.provider_id}`} class="govuk-link">
            {visit.providerName}
          </a>
        ),
      },
      visit.siteName !== null && { key: 'Site', value: visit.siteName },
      { key: 'Made by', value: visit.commissionerName },
      visit.visited_on
        ? { key: 'Visited on', value: dayInWords(visit.visited_on) }
        : { key: 'Planned for', value: dayInWords(visit.planned_on) },
      { key: 'Who visited', value: visit.visitors ?? 'Not said yet' },
      visit.purpose !== null && { key: 'To be looked at', value: visit.purpose },
      { key: 'Annual assessment', value: visit.annual_assessment ? 'Yes' : 'No' },
      visit.status !== 'planned' && {
        key: 'Pupils spoken to',
        value: visit.pupils_spoken_to ?? 'Not said yet',
      },
      visit.status !== 'planned' && {
        key: 'Proof of insurance',
        value: [
          visit.insurance_checked === null
            ? 'Not said yet'
            : visit.insurance_checked
              ? 'Asked for'
              : 'Not asked for',
          visit.insurance_note,
        ]
          .filter(Boolean)
          .join('. '),
      },
      visit.status !== 'planned' && {
        key: 'Summary',
        value: <span class="onroll-lines">{visit.summary ?? 'Not written yet'}</span>,
      },
      visit.cancelled_because !== null && {
        key: 'Cancelled because',
        value: visit.cancelled_because,
      },
    ]}
  />
)

/** Area by area: how it is judged, and what that rests on. */
export const Areas = ({
  record,
  writeHref,
}: {
  record: VisitRecord
  /** Where the record is written; absent for who only reads. */
  writeHref?: string | undefined
}) => (
  <>
    {scrutinyGrid.map(({ id, title }) => {
      const judgement = record.judgements.find(({ section }) => section === id)
      const items = record.items.filter(({ section }) => section === id)
      return (
        <SummaryCard
          title={`${id}. ${title}`}
          {...(writeHref
            ? {
                actions: [
                  {
                    href: `${writeHref}/areas/${id}`,
                    children: judgement ? 'Judge anew' : 'Judge this area',
                  },
                ],
              }
            : {})}
        >
          {judgement ? (
            <>
              <p class="govuk-body">
                {judgement.grade && (
                  <Tag tone={gradeTones[judgement.grade]}>{gradeWords[judgement.grade]}</Tag>
                )}
              </p>
              <p class="govuk-body onroll-lines">{judgement.judgement}</p>
            </>
          ) : (
            <p class="govuk-body">Not judged yet.</p>
          )}
          <h3 class="govuk-heading-s">Looked at</h3>
          {items.length === 0 ? (
            <p class="govuk-body">Nothing yet.</p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {items.map(item => (
                <li>
                  <Item item={item} writeHref={writeHref} />
                </li>
              ))}
            </ul>
          )}
        </SummaryCard>
      )
    })}
  </>
)

const Item = ({ item, writeHref }: { item: ItemRow; writeHref?: string | undefined }) => {
  const words = itemText(item.item) ?? item.free_words
  return (
    <>
      {words}
      {item.note && <span class="onroll-lines">: {item.note}</span>}
      {writeHref && (
        <>
          {' '}
          <a class="govuk-link" href={`${writeHref}/entries/${item.id}`}>
            Change<span class="govuk-visually-hidden"> {words}</span>
          </a>
        </>
      )}
    </>
  )
}

export const Interviews = ({
  interviews,
  writeHref,
}: {
  interviews: VisitRecord['interviews']
  writeHref?: string | undefined
}) => (
  <SummaryCard title="Talks">
    {interviews.length === 0 ? (
      <p class="govuk-body">None recorded.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {interviews.map(talk => {
          const who = `${interviewKinds[talk.kind]}${talk.job ? `: ${talk.job}` : ''}`
          return (
            <li>
              {`${who} (${talk.people})`}
              {talk.note && <span class="onroll-lines">. {talk.note}</span>}
              {writeHref && (
                <>
                  {' '}
                  <a class="govuk-link" href={`${writeHref}/entries/${talk.id}`}>
                    Change<span class="govuk-visually-hidden"> {who}</span>
                  </a>
                </>
              )}
            </li>
          )
        })}
      </ul>
    )}
  </SummaryCard>
)

/** What the provider says stands beside the report, and never inside it. */
export const Replies = ({ replies }: Pick<VisitAnswers, 'replies'>) => (
  <SummaryCard title="What the provider says">
    {replies.length === 0 ? (
      <p class="govuk-body">The provider has not replied.</p>
    ) : (
      replies.map(({ reply, at, by }) => (
        <>
          <p class="govuk-body onroll-lines">{reply}</p>
          <p class="govuk-hint">
            {by ? `${by}, ` : ''}
            {dayInWords(londonDay(at))}
          </p>
        </>
      ))
    )}
  </SummaryCard>
)
