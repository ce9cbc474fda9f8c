import type { World } from '../../domain/world'
import { checkScript } from '../function/check-script'
import { isFunction } from '../function/find-function'
import type { ServicePorts } from '../ports'

/** Checks the scripts that a write brings or changes. Throws AppError `invalid_document` at the first that does not parse. */
export async function checkScripts(ports: ServicePorts, before: World, after: World): Promise<void> {
  for (const [index, fn] of after.functions.entries()) {
    const old = before.functions.find((item) => isFunction(item, fn))
    if (old?.code !== fn.code || old.handler !== fn.handler) await checkScript(ports, fn, `/functions/${index}/code`)
  }
}
