import type { ComponentChildren } from 'preact'
import { names, type Options } from '../attributes.ts'
import { Details } from '../base/details.tsx'
import { Tag, type Tone } from '../base/tag.tsx'

/** What a rule found: how grave, what it is in a sentence, what to do, by what authority, and how it was worked out. */
export const DescriptionOfFinding = ({
  level,
  tone,
  sentence,
  whatToDo,
  who,
  by,
  sources,
  working,
  headingLevel = 3,
  id,
}: Options<{
  /** A word: “Must”, “Should”, “Check”, “Cannot tell”. */
  level: string
  tone: Tone
  sentence: ComponentChildren
  whatToDo?: ComponentChildren
  /** Who has to see to it. */
  who?: string
  /** The day by which, in words. */
  by?: string
  sources: readonly Options<{ text: string; standing: string; href?: string }>[]
  working?: ComponentChildren
  headingLevel?: number
  id?: string
}>) => {
  const Heading = `h${headingLevel}` as 'h3'
  return (
    <article class={names('onroll-finding', `onroll-finding--${tone}`)} id={id}>
      <Heading class="onroll-finding__sentence">
        <Tag tone={tone}>{level}</Tag> {sentence}
      </Heading>
      {whatToDo && (
        <p class="govuk-body onroll-finding__remedy">
          <strong>What to do:</strong> {whatToDo}
        </p>
      )}
      {(who || by) && (
        <p class="govuk-body onroll-finding__who">
          {who && (
            <>
              <strong>Who sees to it:</strong> {who}
            </>
          )}
          {who && by && '. '}
          {by && (
            <>
              <strong>By:</strong> {by}
            </>
          )}
        </p>
      )}
      <ul class="onroll-finding__sources">
        {sources.map(({ text, standing, href }) => (
          <li>
            {standing}:{' '}
            {href ? (
              <a class="govuk-link" href={href}>
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
      {working && <Details summary="How this was worked out">{working}</Details>}
    </article>
  )
}
