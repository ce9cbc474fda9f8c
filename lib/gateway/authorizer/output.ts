import { z } from 'zod'

/** What a Lambda authorizer may return. Source: developer guide, api-gateway-lambda-authorizer-output. */
const outputSchema = z.object({
  principalId: z.string(),
  policyDocument: z.looseObject({ Statement: z.union([z.looseObject({}), z.array(z.looseObject({}))]) }),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  usageIdentifierKey: z.string().nullish(),
})

export interface AuthorizerOutput {
  readonly principalId: string
  /** JSON text of the policy document. */
  readonly policy: string
  /** Values as integrations see them: strings. */
  readonly context: ReadonlyMap<string, string>
}

export const OUTPUT_BYTES_MAX = 8192
const RESOURCE_CHARS_MAX = 512

/** Reads a script's result; a sentence about what is wrong with it comes back as `problem`. */
export function readAuthorizerOutput(
  value: unknown,
): { readonly ok: true; readonly output: AuthorizerOutput } | { readonly ok: false; readonly problem: string } {
  const text = JSON.stringify(value)
  if (text === undefined) return { ok: false, problem: 'The function returned nothing.' }
  if (Buffer.byteLength(text) > OUTPUT_BYTES_MAX) return { ok: false, problem: `The result is larger than ${OUTPUT_BYTES_MAX} bytes.` }
  const parsed = outputSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return { ok: false, problem: `The result is no policy: ${issue.path.join('.') || 'the value'}: ${issue.message}.` }
  }
  const { principalId, policyDocument, context } = parsed.data
  if (hasLongResource(policyDocument.Statement)) {
    return { ok: false, problem: `A Resource in the returned policy is longer than ${RESOURCE_CHARS_MAX} characters.` }
  }
  const strings = new Map(Object.entries(context ?? {}).map(([key, item]) => [key, String(item)]))
  return { ok: true, output: { principalId, policy: JSON.stringify(policyDocument), context: strings } }
}

function hasLongResource(statements: unknown): boolean {
  const list = Array.isArray(statements) ? statements : [statements]
  return list.some((statement: Record<string, unknown>) => {
    const resources = Array.isArray(statement.Resource) ? statement.Resource : [statement.Resource]
    return resources.some((resource) => typeof resource === 'string' && resource.length > RESOURCE_CHARS_MAX)
  })
}
