import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  SummaryCard,
  WarningText,
} from '#govuk/index.ts'
import { formPage, page } from '#platform/http/page.tsx'
import { agendaOf } from './agenda.query.ts'
import { meetingById, meetingName } from './move-meeting.ts'
import { releasePack } from './pack.ts'
import { packContent } from './pack-content.query.ts'
import { PackItem } from './pack-item.tsx'
import { packsOf } from './packs.query.ts'

/** What members would read, shown before they can. */
export const releasePage = formPage({
  path: '/meetings/:meeting/release',
  permission: 'pack.release',
  async load(visit) {
    const meeting = await meetingById(visit, visit.params.meeting)
    return {
      meeting,
      items: await packContent(visit, meeting.id),
      released: (await packsOf(visit.tx, meeting.id)).length > 0,
    }
  },
  discloses: ({ meeting }) => ({
    event: 'pack.read',
    subjectKind: 'meeting',
    subjectId: meeting.id,
  }),
  schema: z.object({}),
  view: ({ meeting, items, released }, form) => (
    <Layout
      title="Release the papers"
      form={form}
      before={<BackLink href={`/meetings/${meeting.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`Meeting ${meetingName(meeting)}`}>Release the papers</PageHeading>
      <InsetText>
        Invited members can read exactly this, signed in, until the minutes are agreed and five
        school days after. Nothing is attached to any e-mail.
      </InsetText>
      {released && (
        <WarningText>
          Papers were released before. This version takes their place; the old one can no longer be
          read.
        </WarningText>
      )}
      {items.map(({ content }) => (
        <SummaryCard title={`R-${content.reference}: ${content.child}`}>
          <PackItem content={content} />
        </SummaryCard>
      ))}
      <Form>
        <Button disabled={items.length === 0}>Release the papers</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { meeting }) {
    const { number, items } = await releasePack(visit, meeting)
    visit.flash(
      `Version ${number} of the papers is released, with ${items === 1 ? 'one case' : `${items} cases`}`,
    )
    return `/meetings/${meeting.id}`
  },
})

/** The papers as an invited member finds them: the list of cases that he or she may read. */
export const papersPage = page({
  path: '/meetings/:meeting/papers',
  permission: 'pack.read',
  async load(visit) {
    const meeting = await meetingById(visit, visit.params.meeting)
    const readable = await visit.tx
      .selectFrom('pack_item')
      .innerJoin('pack', 'pack.id', 'pack_item.pack_id')
      .select(['pack_item.agenda_item_id', 'pack_item.content', 'pack.number', 'pack.released_at'])
      .where('pack.meeting_id', '=', meeting.id)
      .where('pack.superseded_at', 'is', null)
      .where('pack.recalled_at', 'is', null)
      .execute()
    const order = await agendaOf(visit, meeting.id)
    return { meeting, readable, order }
  },
  discloses: ({ meeting, readable }) => ({
    event: 'pack.read',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    detail: { cases: readable.length },
  }),
  view({ meeting, readable, order }) {
    const cases = order.flatMap(
      ({ id }) => readable.find(({ agenda_item_id }) => agenda_item_id === id) ?? [],
    )
    return (
      <Layout title="Papers" before={<BackLink href={`/meetings/${meeting.id}`} />}>
        <PageHeading caption={`Meeting ${meetingName(meeting)}`}>Papers</PageHeading>
        {cases[0] ? (
          <p class="govuk-body">{`Version ${cases[0].number}, released ${momentInWords(cases[0].released_at)}. For the panel only: do not copy or forward.`}</p>
        ) : (
          <p class="govuk-body">There are no papers that you can read now.</p>
        )}
        <ol class="govuk-list govuk-list--number">
          {cases.map(({ agenda_item_id, content }) => {
            const { reference, child, referredBy } = content as {
              reference: number
              child: string
              referredBy: string
            }
            return (
              <li>
                <a
                  class="govuk-link"
                  href={`/meetings/${meeting.id}/items/${agenda_item_id}`}
                >{`R-${reference}: ${child}`}</a>
                {`, referred by ${referredBy}`}
              </li>
            )
          })}
        </ol>
      </Layout>
    )
  },
})
