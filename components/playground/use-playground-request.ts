import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import type { ApiSummary } from '@/lib/domain/console-api'
import { isSecretHeader, type PlaygroundRequest, readRequest, writeRequest } from './request-state'

const SECRETS_KEY = 'gatehouse.playground.headers'

/** The request on the bench. It lives in the address; headers with credentials only in this tab. */
export function usePlaygroundRequest(apis: readonly ApiSummary[]): [PlaygroundRequest, (patch: Partial<PlaygroundRequest>) => void] {
  const query = useSearchParams()
  const [request, setRequest] = useState(() => withKnownApi(readRequest(new URLSearchParams(query.toString())), apis))

  useEffect(() => {
    const secrets = readSecrets()
    if (secrets.length > 0)
      setRequest((now) => (now.headers.some(([name]) => isSecretHeader(name)) ? now : { ...now, headers: [...now.headers, ...secrets] }))
  }, [])

  useEffect(() => {
    window.history.replaceState(null, '', `${window.location.pathname}?${writeRequest(request)}`)
    const secrets = request.headers.filter(([name]) => isSecretHeader(name))
    if (secrets.length > 0) sessionStorage.setItem(SECRETS_KEY, JSON.stringify(secrets))
    else sessionStorage.removeItem(SECRETS_KEY)
  }, [request])

  const change = useCallback((patch: Partial<PlaygroundRequest>) => setRequest((now) => ({ ...now, ...patch })), [])
  return [request, change]
}

/** Takes the first API and stage where the address names none that exist. */
function withKnownApi(request: PlaygroundRequest, apis: readonly ApiSummary[]): PlaygroundRequest {
  const api = apis.find((item) => item.id === request.api) ?? apis.find((item) => item.stages.length > 0) ?? apis[0]
  const stage = api?.stages.includes(request.stage) ? request.stage : (api?.stages[0] ?? '')
  return { ...request, api: api?.id ?? '', stage }
}

function readSecrets(): (readonly [string, string])[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(SECRETS_KEY) ?? '[]')
    if (!Array.isArray(stored)) return []
    return stored.filter(
      (line): line is [string, string] => Array.isArray(line) && typeof line[0] === 'string' && typeof line[1] === 'string',
    )
  } catch {
    // What cannot be read was not written by this page.
    return []
  }
}
