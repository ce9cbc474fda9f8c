/**
 * @module policy
 * The IAM policy language: parse, diagnose, compile, decide, explain. Pure: imports nothing, knows
 * no clock and no chance; runs on the server, in workers and in the browser alike.
 */
export * from './types'
