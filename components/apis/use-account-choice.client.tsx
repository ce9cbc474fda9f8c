'use client'
import { usePrincipals } from '@/components/data/principals'
import type { Option } from '@/components/ui/option'

/** The workspace's accounts as options; the first stands for a form that has no choice yet. */
export function useAccountChoice(): { readonly options: readonly Option[]; readonly first: string | null; readonly loaded: boolean } {
  const { data } = usePrincipals()
  const options = (data ?? []).map((account) => ({
    value: account.id,
    label: account.alias ?? account.id,
    hint: account.alias ? account.id : undefined,
  }))
  return { options, first: options[0]?.value ?? null, loaded: data !== undefined }
}
