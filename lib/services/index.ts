/**
 * @module services
 * What people and scripts can do: one verb per file, `<entity>/<verb>.ts`. A verb checks the role,
 * then its input, then writes the configuration in one transaction and answers once this node
 * enforces it; who did what is audited. It may import shared, policy, protocol, domain, the ports of
 * gateway and sandbox; storage is reached through ports.ts alone. Secrets never come out of a read.
 */
export { type ActorContext, createServices, type Services } from './create-services'
export { HTTP_TABLE, type HttpMethod, type HttpRow } from './http-table'
export { hasRole } from './permissions'
export type { AccountStore, Actor, ConfigStore, ConsoleUser, RequestLogReader, ServiceContext, ServicePorts } from './ports'
export type { Credential } from './session/resolve-actor'
export type { Verb } from './verb'
export { type VerbName, type Verbs, verbs } from './verbs'
