import { z } from 'zod'

/** Source: IAM API reference, the patterns of each parameter. */
const iamName = (max: number) => z.string().regex(new RegExp(`^[\\w+=,.@-]{1,${max}}$`), `1 to ${max} letters, digits or +=,.@_-`)

export const accountId = z
  .string({ error: 'An account id is a string of 12 digits; quote it.' })
  .regex(/^\d{12}$/, 'An account id has 12 digits.')
export const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'A region looks like us-east-1.')
export const userName = iamName(64)
export const groupName = iamName(128)
export const roleName = iamName(64)
export const policyName = iamName(128)
export const iamPath = z
  .string()
  .max(512)
  .regex(/^\/([\x21-\x7e]*\/)?$/, 'A path begins and ends with /.')
export const iamId = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}[A-Z0-9]{12,28}$`), `An id of this kind begins with ${prefix}.`)
export const arn = z
  .string()
  .max(2048)
  .regex(/^arn:aws[a-z-]*:[^:\s]+:[^:\s]*:[^:\s]*:\S+$/, 'Expected an ARN.')
export const functionName = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, '1 to 64 letters, digits, - or _')
export const environmentName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/, 'A name begins with a letter or _.')
export const poolId = z
  .string()
  .max(55)
  .regex(/^[a-z]{2}(-[a-z]+)+-\d_[A-Za-z0-9]+$/, 'A pool id looks like us-east-1_Abc123XYZ.')
export const clientId = z
  .string()
  .max(128)
  .regex(/^[\w+]+$/, 'A client id has letters, digits, _ or +.')
export const apiId = z.string().regex(/^[a-z0-9]{10}$/, 'An API id has 10 lower-case letters and digits.')
export const stageName = z.string().regex(/^([A-Za-z0-9_-]{1,128}|\$default)$/, 'A stage name has letters, digits, - or _.')
export const uuid = z.string().regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, 'Expected a UUID.')
/** Printable, no spaces. Source: Cognito API reference, UsernameType. */
export const poolUsername = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, 'A username has no spaces or control characters.')
export const headerName = z.string().regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,256}$/, 'Expected a header name.')
export const headerValue = z
  .string()
  .max(8192)
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'A header value has no line breaks.')
