/** Hashes that run at once in this process: each fills one thread of the pool that also serves files and DNS. */
const RUNNING_MAX = 2
/** Sign-ins that may wait for a slot, about two seconds' worth; those beyond are refused. */
const WAITING_MAX = 16

export interface HashSlots {
  /** Runs a hash for somebody who signs in; null when too many wait already. */
  tryRun<T>(work: () => Promise<T>): Promise<T | null>
  /** Runs a hash that may wait as long as it takes. */
  run<T>(work: () => Promise<T>): Promise<T>
}

/** Two queues before the slots, served in turn: neither sign-ins nor imports can starve the other. */
export function createHashSlots(): HashSlots {
  const signIns: (() => void)[] = []
  const others: (() => void)[] = []
  let running = 0
  let turn = signIns

  const takeNext = () => {
    const [first, second] = turn === signIns ? [signIns, others] : [others, signIns]
    turn = second
    return first.shift() ?? second.shift()
  }
  const occupy = async <T>(queue: (() => void)[], work: () => Promise<T>): Promise<T> => {
    if (running >= RUNNING_MAX) await new Promise<void>((resolve) => queue.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      // The slot is handed on, not freed, so that nobody slips in between.
      const next = takeNext()
      if (next) next()
      else running--
    }
  }
  return {
    async tryRun(work) {
      return running >= RUNNING_MAX && signIns.length >= WAITING_MAX ? null : occupy(signIns, work)
    },
    run: (work) => occupy(others, work),
  }
}

/** The slots of this process: whoever hashes passwords shares them. */
export const hashSlots = createHashSlots()
