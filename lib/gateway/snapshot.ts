/** The compiled, immutable configuration that requests are decided on. Swapped whole. */
export interface Snapshot {
  readonly revision: number
}
