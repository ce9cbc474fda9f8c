/**
 * @module policy
 * The IAM policy language: parse, diagnose, compile, decide, explain. Pure: imports nothing, knows
 * no clock and no chance; runs on the server, in workers and in the browser alike. Nothing here
 * throws on outside input, and every walk over it is bounded.
 */

export { type CompileOptions, type CompileResult, compilePolicy } from './compile/compile-policy'
export type { CompiledPolicy } from './compile/compiled-policy'
export { type ApiIdentity, expandResource } from './compile/expand-resource'
export { parseDate } from './condition/date/parse-date'
export { type IpAddress, parseIp } from './condition/ip/parse-ip'
export { type IpRange, parseIpRange, rangeHolds } from './condition/ip/parse-ip-range'
export { findGlobalKey, type KnownKey, listGlobalKeys } from './condition/known-keys'
export { diagnosePolicy } from './diagnose/diagnose-policy'
export { decideAccess } from './evaluate/decide-access'
export { decidePolicy, type PolicyDecision } from './evaluate/decide-policy'
export { explainAccess, explainPolicy } from './evaluate/explain-access'
export { type OutcomeRow, TABLE_A, TABLE_B } from './evaluate/outcome-tables'
export { CATALOGUE, type FindingId } from './finding/catalogue'
export type {
  JsonArray,
  JsonBoolean,
  JsonMember,
  JsonNode,
  JsonNull,
  JsonNumber,
  JsonObject,
  JsonProblem,
  JsonReading,
  JsonString,
} from './json/node'
export { childPointer, findNode, pointerAt, toPointer } from './json/pointer'
export { readJson } from './json/read-json'
export { type PlainJson, toPlain } from './json/to-plain'
export { type ParsedPolicy, parsePolicy } from './parse-policy'
export { type ConditionOperator, OPERATORS, type OperatorFamily, parseConditionOperator } from './syntax/condition-operator'
export type { Condition, ListElement, PolicyDocument, PrincipalElement, Statement, Text } from './syntax/document'
export { measurePolicy } from './syntax/size'
export {
  type AccessDecision,
  type AccessExplanation,
  type AccessOutcome,
  type AccessQuestion,
  type AccessRequest,
  type ApiFacts,
  type AuthorizationFlow,
  type ConditionTrace,
  type Fact,
  type Facts,
  type Finding,
  type MatchState,
  type PolicyKind,
  type PolicySource,
  type PolicyTrace,
  type PolicyVerdict,
  type Principal,
  type QuickFix,
  type Severity,
  type Side,
  type StatementTrace,
  type TableCell,
  type TextRange,
  UNKNOWN,
} from './types'
