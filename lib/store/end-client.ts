import type pg from 'pg'

const END_MS_MAX = 2_000

/** Closes a connection. Never rejects, and does not wait for ever: pg does when the server died at the wrong moment. */
export async function endClient(client: pg.Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, END_MS_MAX)
  })
  await Promise.race([client.end().catch(() => undefined), late])
  clearTimeout(timer)
}
