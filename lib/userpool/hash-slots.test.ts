import { describe, expect, it } from 'vitest'
import { createHashSlots } from './hash-slots'

/** Work that ends when told to. */
function job(log: string[], name: string) {
  let finish = () => {}
  const ended = new Promise<void>((resolve) => {
    finish = resolve
  })
  const work = async () => {
    log.push(name)
    await ended
    return name
  }
  return { work, finish: () => finish() }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('hash slots', () => {
  it('run two at once, and serve sign-ins and others in turn', async () => {
    const slots = createHashSlots()
    const started: string[] = []
    const jobs = ['a', 'b', 'in1', 'in2', 'other1', 'other2'].map((name) => ({ name, ...job(started, name) }))
    const results = jobs.map(({ name, work }) => (name.startsWith('other') ? slots.run(work) : slots.tryRun(work)))
    await settle()
    expect(started).toEqual(['a', 'b'])
    for (const { finish } of jobs) {
      finish()
      await settle()
    }
    expect(started).toEqual(['a', 'b', 'in1', 'other1', 'in2', 'other2'])
    expect(await Promise.all(results)).toEqual(['a', 'b', 'in1', 'in2', 'other1', 'other2'])
  })

  it('refuse sign-ins beyond the queue, never others, and free the slot of work that fails', async () => {
    const slots = createHashSlots()
    const failing = Array.from({ length: 2 }, () => slots.run(() => Promise.reject(new Error('no'))))
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const { work, finish } = job([], 'x')
    const results = Array.from({ length: 20 }, () => slots.tryRun(work))
    const patient = slots.run(work)
    finish()
    expect((await Promise.all(results)).filter((result) => result === null)).toHaveLength(2)
    expect(await patient).toBe('x')
  })
})
