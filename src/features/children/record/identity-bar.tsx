import { dayInWords } from '#domain/london-time.ts'
import { type Fact, IdentityBar, Tag } from '#govuk/index.ts'
import { authorityName } from '../words.ts'
import type { ChildIdentity } from './identity.query.ts'

/** Whom the page is about: name, year, school of roll, and the few things that change what one does. */
export const ChildIdentityBar = ({
  child,
  link,
  label,
}: {
  child: ChildIdentity
  link?: boolean
  /** Where there are two on one page, whom each is about. */
  label?: string
}) => (
  <>
    <IdentityBar
      {...(label ? { label } : {})}
      name={
        link ? (
          <a class="govuk-link govuk-link--no-visited-state" href={`/children/${child.id}`}>
            {child.name}
          </a>
        ) : (
          child.name
        )
      }
      facts={factsOf(child)}
      tags={hasTags(child) && <ChildTags child={child} />}
    />
    {child.protectedBy && <DoNotDisclose holder={child.protectedBy} />}
  </>
)

export const ChildTags = ({
  child,
}: {
  child: Pick<ChildIdentity, 'specialNeeds' | 'care' | 'topUp'>
}) => (
  <>
    {child.specialNeeds === 'ehcp' && <Tag tone="purple">EHCP</Tag>}
    {child.specialNeeds === 'sen-support' && <Tag tone="teal">SEN support</Tag>}
    {child.topUp && <Tag tone="teal">Top-up</Tag>}
    {child.care?.status === 'looked-after' && <Tag tone="turquoise">Looked after</Tag>}
    {child.care?.status === 'previously-looked-after' && (
      <Tag tone="grey">Previously looked after</Tag>
    )}
  </>
)

const hasTags = ({ specialNeeds, topUp, care }: ChildIdentity) =>
  specialNeeds === 'ehcp' ||
  specialNeeds === 'sen-support' ||
  topUp ||
  (care !== undefined && care.status !== 'never-looked-after')

/** Row 5 of the access matrix, in its own words: whoever may contact the family reads this and nothing more. */
export const DoNotDisclose = ({ holder }: { holder: string }) => (
  <div class="govuk-inset-text">
    <strong>Protected address.</strong> Do not disclose or ask: go through {holder}.
  </div>
)

const factsOf = (child: ChildIdentity): Fact[] => [
  ...(child.knownAs ? [{ label: 'Known as', value: child.knownAs }] : []),
  { label: 'Born', value: dayInWords(child.birthDate) },
  { label: 'Year group', value: child.year },
  { label: 'School of roll', value: child.schoolOfRoll?.name ?? 'None recorded' },
  ...(child.alsoAt.length > 0
    ? [{ label: 'Also on roll at', value: child.alsoAt.join(', ') }]
    : []),
  ...(child.care?.status === 'looked-after'
    ? [{ label: 'Looked after by', value: authorityName(child.care.authority) ?? 'Not known' }]
    : []),
  { label: 'Reference', value: child.reference },
]
