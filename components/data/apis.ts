import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ApiDetail,
  ApiPolicyView,
  ApiSummary,
  AuthorizerInput,
  CreateApiInput,
  RouteInput,
  StageInput,
  UpdateApiInput,
  WriteResult,
} from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'

const at = (id: string) => `/apis/${encodeURIComponent(id)}`

export function useApis(options: { readonly enabled?: boolean } = {}) {
  return useQuery({
    queryKey: keys.apis,
    queryFn: ({ signal }) => api<{ items: readonly ApiSummary[] }>('/apis', { signal }),
    select: (answer) => answer.items,
    enabled: options.enabled,
  })
}

export function useApi(id: string) {
  return useQuery({ queryKey: keys.api(id), queryFn: ({ signal }) => api<ApiDetail>(at(id), { signal }) })
}

export function useApiPolicy(id: string) {
  return useQuery({ queryKey: keys.apiPolicy(id), queryFn: ({ signal }) => api<ApiPolicyView>(`${at(id)}/policy`, { signal }) })
}

/** A write to one API, with the version that the edit started from. */
interface Edit {
  readonly etag?: string | null
}

/** Renews the list and the object, and the live dot, after a write. */
function useRenew() {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: keys.apis }),
      client.invalidateQueries({ queryKey: keys.status }),
      client.invalidateQueries({ queryKey: ['history'] }),
    ])
  }
}

export function useCreateApi() {
  const renew = useRenew()
  return useMutation({
    mutationFn: (input: CreateApiInput) => api<WriteResult & { readonly id: string }>('/apis', { method: 'POST', body: input }),
    onSuccess: renew,
  })
}

export function useUpdateApi(id: string) {
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ etag, ...body }: UpdateApiInput & Edit) => api<WriteResult>(at(id), { method: 'PATCH', body, etag }),
    onSuccess: renew,
  })
}

export function useDeleteApi(id: string) {
  const client = useQueryClient()
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ etag }: Edit) => api<WriteResult>(at(id), { method: 'DELETE', etag }),
    onSuccess: async () => {
      client.removeQueries({ queryKey: keys.api(id) })
      await renew()
    },
  })
}

export function useSaveApiPolicy(id: string) {
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ text, etag }: { readonly text: string | null } & Edit) =>
      api<WriteResult>(`${at(id)}/policy`, { method: 'PUT', body: { text }, etag }),
    onSuccess: renew,
  })
}

/** `key` is the route's key before the edit; null adds a route. */
export function useSaveRoute(id: string) {
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ key, route, etag }: { readonly key: string | null; readonly route: RouteInput } & Edit) =>
      key === null
        ? api<WriteResult>(`${at(id)}/routes`, { method: 'POST', body: route, etag })
        : api<WriteResult>(`${at(id)}/routes/${encodeURIComponent(key)}`, { method: 'PUT', body: route, etag }),
    onSuccess: renew,
  })
}

export function useDeleteRoute(id: string) {
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ key, etag }: { readonly key: string } & Edit) =>
      api<WriteResult>(`${at(id)}/routes/${encodeURIComponent(key)}`, { method: 'DELETE', etag }),
    onSuccess: renew,
  })
}

/** `name` is the authorizer's name before the edit; null adds one. */
export function useSaveAuthorizer(id: string) {
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ name, authorizer, etag }: { readonly name: string | null; readonly authorizer: AuthorizerInput } & Edit) =>
      name === null
        ? api<WriteResult>(`${at(id)}/authorizers`, { method: 'POST', body: authorizer, etag })
        : api<WriteResult>(`${at(id)}/authorizers/${encodeURIComponent(name)}`, { method: 'PUT', body: authorizer, etag }),
    onSuccess: renew,
  })
}

export function useDeleteAuthorizer(id: string) {
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ name, etag }: { readonly name: string } & Edit) =>
      api<WriteResult>(`${at(id)}/authorizers/${encodeURIComponent(name)}`, { method: 'DELETE', etag }),
    onSuccess: renew,
  })
}

export function useSaveStage(id: string) {
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ name, stage, etag }: { readonly name: string; readonly stage: StageInput } & Edit) =>
      api<WriteResult>(`${at(id)}/stages/${encodeURIComponent(name)}`, { method: 'PUT', body: stage, etag }),
    onSuccess: renew,
  })
}

export function useDeleteStage(id: string) {
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ name, etag }: { readonly name: string } & Edit) =>
      api<WriteResult>(`${at(id)}/stages/${encodeURIComponent(name)}`, { method: 'DELETE', etag }),
    onSuccess: renew,
  })
}
