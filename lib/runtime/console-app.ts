/** Next as the answer to whatever is no gateway, AWS or health request. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'

export interface ConsoleApp {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The hot-reload socket of the development server; a built console has none. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

/** Loads the built console from `directory` (or compiles it as it goes, with `dev`). */
export async function openConsoleApp(options: { directory: string; dev: boolean; host: string; port: number }): Promise<ConsoleApp> {
  const app = next({ dev: options.dev, dir: options.directory, hostname: options.host, port: options.port, quiet: true })
  await app.prepare()
  const handle = app.getRequestHandler()
  const upgrade = app.getUpgradeHandler()
  return {
    handle: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => void upgrade(request, socket, head),
    close: () => app.close(),
  }
}
