import { pointerTo } from '../document/pointer'
import type { Problems } from '../document/problems'
import { deriveApi } from '../openapi/derive-api'
import { checkPolicy } from './check-policy'
import type { AccountDocument, WorkspaceDocument } from './workspace-shape'

/**
 * Checks definitions and policies of a document that will not be applied because its shape is wrong
 * already, so that one answer names the problems inside them too.
 */
export function checkContents(document: WorkspaceDocument, problems: Problems): void {
  document.accounts?.forEach((account, index) => {
    checkIam(account, pointerTo('/accounts', index, 'iam'), problems)
  })
  document.apis?.forEach((api, index) => {
    if (api.definition === undefined) return
    const result = deriveApi(api.definition, { protocol: api.protocol ?? 'REST' })
    const pointer = pointerTo('/apis', index, 'definition')
    if (!result.ok) for (const issue of result.issues) problems.add({ ...issue, pointer: pointer + issue.pointer })
    else if (result.policy !== null) checkPolicy(result.policy, 'resource', pointerTo(pointer, 'x-amazon-apigateway-policy'), problems)
  })
}

type Inline = readonly { readonly PolicyDocument?: string }[] | undefined

function checkIam({ iam }: AccountDocument, pointer: string, problems: Problems): void {
  const inline = (list: string, index: number, field: string, policies: Inline) =>
    policies?.forEach((policy, position) => {
      const at = pointerTo(pointer, list, index, field, position, 'PolicyDocument')
      if (policy.PolicyDocument !== undefined) checkPolicy(policy.PolicyDocument, 'identity', at, problems)
    })
  iam?.UserDetailList?.forEach((user, index) => {
    inline('UserDetailList', index, 'UserPolicyList', user.UserPolicyList)
  })
  iam?.GroupDetailList?.forEach((group, index) => {
    inline('GroupDetailList', index, 'GroupPolicyList', group.GroupPolicyList)
  })
  iam?.RoleDetailList?.forEach((role, index) => {
    inline('RoleDetailList', index, 'RolePolicyList', role.RolePolicyList)
    const at = pointerTo(pointer, 'RoleDetailList', index, 'AssumeRolePolicyDocument')
    if (role.AssumeRolePolicyDocument !== undefined) checkPolicy(role.AssumeRolePolicyDocument, 'trust', at, problems)
  })
  iam?.Policies?.forEach((policy, index) => {
    policy.PolicyVersionList?.forEach((version, position) => {
      const at = pointerTo(pointer, 'Policies', index, 'PolicyVersionList', position, 'Document')
      if (version.Document !== undefined && version.IsDefaultVersion !== false) checkPolicy(version.Document, 'identity', at, problems)
    })
  })
}
