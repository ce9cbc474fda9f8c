import type { Reporter } from '../../finding/reporter'
import type { PolicyDocument } from '../../syntax/document'
import type { ApiFacts, PolicyKind } from '../../types'
import { checkCallers } from './caller-rules'
import { findCoverage } from './coverage'
import { checkCrossings } from './crossing-rule'
import { checkKeys } from './key-rules'
import { checkApiResource } from './resource-rules'

/** How a resource policy meets the API that it belongs to. Policies of other kinds are not about one API. */
export function diagnoseForApi(document: PolicyDocument, kind: PolicyKind, api: ApiFacts, reporter: Reporter): void {
  if (kind !== 'resource') return
  if (api.protocol === 'HTTP') {
    const message = 'An HTTP API has no resource policy: no request would be asked about this one.'
    reporter.add('APIGW_HTTP_API_HAS_NO_RESOURCE_POLICY', { range: document.range, pointer: '' }, message)
    return
  }
  const coverage = findCoverage(document, api)
  if (coverage === null) return
  for (const resource of coverage.statements.flatMap(({ resources }) => resources)) checkApiResource(resource, coverage, reporter)
  checkCrossings(coverage, reporter)
  checkKeys(coverage, reporter)
  checkCallers(coverage, reporter)
}
