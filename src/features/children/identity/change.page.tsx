import { z } from 'zod'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  SummaryList,
  TwoThirds,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { identityOf } from '../record/identity.query.ts'
import { ChildIdentityBar } from '../record/identity-bar.tsx'
import { decideChange } from './propose-change.ts'
import { waitingChange } from './proposed-change.query.ts'
import { changeInWords } from './waiting-change.tsx'

export const changePage = formPage({
  path: '/children/changes/:change',
  permission: 'child.change',
  async load({ tx, params, today, me }) {
    const change = await waitingChange(tx, params.change)
    const child = await identityOf(tx, change.childId, today)
    const other = change.otherChildId ? await identityOf(tx, change.otherChildId, today) : undefined
    const own = change.proposedById === me.userId
    const mayDecide =
      own || me.role === 'coordinator' || change.organisationId === me.organisationId
    if (!mayDecide || (change.kind === 'merge' && !other)) throw new NotFound()
    return { change, child, other, own }
  },
  discloses: ({ child, other }) =>
    [child, ...(other ? [other] : [])].map(({ id }) => ({
      event: 'child.viewed',
      subjectKind: 'child',
      subjectId: id,
      childId: id,
      detail: { section: 'proposed change' },
    })),
  version: ({ change }) => change.version,
  schema: ({ own }) =>
    z
      .object({
        answer: z.enum(
          ['confirmed', 'refused', 'withdrawn'],
          'Choose whether you confirm the change',
        ),
      })
      .refine(({ answer }) => own === (answer === 'withdrawn'), {
        path: ['answer'],
        error: own
          ? 'Somebody else must confirm what you proposed'
          : 'Choose whether you confirm the change',
      }),
  view: ({ change, child, other, own }, form) => (
    <Layout
      title={changeInWords(change)}
      form={form}
      before={<BackLink href={`/children/${child.id}`} />}
    >
      <ErrorSummary form={form} />
      <ChildIdentityBar child={child} link />
      {other && <ChildIdentityBar child={other} link label={`About ${other.reference}`} />}
      <TwoThirds>
        <div class="govuk-!-margin-top-6">
          <PageHeading>{changeInWords(change)}</PageHeading>
        </div>
        <SummaryList
          rows={[
            change.kind === 'upn' && { key: 'UPN on record', value: change.upn ?? 'None' },
            change.kind === 'upn' && { key: 'New UPN', value: change.newUpn ?? 'None' },
            change.kind === 'birth-date' && {
              key: 'Date of birth on record',
              value: dayInWords(change.birthDate),
            },
            change.newBirthDate !== null && {
              key: 'New date of birth',
              value: dayInWords(change.newBirthDate),
            },
            other !== undefined && {
              key: 'Record that is kept',
              value: `${child.name}, ${child.reference}`,
            },
            other !== undefined && {
              key: 'Record that is joined into it',
              value: `${other.name}, ${other.reference}`,
            },
            { key: 'Reason', value: change.reason },
            {
              key: 'Proposed by',
              value: `${change.proposedBy}, ${change.organisation}, on ${momentInWords(change.proposedAt)}`,
            },
          ]}
        />
        <Form version={change.version}>
          {own ? (
            <>
              <p class="govuk-body">
                Somebody else must confirm what you proposed. Until then you can take it back.
              </p>
              <Button name="answer" value="withdrawn" variant="secondary">
                Take the proposal back
              </Button>
            </>
          ) : (
            <>
              <Radios
                name="answer"
                label="Do you confirm this change?"
                labelSize="m"
                hint="Confirm only what you have seen proof of yourself"
                form={form}
                items={{
                  confirmed: 'Yes, make the change',
                  refused: 'No, leave the record as it is',
                }}
              />
              <Button preventDoubleClick>Decide</Button>
            </>
          )}
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { change, child }, { answer }) {
    await decideChange(visit, change, answer)
    visit.flash(
      answer === 'confirmed'
        ? 'The change has been made'
        : answer === 'refused'
          ? 'The change has been refused'
          : 'Your proposal has been taken back',
    )
    return `/children/${child.id}`
  },
})
