import { pointerTo } from '../document/pointer'
import type { LambdaFunction } from '../world'
import { choose } from './merge'
import type { FunctionDocument } from './workspace-shape'
import { type ApplyContext, placeOf } from './world-context'

const TIMEOUT_DEFAULT_MS = 3000
const MEMORY_DEFAULT_MB = 64

export function applyFunction(
  doc: FunctionDocument,
  stored: LambdaFunction | undefined,
  pointer: string,
  context: ApplyContext,
): LambdaFunction {
  const { account = '', region = '', name = '' } = doc
  context.places.set(placeOf('function', `${account}/${region}/${name}`), pointer)
  const code = choose(context, doc.code, stored?.code, '')
  if (code === '' && doc.code === undefined) context.problems.error(pointerTo(pointer, 'code'), 'required', 'A function needs its code.')
  return {
    account,
    region,
    name,
    handler: choose(context, doc.handler, stored?.handler, 'index.handler'),
    code,
    environment: applyEnvironment(doc, stored, pointer, context),
    timeoutMs: choose(context, doc.timeoutMs, stored?.timeoutMs, TIMEOUT_DEFAULT_MS),
    memoryMb: choose(context, doc.memoryMb, stored?.memoryMb, MEMORY_DEFAULT_MB),
    tables: choose(context, doc.tables && tablesOf(doc.tables), stored?.tables, new Map()),
    events: choose(context, doc.events, stored?.events, []),
  }
}

function applyEnvironment(
  doc: FunctionDocument,
  stored: LambdaFunction | undefined,
  pointer: string,
  context: ApplyContext,
): ReadonlyMap<string, string> {
  if (!doc.environment) return choose(context, undefined, stored?.environment, new Map())
  const environment = new Map<string, string>()
  for (const [name, given] of Object.entries(doc.environment)) {
    const value = given ?? stored?.environment.get(name)
    if (value !== undefined) environment.set(name, value)
    else context.problems.error(pointerTo(pointer, 'environment', name), 'secret_required', `${name} is new here: give its value.`)
  }
  return environment
}

function tablesOf(tables: NonNullable<FunctionDocument['tables']>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(Object.entries(tables).map(([name, rows]) => [name, new Map(Object.entries(rows))]))
}
