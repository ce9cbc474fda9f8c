/** What a caller is called in the playground and in tests. */
import type { AccountView } from '@/lib/domain/console-api'
import type { EvaluateCaller } from '@/lib/domain/evaluate'

export interface CallerWords {
  /** Two to four letters for the mark. */
  readonly mark: string
  readonly title: string
  readonly detail: string
}

export function callerWords(caller: EvaluateCaller, accounts: readonly AccountView[] = []): CallerWords {
  switch (caller.type) {
    case 'anonymous':
      return { mark: '–', title: 'anonymous', detail: 'no credential' }
    case 'raw':
      return { mark: 'RAW', title: 'your own headers', detail: 'credentials as you write them' }
    case 'poolUser':
      return { mark: 'POOL', title: caller.username, detail: `${caller.tokenUse === 'id' ? 'ID' : 'access'} token, ${caller.pool}` }
    case 'iam': {
      const [, account = ''] = /^arn:[^:]+:\w+::(\d+):/.exec(caller.arn) ?? []
      const alias = accounts.find((item) => item.id === account)?.alias ?? account
      const role = caller.arn.includes(':role/')
      const name = caller.arn.split('/').at(-1) ?? caller.arn
      return {
        mark: 'IAM',
        title: caller.session ? `${name}/${caller.session.name}` : name,
        detail: `${role ? 'role session' : 'IAM user'}, ${alias}`,
      }
    }
  }
}
