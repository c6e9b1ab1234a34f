import { dayInWords } from '#domain/london-time.ts'
import { Tag } from '#govuk/index.ts'
import type { NumberCheck } from './profile.query.ts'

/** What the imported register says of a provider’s number: said plainly also when it says nothing. */
export const NumberInRegister = ({
  number: { urn, school, registerAsOf, lookedUp },
  provider,
  looksUp,
}: {
  number: NumberCheck
  provider: string
  looksUp: boolean
}) => (
  <>
    <div>{urn}</div>
    {school ? (
      <div>
        <Tag tone="green">In the register</Tag> as{' '}
        <a class="govuk-link" href={`/organisations/${school.id}`}>
          {school.name}
        </a>
        {school.closedOn && `, closed on ${dayInWords(school.closedOn)}`}
      </div>
    ) : (
      <div>
        <Tag tone="orange">Not in the register</Tag>{' '}
        {registerAsOf
          ? `No school with this number is in the register as imported on ${dayInWords(registerAsOf)}. The import may not hold schools of other authorities.`
          : 'The register of schools has not been imported, so nobody has compared the number.'}
      </div>
    )}
    {lookedUp && (
      <div>
        {lookedUp.by} {lookedUp.confirmed ? 'found it' : 'did not find it'} on{' '}
        {dayInWords(lookedUp.checkedOn)} ({lookedUp.source}).
      </div>
    )}
    {!school && !lookedUp?.confirmed && (
      <div>Until the number is found, the rules count this provider as not registered.</div>
    )}
    {looksUp && !school && (
      <div>
        <a class="govuk-link" href={`/providers/${provider}/number`}>
          Record that you looked it up
        </a>
      </div>
    )}
  </>
)
