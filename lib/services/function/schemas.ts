import { z } from 'zod'
import { accountIdSchema, regionSchema } from '../principal/schemas'

/** What names a function. */
export const functionRefSchema = z.object({
  account: accountIdSchema,
  region: regionSchema,
  name: z.string().regex(/^[\w-]{1,64}$/, 'may hold letters, digits, _ and -'),
})
