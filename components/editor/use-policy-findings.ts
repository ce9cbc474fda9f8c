import { useEffect, useState } from 'react'
import type { ApiFacts, Finding, PolicyKind } from '@/lib/policy'
import { diagnoseInWorker } from './diagnose-client'

const QUIET_MS = 30

export interface CheckedPolicy {
  /** The text that the findings belong to; null until the first check ended. */
  readonly text: string | null
  readonly findings: readonly Finding[]
}

/** The findings of a text as one types; the last check stays until the next one ended. */
export function usePolicyFindings(text: string, kind: PolicyKind, api?: ApiFacts): CheckedPolicy {
  const [checked, setChecked] = useState<CheckedPolicy>({ text: null, findings: [] })
  useEffect(() => {
    let stale = false
    const timer = setTimeout(() => {
      void diagnoseInWorker(text, kind, api).then((findings) => {
        if (!stale) setChecked({ text, findings })
      })
    }, QUIET_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, kind, api])
  return checked
}
