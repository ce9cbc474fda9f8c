/**
 * @module store
 * Everything that lasts, in one PostgreSQL database: configuration with its history, console accounts,
 * user pools, the request log. The only importer of Prisma; knows services, gateway and userpool by their
 * ports alone. Secrets leave it in plain and lie in it sealed; tokens are kept as hashes; revision numbers
 * commit in order; what is stored is never jsonb where its text matters.
 */
export type { DemoSecrets } from './demo-secrets'
export { applyMigrations } from './migrate'
export { openStore, type Store, type StoreOptions } from './open-store'
export type { RevisionListener } from './revision-listener'
export { deriveKey, type KeyPurpose } from './secret-box'
