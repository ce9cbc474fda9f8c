import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { EvaluateInput, EvaluateResult } from '@/lib/domain/console-api'
import { api } from './api-client'

/** Decides one request without sending it; the last answer stays while the next one is on its way. */
export function useEvaluation(input: EvaluateInput | null) {
  return useQuery({
    queryKey: ['evaluate', input],
    queryFn: ({ signal }) => api<EvaluateResult>('/evaluate', { method: 'POST', body: input, signal }),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    gcTime: 60_000,
    retry: false,
  })
}

/** Sends one request through the whole pipeline, upstream included. */
export function useSendRequest() {
  return useMutation({
    mutationFn: (input: EvaluateInput) => api<EvaluateResult>('/evaluate', { method: 'POST', body: { ...input, send: true } }),
  })
}

/** Decides one request now. */
export function evaluateOnce(input: EvaluateInput): Promise<EvaluateResult> {
  return api<EvaluateResult>('/evaluate', { method: 'POST', body: input })
}
