/** The words of a notice, one paragraph after the other, as they are sent. */
export const NoticeView = ({ text }: { text: string }) => (
  <>
    {text.split('\n\n').map(paragraph => (
      <p class="govuk-body">
        {paragraph.split('\n').map((line, at) => (
          <>
            {at > 0 && <br />}
            {line}
          </>
        ))}
      </p>
    ))}
  </>
)
