/** Below a list: the same list as a file. One that holds more than a file may says how much of it the file has. */
export const DownloadList = ({
  href,
  total = 0,
  most = Number.POSITIVE_INFINITY,
}: {
  href: string
  total?: number
  most?: number
}) => (
  <p class="govuk-body">
    <a class="govuk-link" href={href}>
      {total > most ? `Download the first ${most} of this list (CSV)` : 'Download this list (CSV)'}
    </a>
    {total > most && '. Narrow the list to have the others in a file'}
  </p>
)
