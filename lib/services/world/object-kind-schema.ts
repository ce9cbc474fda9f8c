import { z } from 'zod'
import type { ObjectKind } from '../../domain/console-api'

const KINDS = [
  'account',
  'iamUser',
  'iamGroup',
  'iamRole',
  'iamPolicy',
  'accessKey',
  'function',
  'userPool',
  'userPoolUser',
  'api',
  'test',
] as const satisfies readonly ObjectKind[]

export const objectKindSchema = z.enum(KINDS)
