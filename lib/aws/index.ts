/**
 * The AWS wire protocols: decodes calls of AWS SDKs and CLIs, asks lib/userpool, encodes the answer.
 * Whatever is not offered is refused in the shape that the SDK of that service reads.
 * @module
 */
export type { AwsDeps } from './deps'
export { handleAws } from './handle-aws'
export { handlePoolDocuments } from './handle-pool-documents'
