import type { Severity } from '../types'

interface Rule {
  readonly severity: Severity
  /** True when a policy with this finding cannot be enforced as written. */
  readonly blocksSaving: boolean
}

const refused: Rule = { severity: 'error', blocksSaving: true }
const error: Rule = { severity: 'error', blocksSaving: false }
const security: Rule = { severity: 'security', blocksSaving: false }
const warning: Rule = { severity: 'warning', blocksSaving: false }
const suggestion: Rule = { severity: 'suggestion', blocksSaving: false }

/** Every finding with its severity. Ids without a prefix are those of Access Analyzer's policy checks. */
export const CATALOGUE = {
  // Syntax and shape
  JSON_SYNTAX_ERROR: refused,
  DUPLICATE_KEY: refused,
  DATA_TYPE_MISMATCH: refused,
  INVALID_POLICY_ELEMENT: refused,
  UNSUPPORTED_ELEMENT_COMBINATION: refused,
  MISSING_STATEMENT: refused,
  MISSING_EFFECT: refused,
  MISSING_ACTION: refused,
  MISSING_RESOURCE: refused,
  MISSING_PRINCIPAL: refused,
  INVALID_EFFECT: refused,
  INVALID_VERSION: refused,
  MISSING_VERSION: warning,
  UNSUPPORTED_SID: warning,
  UNIQUE_SIDS_REQUIRED: error,
  UNIQUE_SIDS_RECOMMENDED: warning,
  EMPTY_SID_VALUE: suggestion,
  UNSUPPORTED_CHARACTER: warning,

  // Actions
  INVALID_ACTION_FORMAT: refused,
  INVALID_ACTION: error,
  UNSUPPORTED_ACTION_IN_POLICY: error,
  WILDCARD_IN_SERVICE_NAME: suggestion,
  EMPTY_ARRAY_ACTION: suggestion,
  REDUNDANT_ACTION: suggestion,

  // Resources
  INVALID_ARN_PREFIX: refused,
  INVALID_ARN_SERVICE_CASE: error,
  INVALID_ARN_ACCOUNT: error,
  INVALID_ARN_REGION: error,
  INVALID_ARN_RESOURCE: error,
  INVALID_PARTITION: error,
  MISSING_ARN_FIELD: error,
  MISSING_ARN_REGION: error,
  MISSING_ARN_ACCOUNT: error,
  UNSUPPORTED_RESOURCE_ARN_IN_POLICY: error,
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: refused,
  EMPTY_ARRAY_RESOURCE: suggestion,
  REDUNDANT_RESOURCE: suggestion,

  // Principals
  UNSUPPORTED_PRINCIPAL: refused,
  INVALID_PRINCIPAL_FORMAT: refused,
  INVALID_PRINCIPAL_KEY: refused,
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: refused,
  INVALID_SERVICE_PRINCIPAL_FORMAT: error,
  FEDERATED_PRINCIPAL_NOT_SUPPORTED: warning,
  INVALID_ROLE_REFERENCE: warning,
  INVALID_USER_REFERENCE: warning,
  ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL: refused,
  ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL: error,
  ALLOW_WITH_NOT_PRINCIPAL: security,
  DENY_WITH_NOT_PRINCIPAL_INCOMPLETE: security,
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: security,
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL: security,
  EMPTY_ARRAY_PRINCIPAL: suggestion,
  EMPTY_OBJECT_PRINCIPAL: suggestion,

  // Conditions
  INVALID_CONDITION_OPERATOR: refused,
  INVALID_CONDITION_KEY_FORMAT: refused,
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: refused,
  NULL_WITH_IF_EXISTS: refused,
  INVALID_CONDITION_DATA_TYPE: error,
  INVALID_CONDITION_MULTIPLE_BOOLEAN: error,
  INVALID_GLOBAL_CONDITION_KEY: error,
  INVALID_SERVICE_CONDITION_KEY: error,
  UNSUPPORTED_GLOBAL_CONDITION_KEY: error,
  MISSING_TAG_KEY_IN_CONDITION: error,
  MISSING_QUALIFIER: error,
  INVALID_VPC_FORMAT: error,
  INVALID_VPCE_FORMAT: error,
  TYPE_MISMATCH: warning,
  TYPE_MISMATCH_BOOLEAN: refused,
  TYPE_MISMATCH_DATE: refused,
  TYPE_MISMATCH_IP_RANGE: refused,
  TYPE_MISMATCH_NUMBER: refused,
  TYPE_MISMATCH_STRING: refused,
  INVALID_DATE_VALUE: warning,
  WILDCARD_WITHOUT_LIKE_OPERATOR: warning,
  PRIVATE_IP_ADDRESS: warning,
  PRIVATE_NOT_IP_ADDRESS: warning,
  NOT_IP_ADDRESS_OTHER_FAMILY: security,
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: security,
  FORALLVALUES_ALLOW_WITHOUT_NULL_CHECK: security,
  NULL_WITH_QUALIFIER: suggestion,
  IMPROVE_IP_RANGE: suggestion,
  EMPTY_ARRAY_CONDITION: suggestion,
  EMPTY_ARRAY_CONDITION_FORALLVALUES: suggestion,
  EMPTY_ARRAY_CONDITION_FORANYVALUE: suggestion,
  EMPTY_ARRAY_CONDITION_IFEXISTS: suggestion,
  EMPTY_OBJECT_CONDITION: suggestion,

  // Variables
  MISSING_BRACE_IN_VARIABLE: refused,
  MISSING_QUOTE_IN_VARIABLE: refused,
  UNSUPPORTED_SPACE_IN_VARIABLE: refused,
  EMPTY_VARIABLE: refused,
  INVALID_VARIABLE_FOR_OPERATOR: refused,
  VARIABLE_UNSUPPORTED_IN_ELEMENT: refused,
  VARIABLE_UNSUPPORTED_IN_VERSION: warning,
  VARIABLE_IN_DENY_NOT_RESOURCE: security,

  // Sizes, all of them AWS's
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: warning,
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: warning,
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: warning,
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: warning,
  REDUNDANT_STATEMENT: suggestion,

  // The API that the policy belongs to
  APIGW_SHORT_ARN_NEEDS_API: refused,
  APIGW_REGION_OR_ACCOUNT_MISMATCH: warning,
  APIGW_UNKNOWN_API: warning,
  APIGW_STAGE_MISSING: warning,
  APIGW_UNKNOWN_STAGE: warning,
  APIGW_BAD_METHOD: warning,
  APIGW_ROUTE_NOT_FOUND: warning,
  APIGW_PATH_PARAM_LITERAL: warning,
  APIGW_TRAILING_SLASH: warning,
  APIGW_STAR_CROSSES_SEGMENTS: security,
  APIGW_KEY_ABSENT_FOR_AUTH: warning,
  APIGW_VPC_KEY_ON_PUBLIC_API: warning,
  APIGW_SOURCE_IP_ON_PRIVATE_API: warning,
  APIGW_PRINCIPAL_BREAKS_METHODS: warning,
  APIGW_ACCOUNT_PRINCIPAL_DELEGATES: warning,
  APIGW_ALLOW_LIST_BYPASSED_BY_AUTHORIZER: security,
  APIGW_SILENT_AUTHORIZER_ALLOWED: security,
  APIGW_NO_EXPLICIT_ALLOW: warning,
  APIGW_HTTP_API_HAS_NO_RESOURCE_POLICY: error,
} satisfies Record<string, Rule>

export type FindingId = keyof typeof CATALOGUE
