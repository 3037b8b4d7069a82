/** Writes a JSON Schema of the description as a TypeScript type, for the page and for the client. */

/** A schema as far as the description uses JSON Schema. */
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
}

/** `{ readonly id: string; readonly name?: string }`, on one line. */
export function schemaToType(schema: unknown): string {
  const { $ref, type, enum: values, const: value, anyOf, oneOf, allOf } = (schema ?? {}) as Schema
  if ($ref) return $ref.slice($ref.lastIndexOf('/') + 1)
  if (values) return either(values.map((each) => JSON.stringify(each)))
  if (value !== undefined) return JSON.stringify(value)
  const several = anyOf ?? oneOf
  if (several) return either(several.map(schemaToType))
  if (allOf) return allOf.map((part) => `(${schemaToType(part)})`).join(' & ')
  if (typeof type === 'object') return either(type.map((each) => ofType(each, schema as Schema)))
  return ofType(type, schema as Schema)
}

function ofType(type: string | undefined, schema: Schema): string {
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'string' || type === 'boolean' || type === 'null') return type
  if (type === 'array') {
    if (schema.prefixItems) return `readonly [${schema.prefixItems.map(schemaToType).join(', ')}]`
    return `readonly (${schemaToType(schema.items)})[]`
  }
  return type === 'object' || schema.properties ? ofObject(schema) : 'unknown'
}

function ofObject({ properties = {}, required = [], additionalProperties }: Schema): string {
  const members = Object.entries(properties).map(
    ([name, schema]) =>
      `readonly ${/^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${schemaToType(schema)}`,
  )
  if (additionalProperties && Object.keys(additionalProperties).length > 0)
    members.push(`readonly [name: string]: ${members.length > 0 ? 'unknown' : schemaToType(additionalProperties)}`)
  else if (additionalProperties) members.push('readonly [name: string]: unknown')
  return members.length === 0 ? '{}' : `{ ${members.join('; ')} }`
}

function either(parts: readonly string[]): string {
  return [...new Set(parts)].join(' | ')
}
