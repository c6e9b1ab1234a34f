import { newId } from '#domain/ids.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { assetUrl } from '#govuk/assets.ts'
import { Alert, Details, type FormState, hasErrors, InsetText } from '#govuk/index.ts'
import { deviceKey } from '#platform/http/device-key.ts'
import { formPage } from '#platform/http/page.tsx'
import { scrutinyGrid } from '#rules/data/scrutiny-grid.ts'
import { VisitFrame, visitHref } from '../frame.tsx'
import { ownVisit } from '../own-visit.ts'
import { entrySchema } from '../record/entry.ts'
import { whyNotEntered } from '../record/names.ts'
import { receiveEntry } from '../record/receive-entry.ts'
import { answersTo, type Photograph, recordOf, type VisitRecord } from '../visit.query.ts'
import { gradeWords, interviewKinds, itemText, sectionWords } from '../words.ts'
import { InterviewForm, ItemForm, JudgementForms } from './entry-forms.tsx'
import { PhotographForm } from './photograph-form.tsx'

/**
 * The page for the phone of whoever is there. Without script its forms are sent like any other. With it, each entry is
 * kept on the device first and sent when there is a signal (kept.js), and the page says which is where.
 */
export const onSitePage = formPage({
  path: '/visits/:visit/on-site',
  permission: 'visit.write',
  discloses: 'nothing personal',
  async load(visit) {
    const row = await ownVisit(visit, 'planned', 'draft')
    return {
      visit: row,
      record: await recordOf(visit.tx, row.id),
      photographs: (await answersTo(visit.tx, row.id)).photographs,
      deviceKey: deviceKey(visit.site, visit.me),
    }
  },
  schema: entrySchema,
  view: ({ visit, record, photographs, deviceKey }, form) => (
    <VisitFrame visit={visit} title="On site" form={form}>
      {visit.status === 'planned' && (
        <p class="govuk-body">
          Planned for {dayInWords(visit.planned_on)}. The visit begins with the first thing that you
          write down.
        </p>
      )}
      <Conflict form={form} />
      <div
        data-onroll-kept={`${visitHref(visit)}/entries`}
        data-onroll-kept-key={deviceKey}
        data-onroll-kept-page={`${visitHref(visit)}/on-site`}
      >
        <div data-onroll-kept-state role="status">
          <InsetText>Each entry is sent at once, so these forms need a signal.</InsetText>
        </div>
        <div data-onroll-kept-list />
      </div>
      <p class="govuk-body">
        Never write down a child’s name. Staff are called by their job.{' '}
        <a class="govuk-link" href={visitHref(visit)}>
          The whole record
        </a>
        {' · '}
        <a class="govuk-link" href="/visits/without-signal">
          What happens without a signal
        </a>
      </p>
      {visit.purpose && (
        <Details summary="What is to be looked at">
          <span class="onroll-lines">{visit.purpose}</span>
        </Details>
      )}
      <SoFar record={record} />
      <ItemForm form={formFor(form, 'item')} />
      <PhotographForm visit={visit} form={formFor(form, 'photograph')} />
      <InterviewForm form={formFor(form, 'interview')} />
      <JudgementForms form={form} judgements={record.judgements} />
      <Received record={record} photographs={photographs} />
      <script type="module" src={assetUrl('kept.js')} />
      <script type="module" src={assetUrl('photographs.js')} />
    </VisitFrame>
  ),
  async submit(visit, { visit: row }, entry) {
    const named = await whyNotEntered(visit.tx, row, entry)
    if (named) return { errors: named }
    const done = await receiveEntry(visit, row, newId(), entry)
    if (done.received) {
      visit.flash('It is received')
      return `${visitHref(row)}/on-site`
    }
    const { saved } = done
    const section = entry.what === 'judgement' ? entry.section : 'A'
    return {
      errors: {
        [`judgement-${section}`]: `${saved.by ?? 'Somebody'} has judged this area since you opened the page: “${saved.grade ? `${gradeWords[saved.grade]}. ` : ''}${saved.judgement}”. Yours is below. Press the button again to put it in its place.`,
      },
    }
  },
})

/** Several forms stand on this page: what was typed into one is shown in that one. */
const formFor = (form: FormState, what: string): FormState =>
  form.values['what'] === what ? form : { values: {}, errors: {} }

const Conflict = ({ form }: { form: FormState }) =>
  hasErrors(form) ? (
    <Alert kind="warning" title="Not received yet">
      <p class="govuk-body">What you typed is still in its form below.</p>
    </Alert>
  ) : null

/** How far the four areas are, of what the service holds: a report needs something looked at and a judgement in each. */
const SoFar = ({ record: { items, judgements } }: { record: VisitRecord }) => (
  <ul class="govuk-list">
    {scrutinyGrid.map(({ id, items: wanted }) => {
      const looked = new Set(
        items
          .filter(({ section }) => section === id)
          .map(({ item, free_words }) => item ?? free_words),
      )
      const isJudged = judgements.some(({ section }) => section === id)
      return (
        <li>
          {`${sectionWords[id]}: ${looked.size} looked at, of ${wanted.length} in the grid; ${isJudged ? 'judged' : 'not judged yet'}`}
        </li>
      )
    })}
  </ul>
)

/** What the service holds. Only this is safe when the phone is lost. */
const Received = ({
  record,
  photographs,
}: {
  record: VisitRecord
  photographs: readonly Photograph[]
}) => {
  const lines = [
    ...record.items.map(({ item, free_words, seen_at }) => ({
      at: seen_at,
      words: itemText(item) ?? free_words ?? '',
    })),
    ...record.interviews.map(({ kind, job, people, at }) => ({
      at,
      words: `Talk: ${interviewKinds[kind]}${job ? `, ${job}` : ''} (${people})`,
    })),
    ...record.judgements.map(({ section, grade, at }) => ({
      at,
      words: `${sectionWords[section]}: ${grade ? gradeWords[grade] : ''}`,
    })),
    ...photographs.map(({ uploaded_at, name }) => ({ at: uploaded_at, words: `File: ${name}` })),
  ].sort((one, other) => other.at.getTime() - one.at.getTime())
  return (
    <section aria-labelledby="received">
      <h2 class="govuk-heading-m" id="received">
        Received ({lines.length})
      </h2>
      {lines.length === 0 ? (
        <p class="govuk-body">Nothing yet.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map(({ at, words }) => (
            <li>{`${words}, ${momentInWords(at)}`}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
