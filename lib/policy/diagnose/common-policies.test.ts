import { describe, expect, it } from 'vitest'
import { diagnosePolicy, type PolicyKind } from '../index'

/** Policies that people run: nothing may be called an error, nothing may be refused. */
const OTHERS: readonly { readonly name: string; readonly kind: PolicyKind; readonly policy: object }[] = [
  {
    name: 'apigateway-resource-policies-examples: roles in another account',
    kind: 'resource',
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: ['arn:aws:iam::444455556666:role/developer', 'arn:aws:iam::444455556666:role/Admin'] },
          Action: 'execute-api:Invoke',
          Resource: ['execute-api:/stage/GET/pets'],
        },
      ],
    },
  },
  {
    name: 'apigateway-resource-policies-examples: deny by address',
    kind: 'resource',
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: ['execute-api:/*'] },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: ['execute-api:/*'],
          Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '198.51.100.0/24'] } },
        },
      ],
    },
  },
  {
    name: 'apigateway-resource-policies-examples: private API',
    kind: 'resource',
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: ['execute-api:/*'] },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: ['execute-api:/*'],
          Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' } },
        },
      ],
    },
  },
  {
    name: 'api-gateway-control-access-using-iam-policies-to-invoke-api',
    kind: 'identity',
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['execute-api:Invoke', 'execute-api:ManageConnections'],
          Resource: ['arn:aws:execute-api:us-east-1:*:a123456789/test/POST/mydemoresource/*'],
        },
      ],
    },
  },
  {
    name: 'reference_policies_examples: MFA self-service',
    kind: 'identity',
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'DenyAllExceptListedIfNoMFA',
          Effect: 'Deny',
          NotAction: ['iam:CreateVirtualMFADevice', 'iam:ListMFADevices', 'sts:GetSessionToken'],
          Resource: '*',
          Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
        },
      ],
    },
  },
  {
    name: 'reference_policies_variables: home folder',
    kind: 'identity',
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: ['s3:ListBucket'],
          Effect: 'Allow',
          Resource: ['arn:aws:s3:::amzn-s3-demo-bucket'],
          Condition: { StringLike: { 's3:prefix': [`\${aws:username}/*`] } },
        },
        { Action: ['s3:GetObject'], Effect: 'Allow', Resource: [`arn:aws:s3:::amzn-s3-demo-bucket/\${aws:username}/*`] },
      ],
    },
  },
  {
    name: 'id_roles_providers_oidc: GitHub trust',
    kind: 'trust',
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': 'repo:o/r:ref:refs/heads/main',
            },
          },
        },
      ],
    },
  },
  {
    name: 'id_roles_common-scenarios: external id',
    kind: 'trust',
    policy: {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: '444455556666' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'bean-42' } },
      },
    },
  },
  {
    name: 'orgs_manage_policies_scps_examples: deny by Region',
    kind: 'scp',
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'DenyAllOutsideEU',
          Effect: 'Deny',
          NotAction: ['a4b:*', 'iam:*'],
          Resource: '*',
          Condition: {
            StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1'] },
            ArnNotLike: { 'aws:PrincipalARN': ['arn:aws:iam::*:role/Role1AllowedToBypassThisSCP'] },
          },
        },
      ],
    },
  },
  {
    name: 'an authorizer blueprint',
    kind: 'authorizer',
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: ['arn:aws:execute-api:us-east-1:111122223333:fhorders01/prod/*/*'] },
      ],
    },
  },
]

describe('policies that people run', () => {
  it.each(OTHERS)('$name has no error', ({ kind, policy }) => {
    const findings = diagnosePolicy(JSON.stringify(policy), kind)
    expect(findings.filter(({ severity, blocksSaving }) => severity === 'error' || blocksSaving)).toEqual([])
  })
})
