import { AppError } from '../../domain/errors'
import type { ServicePorts } from '../ports'

const WAITING_MAX = 100

const queues = new WeakMap<ServicePorts, { tail: Promise<unknown>; length: number }>()

/**
 * Runs the configuration writes of this process one after another. The store's lock orders them anyway;
 * waiting here, a writer holds no database connection, which the one at work needs for its reads.
 * Throws AppError `too_many_requests` when a hundred wait already.
 */
export async function inTurn<T>(ports: ServicePorts, write: () => Promise<T>): Promise<T> {
  const queue = queues.get(ports) ?? { tail: Promise.resolve(), length: 0 }
  queues.set(ports, queue)
  if (queue.length >= WAITING_MAX) throw new AppError('too_many_requests', 'Too many changes are being saved. Try again in a moment.')
  queue.length += 1
  const run = queue.tail.then(write)
  queue.tail = run.catch(() => undefined)
  try {
    return await run
  } finally {
    queue.length -= 1
  }
}
