/** Opens the one port: on both loopback families for `localhost`, else on the host that was asked for. */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { StartError } from './start-error'

export interface ListenOptions {
  readonly host: string
  readonly port: number
  readonly tls: { readonly certPath: string; readonly keyPath: string } | null
}

export interface Listeners {
  readonly port: number
  readonly addresses: ReadonlySet<string>
  onRequest(listener: RequestListener): void
  /** Without a listener an offer to upgrade is passed over and the request answered (RFC 9110, section 7.8): HTTP/2 clients make one. */
  onUpgrade(listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): void
  /** Takes no new requests, lets those under way finish for a moment, then closes what is left. */
  close(): Promise<void>
}

/** Larger than AWS's 10,240 bytes, so that the gateway can answer as AWS does. */
const HEADER_BYTES_MAX = 32 * 1024
const CLOSE_GRACE_MS = 3000

/** Until `onRequest` is called every request is answered 503. Throws a StartError that names the port. */
export async function openListeners(options: ListenOptions): Promise<Listeners> {
  let onRequest: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': '2' }).end('{"message":"Gatehouse is starting"}')
  }
  const make = () => newServer(options, (request, response) => onRequest(request, response))
  const first = make()
  const port = await listen(first, options.host === 'localhost' ? '127.0.0.1' : options.host, options.port)
  const servers = [first]
  if (options.host === 'localhost') {
    const second = make()
    if (await listenIfPossible(second, '::1', port)) servers.push(second)
  }
  return {
    port,
    addresses: new Set(servers.map((server) => (server.address() as AddressInfo).address)),
    onRequest: (listener) => (onRequest = listener),
    onUpgrade: (listener) => {
      for (const server of servers) server.on('upgrade', listener)
    },
    close: async () => void (await Promise.all(servers.map(closeServer))),
  }
}

function newServer(options: ListenOptions, onRequest: RequestListener): Server {
  const settings = { maxHeaderSize: HEADER_BYTES_MAX, keepAliveTimeout: 65_000, requestTimeout: 120_000 }
  const server = options.tls
    ? createTlsServer({ ...settings, cert: readFileSync(options.tls.certPath), key: readFileSync(options.tls.keyPath) }, onRequest)
    : createServer(settings, onRequest)
  // Node drops headers above 2,000 without a word, and with them the X-Forwarded-For that a proxy adds last; their bytes are bounded anyway.
  server.maxHeadersCount = 0
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseMalformed(error, socket))
  return server
}

/** What the HTTP parser refuses never becomes a request: answered in AWS's shape and closed. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, type, message] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'RequestTooLargeException', 'Request Header Or Cookie Too Large']
      : ['400 Bad Request', 'BadRequestException', 'Bad Request']
  const body = JSON.stringify({ message })
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nx-amzn-ErrorType: ${type}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  )
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => reject(listenFailure(error, host, port))
    server.once('error', onError)
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', onError)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function listenIfPossible(server: Server, host: string, port: number): Promise<boolean> {
  try {
    await listen(server, host, port)
    return true
  } catch (error) {
    const cause = error instanceof StartError ? (error.cause as NodeJS.ErrnoException) : null
    if (cause?.code === 'EADDRNOTAVAIL' || cause?.code === 'EAFNOSUPPORT') return false
    throw error
  }
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  if (error.code === 'EADDRINUSE')
    return new StartError(`Port ${port} on ${host} is taken by another program.`, 'stop it, or choose another port with PORT=…', {
      cause: error,
    })
  if (error.code === 'EACCES')
    return new StartError(`This user may not open port ${port}.`, 'choose a port above 1023 with PORT=…', { cause: error })
  return new StartError(`Cannot listen on ${host}:${port} (${error.code ?? error.message}).`, 'check HOST and PORT', { cause: error })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
