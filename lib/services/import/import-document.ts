import { z } from 'zod'
import type { ImportReport, PlanView } from '../../domain/console-api'
import { AppError, type Issue, isAppError } from '../../domain/errors'
import type { World } from '../../domain/world'
import { audit } from '../audit'
import { newApiId } from '../ids'
import type { ServiceContext } from '../ports'
import { accountIdSchema, regionSchema } from '../principal/schemas'
import { defineVerb } from '../verb'
import { buildFromDocument } from '../workspace/build-from-document'
import { inTurn } from '../world/in-turn'
import { withAccount } from '../world/with-account'
import { withoutPoolUsers } from '../world/without-pool-users'
import { type ReadImport, readImport } from './read-import'

const importSchema = z.object({
  text: z
    .string()
    .min(1)
    .max(10 * 1024 * 1024),
  fileName: z.string().max(300).optional(),
  /** The API to replace; a new one otherwise. */
  api: z.string().max(100).optional(),
  account: accountIdSchema,
  region: regionSchema,
  dryRun: z.boolean(),
})

const EMPTY_PLAN: PlanView = { create: [], update: [], delete: [] }

/**
 * Takes in an OpenAPI definition, the output of `aws iam get-account-authorization-details` or a
 * workspace document. The answer is a report in every case: an error in the document refuses all of it
 * and leaves `revision` null. Throws AppError `not_found` for an unknown `api`, `invalid_document` for
 * a text that is none of the three.
 */
export const importDocument = defineVerb({
  role: 'editor',
  summary: 'Import an OpenAPI definition, IAM account details or a workspace document',
  input: importSchema,
  async run(ctx, input): Promise<ImportReport> {
    const replaced = input.api === undefined ? null : ctx.ports.enforcedWorld().apis.find((api) => api.id === input.api)
    if (replaced === undefined) throw new AppError('not_found', `There is no API ${input.api}.`)
    const apiId = replaced?.id ?? newApiId(ctx.ports)
    const read = readImport({ ...input, apiId, protocol: replaced?.protocol ?? null })
    if (read.kind === null) throw new AppError('invalid_document', read.issues[0]!.message, { details: { issues: read.issues } })
    const report = { kind: read.kind, title: read.title, apiId: read.kind === 'openapi' ? apiId : null, rows: read.rows }
    if (hasError(read.issues)) return { ...report, plan: EMPTY_PLAN, issues: read.issues, revision: null }
    const written = await write(ctx, read, input)
    const issues = written.issues.length > 0 ? written.issues : read.issues
    return { ...report, plan: written.plan, issues, revision: written.revision }
  },
})

interface Written {
  readonly plan: PlanView
  readonly issues: readonly Issue[]
  readonly revision: number | null
}

async function write(
  ctx: ServiceContext,
  read: ReadImport,
  { account, fileName, dryRun }: z.output<typeof importSchema>,
): Promise<Written> {
  const { config, publish } = ctx.ports
  const note = `Import ${fileName ?? read.title}`.slice(0, 300)
  let issues: readonly Issue[] = []
  const build = async (current: World): Promise<World> => {
    const over = read.kind === 'openapi' ? withAccount(current, account) : current
    const built = await buildFromDocument(ctx, current, { document: read.document, mode: 'merge', over, strip: read.strip })
    issues = built.warnings ?? []
    return built.world
  }
  try {
    const changed = await inTurn(ctx.ports, () => config.change({ author: ctx.actor.name, note }, { users: true, dryRun }, build))
    if (dryRun) return { plan: changed.plan, issues, revision: null }
    await publish(withoutPoolUsers(changed.world))
    await audit(ctx, note, 'workspace', changed.revision)
    return { plan: changed.plan, issues, revision: changed.revision }
  } catch (error) {
    if (isAppError(error) && hasError(error.details.issues ?? []))
      return { plan: EMPTY_PLAN, issues: error.details.issues ?? [], revision: null }
    throw error
  }
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error')
}
