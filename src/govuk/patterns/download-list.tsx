/** Below a list: the same list as a file. */
export const DownloadList = ({ href }: { href: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={href}>
      Download this list (CSV)
    </a>
  </p>
)
