import { z } from 'zod'

export const poolIdSchema = z.string().min(1).max(55)
export const groupNameSchema = z.string().min(1).max(128)
/** Source: Cognito user pools API, UsernameType. */
export const usernameSchema = z.string().min(1).max(128)
export const poolAttributesSchema = z.array(z.object({ name: z.string().min(1).max(32), value: z.string().max(2048) })).max(50)
