/** Quotas of the gateway. Source: developer guide, limits. */
export const BODY_BYTES_MAX = 10 * 1024 * 1024
/** Longest method ARN that a resource policy is asked about. */
export const METHOD_ARN_BYTES_MAX = 1600
export const AUTHORIZER_CACHE_ENTRIES_MAX = 10_000
