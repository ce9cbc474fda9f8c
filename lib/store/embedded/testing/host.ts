/** A process that starts the embedded database of the directory it is given and prints one JSON line when it runs. */
import { startEmbeddedPostgres } from '..'

const [dataDir = ''] = process.argv.slice(2)
try {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
  console.log(JSON.stringify({ url: server.url, pid: server.pid() }))
  setInterval(() => undefined, 60_000)
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }))
  process.exitCode = 1
}
