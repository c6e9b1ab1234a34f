import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { childPage } from '#features/children/index.ts'
import { EmptyState } from '#govuk/index.ts'
import { assuredFor } from './assured.query.ts'
import { AssuredView } from './assured-view.tsx'
import { missingFor } from './missing.ts'
import { WeekTable } from './week-table.tsx'

/** Assurance of one child on one page, to read and to print: what is missing first, then what there is. */
export const assurancePage = childPage({
  path: '/children/:child/assurance',
  section: 'assurance',
  title: 'Assurance',
  permission: 'assurance.read',
  load: ({ tx, today }, { child }) => assuredFor(tx, child.id, today),
  view: (all, { child }, { today, me }) => (
    <>
      <p class="govuk-body">
        As it stands on {dayInWords(today)}, as far as you may see it. Print this page to hand it
        over.
      </p>
      {all.length === 0 ? (
        <EmptyState title="The child is at no provider">
          When a placement is accepted or live, what shows that it is right and safe is gathered
          here.
        </EmptyState>
      ) : (
        <>
          <h2 class="govuk-heading-m">What is missing</h2>
          {all.map(each => {
            const missing = missingFor(each, today)
            return (
              <>
                <h3 class="govuk-heading-s">{each.provider}</h3>
                {missing.length === 0 ? (
                  <p class="govuk-body">Nothing that Onroll asks for.</p>
                ) : (
                  <ul class="govuk-list govuk-list--bullet">
                    {missing.map(thing => (
                      <li>
                        {thing.href && may(me, 'placement.read') ? (
                          <a class="govuk-link" href={thing.href}>
                            {thing.what}
                          </a>
                        ) : (
                          thing.what
                        )}
                      </li>
                    ))}
                  </ul>
                )}
              </>
            )
          })}
          <h2 class="govuk-heading-m">Who and where</h2>
          <p class="govuk-body">
            {child.name}, {child.year},{' '}
            {child.schoolOfRoll ? `on roll at ${child.schoolOfRoll.name}` : 'on no roll'}
            {child.alsoAt.length > 0 && `, and also at ${child.alsoAt.join(', ')}`}.
          </p>
          <WeekTable all={all} />
          {all.map(each => (
            <AssuredView
              assured={each}
              today={today}
              seesForms={may(me, 'questionnaire.read')}
              seesShared={may(me, 'disclosure.read')}
            />
          ))}
        </>
      )}
    </>
  ),
})
