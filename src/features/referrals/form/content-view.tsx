import { SummaryList } from '#govuk/index.ts'
import type { Content, SentSection } from './content.ts'

/** A referral in words, part by part: what is about to be sent, or what was. */
export const ContentView = ({
  content,
  changeHref,
}: {
  content: Content
  /** Where a part is changed; without it nothing can be. */
  changeHref?: (section: string) => string
}) => (
  <>
    {content.sections.map(section => (
      <SectionView section={section} {...(changeHref ? { href: changeHref(section.key) } : {})} />
    ))}
  </>
)

const SectionView = ({ section, href }: { section: SentSection; href?: string }) => (
  <SummaryList
    card={{
      title: section.title,
      ...(href ? { actions: [{ href, children: 'Change' }] } : {}),
    }}
    rows={[
      ...section.answers.map(({ question, answer }) => ({
        key: question,
        value: <Lines text={answer} />,
      })),
      ...section.rows.map(row => ({
        key: row.title,
        value: (
          <dl class="govuk-body govuk-!-margin-bottom-0">
            {row.answers.slice(1).map(({ question, answer }) => (
              <>
                <dt class="govuk-!-font-weight-bold">{question}</dt>
                <dd class="govuk-!-margin-left-0 govuk-!-margin-bottom-2">
                  <Lines text={answer} />
                </dd>
              </>
            ))}
          </dl>
        ),
      })),
      section.answers.length === 0 &&
        section.rows.length === 0 && { key: section.title, value: 'Nothing' },
    ]}
  />
)

/** Text with the line breaks its writer gave it. */
export const Lines = ({ text }: { text: string }) => {
  const lines = text.split('\n')
  return (
    <>
      {lines.map((line, at) => (
        <>
          {line}
          {at < lines.length - 1 && <br />}
        </>
      ))}
    </>
  )
}
