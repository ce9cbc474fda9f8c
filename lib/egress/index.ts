/**
 * @module egress
 * The one guarded client for outbound HTTP. Invariants: no private or metadata address after DNS
 * unless the operator opened it, never our own listeners, bounded time and size, no redirects.
 */
export { type AddressGuard, createAddressGuard } from './address-guard'
export { ECHO_HOST } from './echo'
export { createUpstreamClient } from './upstream-client'
