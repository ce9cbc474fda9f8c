import { z } from 'zod'

export const apiIdSchema = z.string().min(1).max(100)
export const apiNameSchema = z.string().trim().min(1).max(1024)
export const stageNameSchema = z.string().regex(/^(\$default|[\w-]{1,128})$/, 'may hold letters, digits, - and _')
/** Source: API Gateway, quotas: size of an OpenAPI definition is 6 MB. */
export const definitionSchema = z
  .string()
  .min(1)
  .max(6 * 1024 * 1024)
