/** Pages that nobody is shown in this world, each with the reason why nothing can leak there. It may only grow shorter. */
export const shownToNobody: Readonly<Record<string, string>> = {
  '/set-up': 'Shown while the database holds nobody; here it leads to signing in.',
}
