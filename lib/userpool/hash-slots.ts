/** Hashes that run at once in this process: each fills one thread of the pool that also serves files and DNS. */
const RUNNING_MAX = 2
/** Sign-ins that may wait for a slot, about two seconds' worth; those beyond are refused. */
const WAITING_MAX = 16

let running = 0
const waiting: { readonly urgent: (() => void)[]; readonly patient: (() => void)[] } = { urgent: [], patient: [] }

/** Runs a hash for somebody who signs in; null when too many wait already. */
export async function tryHashSlot<T>(work: () => Promise<T>): Promise<T | null> {
  if (running >= RUNNING_MAX && waiting.urgent.length >= WAITING_MAX) return null
  return occupy(waiting.urgent, work)
}

/** Runs a hash that may wait as long as it takes, after those who sign in. */
export function waitForHashSlot<T>(work: () => Promise<T>): Promise<T> {
  return occupy(waiting.patient, work)
}

async function occupy<T>(queue: (() => void)[], work: () => Promise<T>): Promise<T> {
  if (running >= RUNNING_MAX) await new Promise<void>((resolve) => queue.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    // The slot is handed on, not freed, so that nobody slips in between.
    const next = waiting.urgent.shift() ?? waiting.patient.shift()
    if (next) next()
    else running--
  }
}
