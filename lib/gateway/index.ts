/**
 * @module gateway
 * Request to response: which API and route is meant, who calls, whether they may, and what answers.
 * May import shared, policy, protocol, domain and the ScriptRunner port. Invariants: what the playground
 * evaluates and what the gateway enforces run through the same stages on the same compiled snapshot; an
 * error while deciding is a denial; nothing but memory is read on the way; only respond.ts writes answers.
 */
export { compileSnapshot } from './compile-snapshot'
export { createGateway } from './gateway'
export type {
  CompileSnapshot,
  EvaluateOptions,
  Gateway,
  GatewayPorts,
  RawRequest,
  RawResponse,
  RequestLog,
  RequestRecord,
  UpstreamClient,
  UpstreamRequest,
  UpstreamResult,
} from './ports'
export { REASONS } from './reasons'
export type { Reason, WireAnswer } from './reasons/reason'
export type { ReasonCode } from './reasons/reason-code'
export { functionKey, type Snapshot } from './snapshot'
export { normalizeSourceIp } from './source-ip'
