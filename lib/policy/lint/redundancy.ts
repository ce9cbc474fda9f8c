import type { Reporter } from '../finding/reporter'
import { matchesGlob, parseGlob } from '../match/glob'
import type { ListElement, PolicyDocument, Statement, Text } from '../syntax/document'

const VALUES_MAX = 60

/** Remarks on what another value or statement says already. */
export function lintRedundancy({ statements }: PolicyDocument, reporter: Reporter): void {
  const seen = new Map<string, number>()
  for (const statement of statements) {
    const { action, resource } = statement
    for (const value of findCovered(action, (text) => text.toLowerCase())) {
      reporter.add('REDUNDANT_ACTION', value, `${value.value} is covered by another action of this statement.`)
    }
    for (const value of findCovered(resource, (text) => text)) {
      reporter.add('REDUNDANT_RESOURCE', value, `${value.value} is covered by another resource of this statement.`)
    }
    const meaning = meaningOf(statement)
    const earlier = seen.get(meaning)
    if (earlier === undefined) seen.set(meaning, statement.index)
    else {
      const place = { range: { start: statement.range.start, end: statement.range.start + 1 }, pointer: statement.pointer }
      reporter.add('REDUNDANT_STATEMENT', place, `Statement ${earlier + 1} says the same.`)
    }
  }
}

function findCovered(element: ListElement | null, normalise: (text: string) => string): readonly Text[] {
  if (element === null || element.values.length > VALUES_MAX) return []
  const texts = element.values.map(({ value }) => normalise(value))
  return element.values.filter((_, index) =>
    texts.some((other, at) => at !== index && covers(other, texts[index]!) && (at < index || !covers(texts[index]!, other))),
  )
}

/** Sure only: a pattern without ? and with the same first five ARN fields, taken as text. */
function covers(pattern: string, text: string): boolean {
  if (pattern === text || pattern === '*') return true
  if (pattern.includes('?') || pattern.includes('${') || !pattern.includes('*')) return false
  const head = (value: string) => value.split(':').slice(0, 5).join(':')
  const isArn = pattern.startsWith('arn:')
  return (!isArn || (head(pattern) === head(text) && !head(pattern).includes('*'))) && matchesGlob(parseGlob(pattern), text)
}

function meaningOf({ effect, principal, action, resource, conditions }: Statement): string {
  const list = (element: ListElement | null) => element && [element.negated, element.values.map(({ value }) => value).sort()]
  const who = principal && [principal.negated, principal.entries.map(({ type, value }) => `${type} ${value.value}`).sort()]
  const when = conditions.map(({ operatorText, key, values }) => [operatorText.value, key.value, values.map(({ value }) => value)])
  return JSON.stringify([effect, who, list(action), list(resource), when])
}
