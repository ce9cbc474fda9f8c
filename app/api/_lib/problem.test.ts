import { afterEach, describe, expect, it, vi } from 'vitest'
import { AppError, type Issue } from '@/lib/domain/errors'
import { problemResponse } from './problem'

const issue = (index: number): Issue => ({ pointer: `/${index}`, code: 'x', severity: 'error', message: 'm' })

describe('problemResponse', () => {
  afterEach(() => vi.restoreAllMocks())

  it('answers RFC 9457 with at most 200 errors and counts all', async () => {
    const error = new AppError('invalid_document', 'Two problems.', {
      details: { issues: Array.from({ length: 250 }, (_, index) => issue(index)) },
    })
    const response = problemResponse(error, 'r-1')
    const body = await response.json()
    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({ code: 'invalid_document', status: 422, detail: 'Two problems.', total: 250 })
    expect(body.errors).toHaveLength(200)
  })

  it('tells an AppError of the other module graph by its code', () => {
    class AppErrorCopy extends Error {
      override readonly name = 'AppError'
      readonly code = 'not_found'
      readonly details = {}
    }
    expect(problemResponse(new AppErrorCopy('gone'), 'r').status).toBe(404)
  })

  it('answers anything else with a fixed text and logs no message', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const response = problemResponse(new Error('select secret from table'), 'r-2')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(log.mock.calls.flat().join('')).toContain('r-2')
    expect(log.mock.calls.flat().join('')).not.toContain('secret')
  })
})
