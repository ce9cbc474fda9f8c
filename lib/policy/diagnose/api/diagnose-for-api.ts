import type { Reporter } from '../../finding/reporter'
import type { PolicyDocument } from '../../syntax/document'
import type { ApiFacts, PolicyKind } from '../../types'

/** How a resource policy meets the API that it belongs to. */
export function diagnoseForApi(document: PolicyDocument, kind: PolicyKind, api: ApiFacts, reporter: Reporter): void {
  if (kind !== 'resource') return
  if (api.protocol === 'HTTP') {
    reporter.add(
      'APIGW_HTTP_API_HAS_NO_RESOURCE_POLICY',
      { range: document.range, pointer: '' },
      'An HTTP API has no resource policy: this would never be asked.',
    )
  }
}
