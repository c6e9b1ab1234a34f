import { z } from 'zod'
import { fairAccessCategories } from '#domain/codes/fair-access-category.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  SummaryList,
  WarningText,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { childOf } from './child.query.ts'
import { fairAccessDraft, sendFairAccess } from './refer.ts'
import { standingOf, standingRows } from './standing.tsx'

export const checkFairAccessPage = formPage({
  path: '/fair-access/:referral/check',
  permission: 'fair-access.refer',
  async load({ tx, params }) {
    const draft = await fairAccessDraft({ tx }, params.referral)
    if (!draft.child_id) throw new NotFound()
    return {
      draft,
      child: await childOf(tx, draft.child_id),
      standing: await standingOf(tx, draft.child_id),
    }
  },
  discloses: ({ draft }) => ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: draft.id,
    childId: draft.child_id ?? undefined,
  }),
  schema: z.object({}),
  version: ({ draft }) => draft.version,
  view({ draft, child, standing }, form) {
    const category = fairAccessCategories.find(draft.category ?? '')
    const change = `/fair-access/new/${child.id}`
    const row = (key: string, value: string | null | undefined) => ({
      key,
      value: value || 'Not given',
      actions: [{ href: change, children: 'Change', visuallyHiddenText: key.toLowerCase() }],
    })
    return (
      <Layout title="Check the referral" form={form} before={<BackLink href={change} />}>
        <ErrorSummary form={form} />
        <PageHeading caption={`R-${draft.reference}, ${child.forename} ${child.surname}`}>
          Check the referral before you send it
        </PageHeading>
        {standing.stop && <WarningText>{standing.stop}</WarningText>}
        <SummaryList
          rows={[
            ...standingRows(standing, child.id),
            row('Category', category && `(${category.letter}) ${category.name}`),
            row('Evidence', draft.evidence),
            row(
              'In-year measures tried',
              draft.in_year_measures_tried ? `Yes. ${draft.in_year_measures ?? ''}` : 'No',
            ),
            row('Taken under the protocol on', draft.received_on && dayInWords(draft.received_on)),
            row('Partnership', draft.partnership),
            row('Schools the family prefers', draft.preferred_schools),
            row('What the panel should know', draft.reason),
          ]}
        />
        <Form version={draft.version}>
          <Button>Send the referral</Button>
        </Form>
      </Layout>
    )
  },
  async submit(visit, { draft, standing }) {
    if (standing.stop) throw new Refusal(standing.stop)
    await sendFairAccess(visit, draft.id)
    return `/fair-access/${draft.id}/sent`
  },
})
