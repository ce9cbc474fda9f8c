import { type ArnPattern, compileArn, matchesArn } from './arn'
import { matchesGlob, type Token } from './glob'
import type { PatternKind } from './pattern'
import { standsAt } from './same-text'

/** The part that the resources of one API share. It remembers the last answer: one request asks again and again. */
interface SharedPrefix {
  readonly text: string
  lastValue: string
  lastAnswer: boolean
}

/** A resource pattern, prepared so that most requests are told apart by a few comparisons. */
export interface ResourcePattern {
  readonly prefix: SharedPrefix
  /** The text before the first wildcard, prefix included, which every match begins with. */
  readonly head: string
  /** What comes after the head: nothing, anything, or what the pattern says. */
  readonly tail: 'nothing' | 'anything' | ArnPattern
}

const COLONS_BEFORE_RESOURCE = 5
const PREFIXES_MAX = 64

/** The kind of pattern in Resource and NotResource, with the prefixes that the patterns of one policy share. */
export function createResourceKind(): PatternKind<ResourcePattern> {
  const prefixes = new Map<string, SharedPrefix>()
  const share = (text: string): SharedPrefix => {
    const prefix = prefixes.get(text) ?? { text, lastValue: '', lastAnswer: text === '' }
    if (prefixes.size < PREFIXES_MAX) prefixes.set(text, prefix)
    return prefix
  }
  return { wildcards: true, compile: (tokens) => compileTokens(tokens, share), matches: matchesResource }
}

function compileTokens(tokens: readonly Token[], share: (text: string) => SharedPrefix): ResourcePattern {
  const wild = tokens.findIndex((token) => typeof token !== 'string')
  const head = (wild < 0 ? tokens : tokens.slice(0, wild)).join('')
  const prefix = share(head.slice(0, head.indexOf('/') + 1))
  if (wild < 0) return { prefix, head, tail: 'nothing' }
  const last = tokens[wild]!
  const isLastStar = wild === tokens.length - 1 && typeof last !== 'string' && last.wildcard === '*'
  const isAnything = isLastStar && (head === '' || head.split(':').length > COLONS_BEFORE_RESOURCE)
  return { prefix, head, tail: isAnything ? 'anything' : compileArn(tokens) }
}

function matchesResource({ prefix, head, tail }: ResourcePattern, value: string): boolean {
  if (tail === 'nothing' && value.length !== head.length) return false
  if (!standsAt(head, value, 0, prefix.text.length) || !hasPrefix(prefix, value)) return false
  if (typeof tail === 'string') return true
  return tail.prefix === null ? matchesArn(tail, value) : matchesGlob(tail.rest, value, tail.prefix.length)
}

function hasPrefix(prefix: SharedPrefix, value: string): boolean {
  if (value !== prefix.lastValue) {
    prefix.lastValue = value
    prefix.lastAnswer = standsAt(prefix.text, value, 0)
  }
  return prefix.lastAnswer
}
