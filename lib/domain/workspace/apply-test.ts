import { pointerTo } from '../document/pointer'
import type { SavedTest } from '../world'
import { choose } from './merge'
import type { TestDocument } from './workspace-shape'
import { type ApplyContext, placeOf } from './world-context'

const REQUIRED = ['api', 'stage', 'request', 'caller', 'expect'] as const

export function applyTest(doc: TestDocument, stored: SavedTest | undefined, pointer: string, context: ApplyContext): SavedTest {
  const name = doc.name ?? ''
  context.places.set(placeOf('test', name), pointer)
  for (const field of REQUIRED) {
    const missing = doc[field] === undefined && (context.mode === 'replace' || stored === undefined)
    if (missing) context.problems.error(pointerTo(pointer, field), 'required', `${field} is missing.`)
  }
  return {
    name,
    description: choose(context, doc.description, stored?.description, null),
    api: doc.api ?? stored?.api ?? '',
    stage: doc.stage ?? stored?.stage ?? '',
    before: choose(context, doc.before, stored?.before, []),
    request: doc.request ?? stored?.request ?? { method: 'GET', path: '/', headers: [], body: null, sourceIp: '127.0.0.1', hmac: null },
    caller: doc.caller ?? stored?.caller ?? { type: 'anonymous' },
    expect: doc.expect ??
      stored?.expect ?? { status: 200, outcome: 'allow', reasonCode: null, statement: null, errorType: null, body: null },
  }
}
