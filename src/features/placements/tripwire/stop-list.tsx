import { Details } from '#govuk/index.ts'
import { officersDecision, type Stop } from './tripwire.ts'

const most = 3

/** What stands in the way, by rule; what one rule says many times over is folded. */
export const StopList = ({ stops, provider }: { stops: readonly Stop[]; provider: string }) => (
  <ul class="govuk-list govuk-list--bullet">
    {[...Map.groupBy(stops, ({ rule }) => rule)].map(([rule, group]) => (
      <li>
        {group.length <= most ? (
          group.map(({ message }) => `${message} `)
        ) : (
          <>{group.length} things that one rule asks for. </>
        )}
        {rule === officersDecision ? (
          <a class="govuk-link" href={`/providers/${provider}/approval`}>
            What was decided
          </a>
        ) : (
          <a class="govuk-link" href={`/rules/${rule}`}>
            Rule {rule}
          </a>
        )}
        {group.length > most && (
          <Details summary={`Show all ${group.length} under rule ${rule}`}>
            <ul class="govuk-list govuk-list--bullet">
              {group.map(({ message }) => (
                <li>{message}</li>
              ))}
            </ul>
          </Details>
        )}
      </li>
    ))}
  </ul>
)
