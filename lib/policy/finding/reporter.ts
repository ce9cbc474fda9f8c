import type { Finding, QuickFix, TextRange } from '../types'
import { CATALOGUE, type FindingId } from './catalogue'

const FINDINGS_MAX = 500
const CROWDED = 100

/** Where a finding points. */
export interface Place {
  readonly range: TextRange
  readonly pointer: string
}

/** Collects findings in the order they are made, 500 at most. */
export class Reporter {
  readonly findings: Finding[] = []

  add(id: FindingId, place: Place, message: string, fix?: QuickFix): void {
    const { severity, blocksSaving } = CATALOGUE[id]
    if (this.findings.length >= FINDINGS_MAX && !(blocksSaving && this.findings.every((finding) => !finding.blocksSaving))) return
    const { range, pointer } = place
    this.findings.push({ id, severity, range, pointer, message: toLine(message), blocksSaving, ...(fix === undefined ? {} : { fix }) })
  }

  /** True when there is so much to say already that looking for suggestions is not worth the time. */
  get isCrowded(): boolean {
    return this.findings.length > CROWDED
  }

  inTextOrder(): readonly Finding[] {
    return this.findings.toSorted((left, right) => left.range.start - right.range.start || left.range.end - right.range.end)
  }
}

/** Messages quote the policy, which may hold anything: they stay one line of bounded length. */
function toLine(message: string): string {
  const line = message.replace(/[\s\p{Cc}]+/gu, ' ')
  return line.length > 400 ? `${line.slice(0, 397)}...` : line
}

/** A fix that puts `text` where `range` is. */
export function replaceWith(range: TextRange, text: string): QuickFix {
  return { title: `Replace with ${text}`, edits: [{ range, text }] }
}
