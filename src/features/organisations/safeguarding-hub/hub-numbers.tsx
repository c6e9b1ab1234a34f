import { NoBreak } from '#govuk/index.ts'
import type { Hub } from './hub.query.ts'

/** The numbers of the safeguarding hub, to press on a phone; or, while nobody has entered them, where they are to be found. */
export const HubNumbers = ({ hub }: { hub: Hub }) =>
  hub.telephone || hub.outOfHours ? (
    <>
      {hub.name ?? 'The authority’s safeguarding hub'}
      {hub.telephone && (
        <>
          : <Telephone number={hub.telephone} />
        </>
      )}
      {hub.outOfHours && (
        <>
          {hub.telephone ? '. ' : ', '}
          {hub.telephone ? 'Outside its hours: ' : 'outside its hours: '}
          <Telephone number={hub.outOfHours} />
        </>
      )}
      .
    </>
  ) : (
    <>
      The number of the safeguarding hub is not entered in Onroll. Take it from your safeguarding
      procedure. The authority’s administrators can enter it under the details of the authority.
    </>
  )

const Telephone = ({ number }: { number: string }) => (
  <a class="govuk-link" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
    <NoBreak>{number}</NoBreak>
  </a>
)
