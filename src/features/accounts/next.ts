import type { Visit } from '#platform/http/visit.ts'

/** Where somebody wanted to go before signing in, if that is a page of ours; otherwise the start page. */
export const placeAfterSignIn = (
  { isPlace }: Pick<Visit, 'isPlace'>,
  next: string | undefined | null,
): string => (next && isPlace(next) ? next : '/')
