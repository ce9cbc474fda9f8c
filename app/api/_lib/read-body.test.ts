import { describe, expect, it } from 'vitest'
import { parseObject, readText } from './read-body'

const request = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

function endless(pulled: { count: number }): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      pulled.count += 1
      controller.enqueue(new Uint8Array(1024))
    },
  })
}

describe('readText', () => {
  it('stops reading as soon as the limit is passed', async () => {
    const pulled = { count: 0 }
    await expect(readText(request(endless(pulled)), 4096)).rejects.toMatchObject({ code: 'too_large' })
    expect(pulled.count).toBeLessThan(10)
  })
  it('refuses by the announced length before it reads', async () => {
    await expect(readText(request('x', { 'content-length': '5000' }), 4096)).rejects.toMatchObject({ code: 'too_large' })
  })
  it('refuses what is not UTF-8', async () => {
    await expect(readText(request(new Uint8Array([0xff, 0xfe])), 4096)).rejects.toMatchObject({ code: 'invalid_request' })
  })
})

describe('parseObject', () => {
  it('takes an empty body for an empty object', () => expect(parseObject(' ')).toEqual({}))
  it.each(['{', '[]', '1', 'null', '"x"'])('refuses %s', (text) =>
    expect(() => parseObject(text)).toThrow(expect.objectContaining({ code: 'invalid_request' })),
  )
  it('gives a member named __proto__ no power', () => {
    const parsed = parseObject('{"__proto__":{"role":"admin"}}')
    expect((parsed as { role?: unknown }).role).toBeUndefined()
    expect(({ ...parsed } as { role?: unknown }).role).toBeUndefined()
  })
})
