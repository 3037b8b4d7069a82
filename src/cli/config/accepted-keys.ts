/** The keys that the shape of `nevertwice.yaml` accepts and what each takes, read from the shape itself. */
import { EXPECTED, SHAPE } from './shape.ts'

/** One setting: where it stands and what it takes. */
export interface AcceptedKey {
  /** Such as `policy.acknowledgeMinutes.P0`. */
  readonly key: string
  readonly expected: string
  readonly type: 'text' | 'number' | 'list' | 'map'
}

/** What zod says about a schema, as far as it is used here. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, Schema>>
  readonly innerType?: Schema
  readonly valueType?: Schema
  readonly element?: Schema
}
interface Schema {
  readonly _zod: { readonly def: Definition }
}

const ROOT = SHAPE as unknown as Schema

/** All settings, in the order of the shape. */
export function acceptedKeys(): readonly AcceptedKey[] {
  return [...below(ROOT, [])]
}

/** The keys that may stand in the map at a path; empty where the map is free or there is none. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: Schema | undefined = ROOT
  for (const part of path) schema = within(schema, part)
  return Object.keys(bare(schema)?._zod.def.shape ?? {})
}

/** What is expected at a path, in words that follow "expected". */
export function expectedAt(path: readonly PropertyKey[]): string {
  let schema: Schema | undefined = ROOT
  let words = `a map of ${keysAt([]).join(', ')}`
  for (const [at, part] of path.entries()) {
    schema = within(schema, part)
    if (!schema) break
    const keys = keysAt(path.slice(0, at + 1))
    words = keys.length > 0 ? `a map of ${keys.join(', ')}` : (EXPECTED.get(bare(schema)) ?? words)
  }
  return words
}

function within(schema: Schema | undefined, part: PropertyKey): Schema | undefined {
  const { shape, valueType, element } = bare(schema)?._zod.def ?? {}
  if (shape) return Object.hasOwn(shape, part) ? shape[String(part)] : undefined
  return valueType ?? element
}

function* below(schema: Schema, path: readonly string[]): Generator<AcceptedKey> {
  const inner = bare(schema)!
  const { shape, type } = inner._zod.def
  if (shape) for (const [key, value] of Object.entries(shape)) yield* below(value, [...path, key])
  else yield { key: path.join('.'), expected: EXPECTED.get(inner) ?? type, type: typeOf(type) }
}

function bare(schema: Schema | undefined): Schema | undefined {
  return schema?._zod.def.type === 'optional' ? bare(schema._zod.def.innerType) : schema
}

function typeOf(type: string): AcceptedKey['type'] {
  if (type === 'number' || type === 'int') return 'number'
  if (type === 'array') return 'list'
  return type === 'record' ? 'map' : 'text'
}
