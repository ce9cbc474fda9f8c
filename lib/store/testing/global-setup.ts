import { startTestCluster } from './test-cluster'

/** For vitest: one cluster for all database suites of a run, unless the runner gives one. Returns how to stop it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.GATEHOUSE_TEST_CLUSTER_URL) return async () => undefined
  const cluster = await startTestCluster()
  process.env.GATEHOUSE_TEST_CLUSTER_URL = cluster.url
  return () => cluster.stop()
}
