import { z } from 'zod'
import { POLICY_CHARS_MAX } from '../policy-text'

export const accountIdSchema = z.string().regex(/^\d{12}$/, 'must be 12 digits')
export const regionSchema = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region, e.g. us-east-1')
export const arnSchema = z.string().min(20).max(2048)
/** Source: IAM API reference, CreateUser, CreateGroup, CreateRole: UserName, GroupName, RoleName. */
export const principalNameSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w+=,.@-]+$/, 'may hold letters, digits and _+=,.@-')
export const policyNameSchema = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[\w+=,.@-]+$/, 'may hold letters, digits and _+=,.@-')
export const policyDocumentSchema = z.string().min(1).max(POLICY_CHARS_MAX)
/** Source: IAM API reference, Tag. */
export const tagsSchema = z
  .array(z.object({ key: z.string().min(1).max(128), value: z.string().max(256) }))
  .max(50)
  .refine((tags) => new Set(tags.map((tag) => tag.key.toLowerCase())).size === tags.length, 'must not repeat a key')
