import { shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { childPage } from '#features/children/index.ts'
import { FindingCard, findingsOfDirection } from '#features/findings/index.ts'
import { ButtonMenu, Table } from '#govuk/index.ts'
import { directionsOf } from './direction.query.ts'
import { purposes } from './direction.ts'
import { DirectionTag } from './direction-layout.tsx'

/** Every direction of a child, with what the rules say of those that run. */
export const directionsPage = childPage({
  path: '/children/:child/directions',
  section: 'programme',
  title: 'Off-site directions',
  permission: 'direction.read',
  async load({ tx }, { child }) {
    const directions = await directionsOf(tx, child.id)
    const open = directions.filter(({ status }) => status === 'draft' || status === 'issued')
    const findings = []
    for (const direction of open)
      findings.push({ direction, findings: await findingsOfDirection(tx, direction.id) })
    return { directions, findings }
  },
  view: ({ directions, findings }, { child }, { me }) => (
    <>
      <ButtonMenu
        items={
          may(me, 'direction.write')
            ? [{ text: 'Direct off-site', href: `/children/${child.id}/directions/new` }]
            : []
        }
      />
      <Table
        caption="Directions"
        head={['Direction', 'School', 'Purpose', 'Until', 'Status']}
        rows={directions.map(each => [
          <a class="govuk-link" href={`/directions/${each.id}`}>
            {each.name}
          </a>,
          each.schoolName,
          purposes[each.purpose],
          each.end_on ? shortDayInWords(each.end_on) : 'No day named',
          <DirectionTag status={each.status} />,
        ])}
        empty="No school has directed this child off-site."
      />
      {findings
        .filter(each => each.findings.length > 0)
        .map(each => (
          <>
            <h2 class="govuk-heading-m">
              What the rules say of the {each.direction.name.toLowerCase()}
            </h2>
            {each.findings.map(finding => (
              <FindingCard finding={finding} unless="" />
            ))}
          </>
        ))}
    </>
  ),
})
