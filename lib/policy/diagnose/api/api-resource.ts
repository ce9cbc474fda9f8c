import { expandResource } from '../../compile/expand-resource'
import { matchesGlob, parseGlob } from '../../match/glob'
import type { Statement, Text } from '../../syntax/document'
import { isShortResource } from '../../syntax/resource'
import type { ApiFacts, TextRange } from '../../types'

/** One value of Resource or NotResource that is about execute-api. */
export interface ApiResource {
  readonly statement: Statement
  readonly text: Text
  readonly region: string
  readonly account: string
  readonly apiId: string
  /** What follows the API id: `stage/METHOD/path`; null when the pattern ends with the id or a star in it. */
  readonly path: string | null
  /** Everything before `path`, as written. */
  readonly before: string
}

/** The execute-api resource of a text, or null for anything else. */
export function readApiResource(statement: Statement, text: Text, api: ApiFacts): ApiResource | null {
  const fields = expandResource(text.value, api).split(':')
  const [, , service = '', region = '', account = ''] = fields
  if (fields.length < 6 || !matchesGlob(parseGlob(service), 'execute-api')) return null
  const resource = fields.slice(5).join(':')
  const slash = resource.indexOf('/')
  const apiId = slash < 0 ? resource : resource.slice(0, slash)
  const path = slash < 0 ? null : resource.slice(slash + 1)
  const before = isShortResource(text.value) ? 'execute-api:/' : `${fields.slice(0, 5).join(':')}:${apiId}/`
  return { statement, text, region, account, apiId, path, before }
}

/** True when the pattern may match resources of the API. */
export function isAboutApi({ region, account, apiId, path }: ApiResource, api: ApiFacts): boolean {
  const fits = (pattern: string, text: string) => matchesGlob(parseGlob(pattern), text)
  return fits(region, api.region) && fits(account, api.account) && (fits(apiId, api.apiId) || (path === null && apiId === '*'))
}

/** The range of a part of the text's value, when it stands there unescaped; else the whole text. */
export function rangeWithin({ value, range }: Text, part: string): TextRange {
  const at = value.indexOf(part)
  const isVerbatim = range.end - range.start === value.length + 2
  if (at < 0 || part === '' || !isVerbatim) return range
  return { start: range.start + 1 + at, end: range.start + 1 + at + part.length }
}

/** The text with another path, as a JSON string. */
export function withPath(resource: ApiResource, path: string): string {
  return JSON.stringify(resource.before + path)
}
