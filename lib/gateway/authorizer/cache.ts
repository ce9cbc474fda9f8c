/** Results of authorizers for their time to live: bounded, least recently used out first, one flight per key. */
export class AuthorizerCache<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly storedAtMs: number; readonly expiresAtMs: number }>()
  readonly #flights = new Map<string, Promise<T>>()
  readonly #entriesMax: number

  constructor(entriesMax: number) {
    this.#entriesMax = entriesMax
  }

  /** The live entry, or null; being read makes it the last to go. */
  get(key: string, nowMs: number): { readonly value: T; readonly storedAtMs: number } | null {
    const entry = this.#entries.get(key)
    if (!entry) return null
    this.#entries.delete(key)
    if (entry.expiresAtMs <= nowMs) return null
    this.#entries.set(key, entry)
    return entry
  }

  /** As `get`, but leaves no trace of having looked. */
  peek(key: string, nowMs: number): { readonly value: T; readonly storedAtMs: number } | null {
    const entry = this.#entries.get(key)
    return entry && entry.expiresAtMs > nowMs ? entry : null
  }

  set(key: string, value: T, nowMs: number, ttlMs: number): void {
    if (ttlMs <= 0) return
    this.#entries.delete(key)
    this.#entries.set(key, { value, storedAtMs: nowMs, expiresAtMs: nowMs + ttlMs })
    if (this.#entries.size > this.#entriesMax) this.#entries.delete(this.#entries.keys().next().value!)
  }

  /** Runs `make` once for all who ask for the same key at the same time. */
  share(key: string, make: () => Promise<T>): Promise<T> {
    const flight = this.#flights.get(key)
    if (flight) return flight
    const started = make().finally(() => this.#flights.delete(key))
    this.#flights.set(key, started)
    return started
  }

  get size(): number {
    return this.#entries.size
  }
}
