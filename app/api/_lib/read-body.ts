import { AppError } from '@/lib/domain/errors'

/** Returns the body as text. Counts while it reads: throws AppError `too_large` as soon as `bytesMax` is passed. */
export async function readText(request: Request, bytesMax: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw tooLarge(bytesMax)
  if (request.body === null) return ''
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > bytesMax) {
      await reader.cancel()
      throw tooLarge(bytesMax)
    }
    chunks.push(value)
  }
  return decode(chunks)
}

function decode(chunks: readonly Uint8Array[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (cause) {
    throw new AppError('invalid_request', 'The body is not UTF-8.', { cause })
  }
}

/** Returns the JSON object of a body; an empty body is an empty object. */
export function parseObject(text: string): Readonly<Record<string, unknown>> {
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid_request', 'The body is not JSON.', { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AppError('invalid_request', 'The body must be a JSON object.')
  return value as Readonly<Record<string, unknown>>
}

function tooLarge(bytesMax: number): AppError {
  return new AppError('too_large', `The body is over ${Math.floor(bytesMax / 1024 / 1024)} MB.`)
}
