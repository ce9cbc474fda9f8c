import { toYaml } from './document/to-yaml'
import { parseWorkspace } from './workspace/parse-workspace'
import type { AccountDocument, FunctionDocument, PoolDocument, WorkspaceDocument } from './workspace/workspace-shape'
import { type Generate, newSecret } from './workspace/world-context'

export interface SeededDemo {
  /** Whole: nothing in it asks for a secret any more. */
  readonly document: WorkspaceDocument
  /** What was made, by the name of a shell variable: ALICE_ACCESS_KEY_ID, ALICE_SECRET_ACCESS_KEY, ADA_PASSWORD, LOYALTY_KEY … */
  readonly demoSecrets: ReadonlyMap<string, string>
}

interface Vault {
  readonly secrets: Map<string, string>
  make(name: string, length: number, prefix?: string): string
}

const ACCESS_KEY_SECRET_CHARS = 40
const CLIENT_SECRET_CHARS = 52
const PASSWORD_CHARS = 16
const VARIABLE_CHARS = 40
/** Whatever a pool's policy asks for: upper and lower case, digit, symbol. */
const PASSWORD_PREFIX = 'Fh1-'

/**
 * Returns the demo's workspace document with every secret that it leaves out made afresh: access keys,
 * passwords, client secrets and function variables. Variables of the same name share one value. Throws when
 * the document is broken, which is our own fault.
 */
export function seedDemo(documentText: string, generate: Pick<Generate, 'bytes'>): SeededDemo {
  const result = parseWorkspace(documentText)
  if (!result.ok) throw new Error(`The demo workspace has problems:\n${toYaml(result.issues)}`)
  const vault = createVault(generate)
  const { document } = result
  const accounts = document.accounts?.map((account) => withKeys(account, vault))
  const userPools = document.userPools?.map((pool) => withPasswords(pool, vault))
  const functions = document.functions?.map((fn) => withVariables(fn, vault))
  return { document: { ...document, accounts, userPools, functions }, demoSecrets: vault.secrets }
}

function createVault({ bytes }: Pick<Generate, 'bytes'>): Vault {
  const secrets = new Map<string, string>()
  return {
    secrets,
    make(name, length, prefix = '') {
      const made = secrets.get(name) ?? prefix + newSecret(length, { bytes })
      secrets.set(name, made)
      return made
    },
  }
}

const variable = (...words: readonly string[]) =>
  words
    .join('_')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')

function withKeys(account: AccountDocument, vault: Vault): AccountDocument {
  const accessKeys = account.accessKeys?.map((key) => {
    if (key.SecretAccessKey !== undefined || key.UserName === undefined) return key
    vault.secrets.set(variable(key.UserName, 'access_key_id'), key.AccessKeyId ?? '')
    return { ...key, SecretAccessKey: vault.make(variable(key.UserName, 'secret_access_key'), ACCESS_KEY_SECRET_CHARS) }
  })
  return { ...account, accessKeys }
}

function withPasswords(pool: PoolDocument, vault: Vault): PoolDocument {
  const users = pool.users?.map((user) => {
    if (user.Password !== undefined || user.PasswordHash !== undefined) return user
    return { ...user, Password: vault.make(variable(user.Username ?? '', 'password'), PASSWORD_CHARS, PASSWORD_PREFIX) }
  })
  const clients = pool.clients?.map((client) => {
    if (!client.GenerateSecret || client.ClientSecret !== undefined) return client
    return { ...client, ClientSecret: vault.make(variable(client.ClientName ?? '', 'client_secret'), CLIENT_SECRET_CHARS) }
  })
  return { ...pool, users, clients }
}

function withVariables(fn: FunctionDocument, vault: Vault): FunctionDocument {
  if (!fn.environment) return fn
  const environment = Object.entries(fn.environment).map(([name, value]) => [name, value ?? vault.make(name, VARIABLE_CHARS)])
  return { ...fn, environment: Object.fromEntries(environment) }
}
