/**
 * @module store/embedded
 * A real PostgreSQL from an npm package, for installations without DATABASE_URL. Listens on loopback alone,
 * never runs as root, survives kill -9 of everything, and never outlives Gatehouse. Imports node, pg and the
 * error type only.
 */
export { findEmbeddedPostgres } from './find-embedded-postgres'
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start-embedded-postgres'
