import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RawRequest, RawResponse } from '../../gateway/ports'

/** Serves a handler of raw requests over real HTTP on a free port of loopback. */
export async function serve(handle: (request: RawRequest) => Promise<RawResponse>): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { address = '', port = 0 } = request.socket.address() as AddressInfo
    const answer = await handle({
      method: request.method ?? '',
      target: request.url ?? '',
      rawHeaders: request.rawHeaders,
      body: Buffer.concat(chunks),
      peer: { address, port },
      secure: false,
    })
    response.writeHead(answer.status, answer.headers.flat())
    response.end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
