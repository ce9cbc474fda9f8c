import type { FunctionRef } from '@/lib/domain/derived-api'

/** `account/region/name`, the key of a function in histories and addresses. */
export function functionKey({ account, region, name }: FunctionRef): string {
  return `${account}/${region}/${name}`
}

export function functionPageHref(ref: FunctionRef): string {
  return `/authorizers/${encodeURIComponent(functionKey(ref))}`
}

/** Reads `account/region/name`; null when it is none. */
export function readFunctionKey(key: string): FunctionRef | null {
  const [account, region, name, ...rest] = key.split('/')
  return account && region && name && rest.length === 0 ? { account, region, name } : null
}
