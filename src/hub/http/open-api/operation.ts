// How one operation of the hub is described.
import type { SchemaName } from './schemas.ts'

const content = (name: SchemaName) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})

const parameters = (where: 'path' | 'query', names: readonly string[] = []) =>
  names.map((name) => ({
    ...{ name, in: where, schema: { type: 'string' } },
    ...(where === 'path' ? { required: true } : {}),
  }))

interface Asked {
  body?: SchemaName
  path?: readonly string[]
  query?: readonly string[]
  /** Without a session. */
  open?: boolean
}

/** One whose good answer is no shape of ours: a stream, a text, the way to a page. */
export const bareOperation = (summary: string, answers: object, asked: Asked = {}) => ({
  summary,
  ...(asked.open ? {} : { security: [{ session: [] }] }),
  ...(asked.path || asked.query
    ? { parameters: [...parameters('path', asked.path), ...parameters('query', asked.query)] }
    : {}),
  ...(asked.body ? { requestBody: { required: true, content: content(asked.body) } } : {}),
  responses: { ...answers, default: { description: 'A problem', content: content('Problem') } },
})

export const operation = (summary: string, answer: SchemaName, asked: Asked = {}) =>
  bareOperation(summary, { 200: { description: 'OK', content: content(answer) } }, asked)

/** The good answer of a bare operation that is text of some type. */
export const textOf = (mediaType: string, description: string) => ({
  200: { description, content: { [mediaType]: { schema: { type: 'string' } } } },
})
