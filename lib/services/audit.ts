import type { ServiceContext } from './ports'

/** Writes who did what to which object. `object` is `kind key`, never a secret. */
export function audit(ctx: ServiceContext, action: string, object: string, revision: number | null = null): Promise<void> {
  return ctx.ports.accounts.audit({ actor: ctx.actor.name, action, object, revision })
}
