/** Name of Gatehouse's database in the embedded server. */
export const DATABASE = 'gatehouse'

export function databaseUrl({ port, password, database = DATABASE }: { port: number; password: string; database?: string }): string {
  return `postgres://gatehouse:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}
