/**
 * Three-valued truth as small numbers: what is compared on the request path allocates nothing.
 * MAYBE is what an unknown fact leaves open.
 */
export type State = 0 | 1 | 2

export const NO = 0
export const YES = 1
export const MAYBE = 2

export function toState(value: boolean): State {
  return value ? YES : NO
}

export function not(state: State): State {
  return state === MAYBE ? MAYBE : state === YES ? NO : YES
}
