import type { TextRange } from '../types'

/** A JSON value with its place in the text; ranges are UTF-16 offsets, strings include their quotes. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull

export interface JsonObject {
  readonly type: 'object'
  readonly range: TextRange
  /** In text order; a repeated key appears as often as it is written. */
  readonly members: readonly JsonMember[]
}

export interface JsonMember {
  readonly key: JsonString
  readonly value: JsonNode
}

export interface JsonArray {
  readonly type: 'array'
  readonly range: TextRange
  readonly items: readonly JsonNode[]
}

export interface JsonString {
  readonly type: 'string'
  readonly range: TextRange
  readonly value: string
}

export interface JsonNumber {
  readonly type: 'number'
  readonly range: TextRange
  readonly value: number
  /** As written. */
  readonly raw: string
}

export interface JsonBoolean {
  readonly type: 'boolean'
  readonly range: TextRange
  readonly value: boolean
}

export interface JsonNull {
  readonly type: 'null'
  readonly range: TextRange
}

export interface JsonProblem {
  readonly code: 'syntax' | 'duplicateKey' | 'tooDeep'
  readonly range: TextRange
  readonly message: string
}

export interface JsonReading {
  /** Null when no value could be read at all. With problems, what could be read of it. */
  readonly root: JsonNode | null
  /** Empty exactly when the text is JSON without repeated keys. At most 50. */
  readonly problems: readonly JsonProblem[]
}
