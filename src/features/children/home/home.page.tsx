import { may } from '#domain/permissions.ts'
import { Button, ButtonGroup } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { type Corrections, correctionsOf } from '../correct.ts'
import { childPage } from '../record/child-page.tsx'
import { nowAndBefore, RecordCard } from '../record/history.tsx'
import { authorityName, period, sourceWords } from '../words.ts'
import { type Address, addressesOf } from './home.query.ts'

/** Where the child lives, and so which authority’s child it is. */
export const homePage = childPage({
  path: '/children/:child/home',
  section: 'home',
  title: 'Home',
  load: async ({ tx }, { child }) => ({
    addresses: await addressesOf(tx, child.id),
    corrections: await correctionsOf(tx, child.id, 'child_address'),
  }),
  view({ addresses, corrections }, { child }, { me, today }) {
    const { now, others } = nowAndBefore(addresses, today)
    const card = (address: Address) => (
      <AddressCard {...{ address, corrections, me }} childId={child.id} />
    )
    if (child.protectedBy)
      return may(me, 'child.protect') ? (
        <Button variant="secondary" href={`/children/${child.id}/protected`}>
          Open the protected address
        </Button>
      ) : (
        <p class="govuk-body">Nothing about where the child lives is kept here.</p>
      )
    return (
      <>
        <h2 class="govuk-heading-m">Lives now</h2>
        {now.length === 0 && <p class="govuk-body">No address is on record.</p>}
        {now.map(card)}
        <ButtonGroup>
          {may(me, 'child.change') && (
            <Button variant="secondary" href={`/children/${child.id}/home/new`}>
              {addresses.length === 0 ? 'Add an address' : 'The child has moved'}
            </Button>
          )}
          {may(me, 'child.protect') && (
            <Button variant="secondary" href={`/children/${child.id}/protected/new`}>
              Protect this child’s address
            </Button>
          )}
        </ButtonGroup>
        {others.length > 0 && <h2 class="govuk-heading-m">Earlier and later</h2>}
        {others.map(card)}
      </>
    )
  },
})

const AddressCard = ({
  address,
  corrections,
  childId,
  me,
}: {
  address: Address
  corrections: Corrections
  childId: string
  me: Me
}) => (
  <RecordCard
    title={period(address.fromOn, address.toOn)}
    rows={[
      { key: 'Address', value: <AddressLines {...address} /> },
      {
        key: 'Home authority',
        value: address.homeAuthority
          ? `${authorityName(address.homeAuthority)}, ${sourceWords[address.authoritySource]}`
          : 'Not known',
      },
      address.correctionReason !== null && {
        key: 'Why it was corrected',
        value: address.correctionReason,
      },
      address.homeArea !== null && { key: 'Home partnership area', value: address.homeArea },
    ]}
    recorded={address}
    corrections={corrections.get(address.id)}
    actions={
      may(me, 'child.change')
        ? [{ href: `/children/${childId}/home/${address.id}/correct`, text: 'Correct' }]
        : []
    }
  />
)

export const AddressLines = ({
  street,
  town,
  postcode,
}: {
  street: string | null
  town: string | null
  postcode: string | null
}) => {
  const lines = [...(street?.split('\n') ?? []), town].filter(Boolean)
  if (lines.length === 0 && !postcode) return <>Not recorded</>
  return (
    <>
      {lines.map(line => (
        <>
          {line}
          <br />
        </>
      ))}
      {postcode && <span data-postcode="ordinary">{postcode}</span>}
    </>
  )
}
