/** Every way in which a request can end: one row per code with its sentence and its wire answer. */
import { ACCESS_REASONS } from './reasons/access'
import { AUTHENTICATION_REASONS } from './reasons/authentication'
import type { Reason } from './reasons/reason'
import type { ReasonCode } from './reasons/reason-code'
import { REQUEST_REASONS } from './reasons/request'

export const REASONS = { ...REQUEST_REASONS, ...AUTHENTICATION_REASONS, ...ACCESS_REASONS } satisfies Record<
  ReasonCode,
  Reason
> as Readonly<Record<ReasonCode, Reason>>
