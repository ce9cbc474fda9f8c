import type { World } from '../../domain/world'
import type { Transaction } from '../database'
import type { SecretBox } from '../secret-box'
import type { DerivedApiCache } from './derived-api-cache'
import { loadAccounts } from './load-accounts'
import { loadApis, loadFunctions, loadTests } from './load-apis'
import { loadUserPools } from './load-user-pools'

export interface WorldReader {
  readonly box: SecretBox
  readonly derived: DerivedApiCache
}

/**
 * The configuration as the transaction sees it. The number of queries is fixed: it does not grow with what
 * is configured. Wants a transaction that sees one state: RepeatableRead, or the configuration lock.
 */
export async function loadWorld(tx: Transaction, reader: WorldReader, options: { users: boolean }): Promise<World> {
  const head = await tx.configHead.findUniqueOrThrow({ where: { singleton: 1 } })
  const accounts = await loadAccounts(tx, reader.box)
  const functions = await loadFunctions(tx, reader.box)
  const userPools = await loadUserPools(tx, reader.box, options)
  const apis = await loadApis(tx, reader.derived)
  const tests = await loadTests(tx)
  return { revision: head.revision, accounts, functions, userPools, apis, tests }
}
