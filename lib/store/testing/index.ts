/**
 * @module store/testing
 * Databases for tests, each its own copy of a migrated template in one shared cluster. Imported by tests and
 * the test runner alone.
 */
export { startTestCluster, type TestCluster } from './test-cluster'
export { createTestDatabase, type TestDatabase } from './test-database'
