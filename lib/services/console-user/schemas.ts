import { z } from 'zod'

export const roleSchema = z.enum(['viewer', 'editor', 'admin'])

/** Compared without case: stored in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')

/** What the password hash accepts. */
export const PASSWORD_CHARS_MAX = 256

/** Length is what counts (NIST SP 800-63B, 3.1.1.2); the upper bound keeps the hash's work bounded. */
export const passwordSchema = z.string().min(10, 'must have 10 characters or more').max(PASSWORD_CHARS_MAX)
