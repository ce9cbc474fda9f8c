import type { Role } from '@/lib/domain/console-api'

export const ROLES: readonly { readonly value: Role; readonly label: string; readonly hint: string }[] = [
  { value: 'viewer', label: 'viewer', hint: 'looks at everything' },
  { value: 'editor', label: 'editor', hint: 'changes the configuration' },
  { value: 'admin', label: 'admin', hint: 'also users, tokens and secrets' },
]
