import type { RequestRecord } from '../../gateway/ports'

const DENIALS_MAX_PER_SECOND = 200
const ALLOWS_MAX_PER_SECOND = 50
/** Outside names (of APIs that do not exist) may not grow the tables of a second without bound. */
const STAGES_MAX = 10_000
const GAPS_MAX = 10_000

/** Requests of one second, route and reason that were counted and not kept. */
export interface Gap {
  /** Start of the second. */
  readonly atMs: number
  readonly apiId: string | null
  readonly stage: string | null
  readonly routeKey: string | null
  readonly reasonCode: string
  count: number
}

/**
 * Says which requests are kept: per stage and second the first 200 that were not allowed and the first 50
 * that were. The others are counted per route and reason.
 */
export class Budget {
  #second = Number.NaN
  #spent = new Map<string, { denials: number; allows: number }>()
  #gaps = new Map<string, Gap>()

  /** True when the record is within the budget of its second. */
  take(record: RequestRecord): boolean {
    const second = Math.floor(record.atMs / 1000)
    if (second !== this.#second) {
      this.#second = second
      this.#spent = new Map()
    }
    const key = this.#spent.size < STAGES_MAX ? JSON.stringify([record.apiId, record.stage]) : 'the rest'
    const spent = this.#spent.get(key) ?? { denials: 0, allows: 0 }
    this.#spent.set(key, spent)
    if (record.outcome === 'allow') return ++spent.allows <= ALLOWS_MAX_PER_SECOND
    return ++spent.denials <= DENIALS_MAX_PER_SECOND
  }

  /** Counts a request that is not kept. */
  count(record: Pick<RequestRecord, 'atMs' | 'apiId' | 'stage' | 'routeKey' | 'reasonCode'>): void {
    const atMs = Math.floor(record.atMs / 1000) * 1000
    const full = this.#gaps.size >= GAPS_MAX
    const { apiId, stage, routeKey, reasonCode } = full ? { apiId: null, stage: null, routeKey: null, reasonCode: 'various' } : record
    const key = JSON.stringify([atMs, apiId, stage, routeKey, reasonCode])
    const gap = this.#gaps.get(key)
    if (gap === undefined) this.#gaps.set(key, { atMs, apiId, stage, routeKey, reasonCode, count: 1 })
    else gap.count += 1
  }

  /** Gives the gaps out and forgets them. */
  takeGaps(): readonly Gap[] {
    const gaps = [...this.#gaps.values()]
    this.#gaps = new Map()
    return gaps
  }

  /** Takes gaps back that could not be written. */
  returnGaps(gaps: readonly Gap[]): void {
    for (const gap of gaps) {
      if (this.#gaps.size >= GAPS_MAX) return
      this.#gaps.set(JSON.stringify([gap.atMs, gap.apiId, gap.stage, gap.routeKey, gap.reasonCode, this.#gaps.size]), gap)
    }
  }
}
