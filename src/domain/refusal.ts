/** The domain says no, in words fit for the person who asked. Shown as written, with status 409. */
export class Refusal extends Error {}

/** There is no such thing, or it is not for this person: the two look alike. Shown as status 404. */
export class NotFound extends Error {
  constructor(message = 'Page not found') {
    super(message)
  }
}
