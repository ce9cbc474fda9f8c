export const ALGORITHM = 'AWS4-HMAC-SHA256'
export const TERMINATOR = 'aws4_request'

/** Hex SHA-256 of nothing. */
export const EMPTY_PAYLOAD_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Source: mhart/aws4#118, an API Gateway answer: "(… - 5 min.)". */
export const CLOCK_WINDOW_SEC = 300

/** Source: "Authenticating requests: using query parameters", X-Amz-Expires: seven days. */
export const EXPIRES_SEC_MAX = 604_800

/** Bounds of ours on outside input; AWS's header limit in all is 10,240 bytes. */
export const AUTHORIZATION_CHARS_MAX = 8_192
export const SIGNED_HEADERS_MAX = 100
export const QUERY_PARAMETERS_MAX = 1_000

/** Access keys × days that one process keeps the signing key of. */
export const SIGNING_KEYS_MAX = 2_000
