import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { isIsoDate } from '#domain/dates.ts'
import schema from './facts.schema.json' with { type: 'json' }
import type { Facts } from './facts.ts'

/** Where a document breaks the schema (a JSON pointer; empty for the whole) and how, in plain words. */
export type FactsError = { readonly path: string; readonly message: string }

const validate = compile()

/** The first thing wrong with the document, or undefined when it is a facts document. */
export function checkFacts(document: unknown): FactsError | undefined {
  if (validate(document)) return undefined
  const error = validate.errors?.[0]
  if (!error) return { path: '', message: 'This is not a facts document' }
  return { path: pathOf(error), message: plain(error) }
}

export const isFacts = (document: unknown): document is Facts => checkFacts(document) === undefined

function compile() {
  // The patterns of the schema let 31 February pass; the rules must never count from a day that is none.
  const strict = structuredClone(schema) as typeof schema & {
    $defs: Record<string, { format?: string }>
  }
  strict.$defs.date = { ...strict.$defs.date, format: 'real-day' } as typeof strict.$defs.date
  strict.$defs.moment = { ...strict.$defs.moment, format: 'real-day' } as typeof strict.$defs.moment
  const ajv = new Ajv2020({ strictTypes: false, strictRequired: false })
  ajv.addFormat('real-day', text => isIsoDate(text.slice(0, 10)))
  return ajv.compile<Facts>(strict)
}

function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  if (keyword === 'required') return `${instancePath}/${pointed(params['missingProperty'])}`
  if (keyword === 'additionalProperties')
    return `${instancePath}/${pointed(params['additionalProperty'])}`
  return instancePath
}

/** As RFC 6901 writes a name in a pointer. */
const pointed = (name: unknown) => String(name).replaceAll('~', '~0').replaceAll('/', '~1')

function plain({ keyword, params, message, propertyName }: ErrorObject): string {
  if (propertyName !== undefined) return `“${propertyName}” is not a name that may stand here`
  switch (keyword) {
    case 'required':
      return `“${params['missingProperty']}” is missing`
    case 'additionalProperties':
      return `“${params['additionalProperty']}” is not a field that a facts document has here`
    case 'type':
      return `This must be ${typeWords[String(params['type'])] ?? params['type']}`
    case 'enum':
      return `This must be one of: ${params['allowedValues'].join(', ')}`
    case 'format':
      return 'This must be a real day, such as 2026-11-18'
    case 'pattern':
      return patternWords[String(params['pattern'])] ?? `This must fit ${params['pattern']}`
    case 'minimum':
      return `This must be ${params['limit']} or more`
    case 'maximum':
      return `This must be ${params['limit']} or less`
    case 'minItems':
      return `This list needs ${params['limit']} or more entries`
    case 'minLength':
      return 'This must not be empty'
    default:
      return message ?? 'This does not fit the schema'
  }
}

const typeWords: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

const { date, moment, id, clock, yearLabel } = schema.$defs
const patternWords: Readonly<Record<string, string>> = {
  [date.pattern]: 'This must be a day written YYYY-MM-DD',
  [moment.pattern]: 'This must be a day (YYYY-MM-DD) or a time with its offset',
  [id.pattern]: 'This must be an id: letters, digits and . _ : - only, at most 64',
  [clock.pattern]: 'This must be a time written HH:MM',
  [yearLabel.pattern]: 'This must be a year such as 2026-27',
}
