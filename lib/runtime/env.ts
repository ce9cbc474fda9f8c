import { z } from 'zod'

/** The settings of one process, read once from the environment. Everything else gets them as arguments. */
export interface Env {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly secret: string | null
  readonly previousSecret: string | null
  readonly publicUrl: string | null
  readonly gatewayDomain: string
  readonly seed: 'demo' | 'none' | null
  readonly adminEmail: string | null
  readonly adminPassword: string | null
  readonly apiToken: string | null
  readonly trustedProxies: readonly string[]
  readonly egressAllow: readonly string[]
  readonly tls: { readonly certPath: string; readonly keyPath: string } | null
  readonly dev: boolean
}

const list = z
  .string()
  .optional()
  .transform((text) => (text ?? '').split(/[\s,]+/).filter((item) => item !== ''))

const optional = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === '' ? null : text))

const envSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('localhost'),
  DATABASE_URL: optional.refine((url) => url === null || /^postgres(ql)?:\/\//.test(url), 'must begin with postgres://'),
  GATEHOUSE_DATA_DIR: z.string().min(1).default('./.gatehouse'),
  GATEHOUSE_SECRET: optional.refine((secret) => secret === null || secret.length >= 32, 'must have 32 characters or more'),
  GATEHOUSE_SECRET_PREVIOUS: optional,
  GATEHOUSE_PUBLIC_URL: optional
    .refine((url) => url === null || (URL.canParse(url) && /^https?:/.test(url)), 'must be an http or https address')
    .transform((url) => url?.replace(/\/+$/, '') ?? null),
  GATEHOUSE_GATEWAY_DOMAIN: z
    .string()
    .min(1)
    .default('execute-api.localhost')
    .transform((domain) => domain.toLowerCase()),
  GATEHOUSE_SEED: z
    .union([z.literal(''), z.enum(['demo', 'none'])])
    .optional()
    .transform((seed) => (seed ? seed : null)),
  GATEHOUSE_ADMIN_EMAIL: optional,
  GATEHOUSE_ADMIN_PASSWORD: optional,
  GATEHOUSE_API_TOKEN: optional.refine((token) => token === null || token.length >= 24, 'must have 24 characters or more'),
  GATEHOUSE_TRUSTED_PROXIES: list,
  GATEHOUSE_EGRESS_ALLOW: list,
  GATEHOUSE_TLS_CERT: optional,
  GATEHOUSE_TLS_KEY: optional,
  GATEHOUSE_DEV: optional,
})

export type EnvResult = { readonly ok: true; readonly env: Env } | { readonly ok: false; readonly problems: readonly string[] }

/** Returns the settings, or one line for each variable that is wrong, e.g. `PORT must be at most 65535`. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): EnvResult {
  const parsed = envSchema.safeParse(source)
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
  const value = parsed.data
  const problems: string[] = []
  if ((value.GATEHOUSE_TLS_CERT === null) !== (value.GATEHOUSE_TLS_KEY === null))
    problems.push('GATEHOUSE_TLS_CERT and GATEHOUSE_TLS_KEY must be set together')
  if ((value.GATEHOUSE_ADMIN_EMAIL === null) !== (value.GATEHOUSE_ADMIN_PASSWORD === null))
    problems.push('GATEHOUSE_ADMIN_EMAIL and GATEHOUSE_ADMIN_PASSWORD must be set together')
  if (value.DATABASE_URL !== null && value.GATEHOUSE_SECRET === null)
    problems.push('GATEHOUSE_SECRET is required when DATABASE_URL is set: 32 characters or more, the same at every start')
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, env: toEnv(value) }
}

function toEnv(value: z.output<typeof envSchema>): Env {
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    dataDir: value.GATEHOUSE_DATA_DIR,
    secret: value.GATEHOUSE_SECRET,
    previousSecret: value.GATEHOUSE_SECRET_PREVIOUS,
    publicUrl: value.GATEHOUSE_PUBLIC_URL,
    gatewayDomain: value.GATEHOUSE_GATEWAY_DOMAIN,
    seed: value.GATEHOUSE_SEED,
    adminEmail: value.GATEHOUSE_ADMIN_EMAIL,
    adminPassword: value.GATEHOUSE_ADMIN_PASSWORD,
    apiToken: value.GATEHOUSE_API_TOKEN,
    trustedProxies: value.GATEHOUSE_TRUSTED_PROXIES,
    egressAllow: value.GATEHOUSE_EGRESS_ALLOW,
    tls:
      value.GATEHOUSE_TLS_CERT && value.GATEHOUSE_TLS_KEY ? { certPath: value.GATEHOUSE_TLS_CERT, keyPath: value.GATEHOUSE_TLS_KEY } : null,
    dev: value.GATEHOUSE_DEV !== null,
  }
}

/** True when the host that we bind is reachable from this machine only. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
