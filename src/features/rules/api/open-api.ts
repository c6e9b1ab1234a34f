import { readFileSync } from 'node:fs'
import { actions, levels, standings } from '#rules/finding.ts'

const schemaFile = new URL('../../../rules/facts.schema.json', import.meta.url)

/** The API described as OpenAPI 3.1, with the very schema that posted documents are held to. */
export function openApi() {
  described ??= document()
  return described
}
let described: object | undefined

const json = (schema: object) => ({ 'application/json': { schema } })
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const fault = (description: string) => ({ description, content: json(reference('Problem')) })

function document() {
  const {
    $schema: _dialect,
    $id: _id,
    ...facts
  } = JSON.parse(readFileSync(schemaFile, 'utf8')) as {
    $schema?: string
    $id?: string
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Onroll',
      version: '1',
      description:
        'The rules of Onroll. Every request needs the cookie of a signed-in session, except this description.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths: {
      '/api/v1/rules': {
        get: {
          operationId: 'listRules',
          summary: 'Every rule with its sources, parameters and disagreements',
          responses: {
            200: {
              description: 'All rules',
              content: json({ type: 'array', items: reference('Rule') }),
            },
            401: fault('Nobody is signed in'),
            403: fault('The person may not ask this'),
          },
        },
      },
      '/api/v1/rules/evaluations': {
        post: {
          operationId: 'evaluate',
          summary: 'The findings of a facts document',
          description:
            'Judges only what is posted, with the rules as they are shipped, and keeps nothing of it. The same document gives the same answer as the command “rules evaluate”.',
          requestBody: { required: true, content: json(reference('Facts')) },
          responses: {
            200: {
              description: 'What the rules find',
              content: json({
                type: 'object',
                required: ['findings'],
                properties: { findings: { type: 'array', items: reference('Finding') } },
              }),
            },
            401: fault('Nobody is signed in'),
            403: fault('The person may not ask this, or the request came from another site'),
            413: fault('The document is larger than 5 MB'),
            415: fault('The document was not posted as application/json'),
            422: fault('The document is no JSON, or breaks the schema of facts'),
          },
        },
      },
      '/api/v1/openapi.json': {
        get: {
          operationId: 'describe',
          summary: 'This description',
          security: [],
          responses: { 200: { description: 'OpenAPI 3.1', content: json({ type: 'object' }) } },
        },
      },
    },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'onroll' } },
      schemas: { Facts: rebased(facts), Finding: finding, Rule: rule, Problem: problemSchema },
    },
  }
}

/** The schema’s own definitions lie one level deeper here. */
const rebased = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"#/components/schemas/Facts/')) as object

const text = { type: 'string' }
const record = (values: object) => ({ type: 'object', additionalProperties: values })

const finding = {
  type: 'object',
  required: ['rule', 'subject', 'level', 'blocks', 'basis', 'message'],
  properties: {
    rule: text,
    subject: { type: 'object', required: ['type', 'id'], properties: { type: text, id: text } },
    level: { enum: levels },
    blocks: { type: 'array', items: { enum: Object.keys(actions) } },
    basis: { enum: standings },
    due: { type: 'string', format: 'date' },
    overdueDays: { type: 'integer', minimum: 1 },
    amounts: record({ type: 'integer' }),
    values: record({ type: ['string', 'number', 'boolean'] }),
    message: text,
  },
}

const rule = {
  type: 'object',
  required: ['id', 'area', 'title', 'statement', 'standing', 'sources', 'parameters'],
  properties: {
    id: text,
    area: text,
    title: text,
    statement: text,
    binds: text,
    test: text,
    standing: { enum: standings },
    basis: { type: 'array', items: { enum: standings } },
    levels: { type: 'array', items: { enum: levels } },
    blocks: { type: 'array', items: text },
    subjects: { type: 'array', items: text },
    sources: { type: 'array', items: { type: 'object' } },
    parameters: { type: 'array', items: { type: 'object' } },
    contradictions: { type: 'array', items: { type: 'object' } },
    checkedOn: { type: 'string', format: 'date' },
    carriedBy: text,
  },
}

const problemSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['path', 'message'],
      properties: { path: text, message: text },
    },
  },
}
