import { writeReference } from '#domain/reference.ts'
import type { GraveRow } from './planning-call.query.ts'

/** What inspectors may weigh, placement by placement, so that it can be mended before they call. */
export const Grave = ({ rows }: { rows: readonly GraveRow[] }) => {
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  return (
    <div class="govuk-!-display-none-print">
      <p class="govuk-body">
        {all === 1 ? 'One grave finding stands' : `${all} grave findings stand`} on placements of
        your pupils. Inspectors may weigh them: mend them first (rule{' '}
        <a class="govuk-link" href="/rules/OFS-07">
          OFS-07
        </a>
        ).
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {rows.map(({ id, reference, provider, count }) => (
          <li>
            <a class="govuk-link" href={`/placements/${id}`}>
              {writeReference('placement', reference)}
            </a>
            {`${provider ? ` at ${provider}` : ''}: ${count}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
