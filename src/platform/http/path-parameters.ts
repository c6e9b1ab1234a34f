/**
 * What a path parameter may look like when it is no uuid, by its name. Whatever is not named here must be a uuid, so a
 * page that forgets its line is never found, and no odd text reaches a query.
 */
const patterns: Readonly<Record<string, string>> = {
  // The id of a rule or a disagreement, as people speak it: RTE-06, C-01.
  rule: '[A-Z]{2,3}-\\d{2}',
  contradiction: 'C-\\d{2}',
  parameter: 'P-[A-Z0-9]{1,16}(?:-[A-Z0-9]{1,16}){0,4}',
  // A document of Appendix 2 that a provider shows.
  document: 'DOC-\\d{2}',
  // One of the four areas of a visit.
  area: '[A-D]',
  // A question of the Questionnaire for Commissioners.
  number: '(?:[1-9]|1[0-5])',
  // Who agrees to a placement: a school, a provider, the child, or a contact by its id.
  party: '(?:school|provider|child|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})',
  // An article by the words of its address.
  article: '[a-z0-9]+(?:-[a-z0-9]+){0,14}',
}
const uuid = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'

export const patternOf = (name: string): string => patterns[name] ?? uuid

/** Are these the parameters of a page that can exist? */
export const areParameters = (parameters: Readonly<Record<string, string>>): boolean =>
  Object.entries(parameters).every(
    ([name, value]) => value.length <= 100 && new RegExp(`^(?:${patternOf(name)})$`).test(value),
  )
