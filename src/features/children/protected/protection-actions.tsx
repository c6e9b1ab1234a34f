import { Button, Form } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { Protection } from './locations.query.ts'

/** What a safeguarding lead can do about a protected address, and what takes two. */
export const ProtectionActions = ({
  childId,
  holder,
  ending,
  me,
}: {
  childId: string
  holder: { id: string; name: string }
  ending: Protection['ending']
  me: Pick<Me, 'userId' | 'organisationId' | 'organisationName'>
}) => {
  const at = `/children/${childId}/protected`
  if (holder.id !== me.organisationId)
    return (
      <Form action={`${at}/take-over`}>
        <p class="govuk-body">Others are told to go through {holder.name}.</p>
        <Button>Send others to {me.organisationName} from now on</Button>
      </Form>
    )
  return (
    <>
      <p class="govuk-body">Others are told to go through {holder.name}.</p>
      <div class="govuk-button-group">
        <Button href={`${at}/change`} variant="secondary">
          The child has moved
        </Button>
        {!ending && (
          <Button href={`${at}/end`} variant="secondary">
            Propose to end the protection
          </Button>
        )}
        {ending && ending.byId !== me.userId && (
          <Form action={`${at}/end/confirm`} classes="onroll-inline-form">
            <Button variant="warning">Confirm that the protection ends</Button>
          </Form>
        )}
        {ending && (
          <Form action={`${at}/end/withdraw`} classes="onroll-inline-form">
            <Button variant="secondary">Keep the protection</Button>
          </Form>
        )}
      </div>
    </>
  )
}
