/** The console's way to /api/v1: same-origin JSON, If-Match on writes, problem+json as one error type. */
import type { ErrorCode, Issue } from '@/lib/domain/errors'

/** Body of an application/problem+json answer. */
interface Problem {
  readonly title?: string
  readonly code?: ErrorCode
  readonly detail?: string
  readonly errors?: readonly Issue[]
  readonly diff?: string
}

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  /** `network` when no answer came. */
  readonly code: ErrorCode | 'network'
  readonly issues: readonly Issue[]
  /** For `stale_revision`: unified diff from the caller's version to the stored one. */
  readonly diff: string | null
  constructor(status: number, code: ErrorCode | 'network', message: string, problem: Problem = {}) {
    super(message)
    this.status = status
    this.code = code
    this.issues = problem.errors ?? []
    this.diff = problem.diff ?? null
  }
}

/** True for an answer of the API that was not a success. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === 'ApiError'
}

/** One sentence for people about any error. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong.'
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  readonly body?: unknown
  /** Version tag that the edit started from, unquoted. */
  readonly etag?: string | null
  readonly signal?: AbortSignal
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem
  } catch {
    return {}
  }
}

async function send(path: string, { method = 'GET', body, etag, signal }: Call, contentType: string, text?: string): Promise<Response> {
  const payload = text ?? (body === undefined ? undefined : JSON.stringify(body))
  const headers = new Headers({ accept: 'application/json' })
  // A write always says JSON, with or without a body: that is what stops form posts of other sites.
  if (method !== 'GET') headers.set('content-type', contentType)
  if (etag) headers.set('if-match', `"${etag}"`)
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, { method, headers, body: payload, signal, credentials: 'same-origin', cache: 'no-store' })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(0, 'network', 'Gatehouse did not answer. Is the server running?')
  }
  if (response.ok) return response
  const problem = await readProblem(response)
  const message = problem.detail ?? problem.title ?? `The server answered ${response.status}.`
  throw new ApiError(response.status, problem.code ?? 'internal', message, problem)
}

/** Returns the parsed body. Throws ApiError for anything but a success. */
export async function api<Result>(path: string, call: Call = {}): Promise<Result> {
  const response = await send(path, call, 'application/json')
  return (response.status === 204 ? undefined : await response.json()) as Result
}

/** Like `api`, for answers that are text, e.g. a YAML export. */
export async function apiText(path: string, call: Call = {}): Promise<string> {
  return (await send(path, call, 'application/json')).text()
}

/** Sends a text as it is, e.g. a YAML document. */
export async function apiSendText<Result>(path: string, text: string, contentType: string, call: Call = {}): Promise<Result> {
  return (await (await send(path, call, contentType, text)).json()) as Result
}
