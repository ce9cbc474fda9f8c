'use client'
import type { PoolDetail } from '@/lib/domain/console-api'
import { useSession } from '../data/session.client'
import { quote } from '../playground/curl-command'
import { CodeBlock } from '../ui/code-block.client'
import { Copy } from '../ui/copy.client'
import { Panel } from '../ui/panel'
import { TimeAgo } from '../ui/time-ago.client'

/** Where the pool's tokens come from, and how to get one. */
export function PoolOverview({ pool }: { readonly pool: PoolDetail }) {
  const { publicUrl } = useSession()
  const client =
    pool.clients.find((item) => !item.hasSecret && item.explicitAuthFlows.includes('ALLOW_USER_PASSWORD_AUTH')) ?? pool.clients[0]
  return (
    <div className="grid max-w-190 content-start gap-6 p-4 md:p-6">
      <Panel title="Addresses">
        <Address label="Issuer" value={pool.issuer} />
        <Address label="JWKS" value={pool.jwksUri} />
        <Address label="Discovery" value={`${pool.issuer}/.well-known/openid-configuration`} />
        <Address label="Endpoint for AWS SDKs" value={`${publicUrl}/aws`} />
      </Panel>
      {client && (
        <section className="grid gap-2">
          <h2 className="text-h2">Sign in from a shell</h2>
          <p className="text-table text-pretty text-ink-2">
            Answers with an ID token, an access token and a refresh token. Put the user’s name and password in.
            {client.hasSecret && ' This app client has a secret, so SECRET_HASH is needed too.'}
          </p>
          <CodeBlock text={initiateAuth(publicUrl, client)} label="the command" />
        </section>
      )}
      {pool.resourceServers.length > 0 && (
        <Panel title="Resource servers">
          {pool.resourceServers.map((server) => (
            <div key={server.identifier} className="flex min-h-10 flex-wrap items-center gap-x-3 px-4 text-table">
              <span className="font-medium">{server.name}</span>
              <code className="font-mono text-code text-ink-3">
                {server.scopes.map((scope) => `${server.identifier}/${scope}`).join(', ')}
              </code>
            </div>
          ))}
        </Panel>
      )}
      <p className="text-meta text-ink-3">
        Last changed in r{pool.changed.revision} by {pool.changed.by}, <TimeAgo at={pool.changed.at} />
      </p>
    </div>
  )
}

function Address({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 px-4 text-table">
      <span className="w-44 shrink-0 text-ink-3">{label}</span>
      <span className="min-w-0 flex-1">
        <Copy value={value} max={96} className="text-code text-ink" />
      </span>
    </div>
  )
}

function initiateAuth(publicUrl: string, client: PoolDetail['clients'][number]): string {
  const parameters = { USERNAME: 'ada', PASSWORD: '…', ...(client.hasSecret && { SECRET_HASH: '…' }) }
  const body = JSON.stringify({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: client.id, AuthParameters: parameters })
  return [
    `curl ${quote(`${publicUrl}/aws`)}`,
    "-H 'Content-Type: application/x-amz-json-1.1'",
    "-H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth'",
    `-d ${quote(body)}`,
  ].join(' \\\n  ')
}
