import { randomUUID } from 'node:crypto'
import { AppError } from '../domain/errors'
import type { Database, Transaction } from './database'
import { inDatabase } from './prisma-errors'
import type { SecretBox } from './secret-box'
import { places } from './world/places'

const CHECK_VALUE = 'gatehouse'

/**
 * Returns the id of the installation; the first call makes it. Text that is sealed under the previous secret
 * is sealed anew under the current one.
 * @throws AppError `conflict` when the secret is not the one that this database's secrets are sealed under.
 */
export async function openInstallation({ prisma }: Database, box: SecretBox): Promise<string> {
  return inDatabase(async () => {
    const known = await prisma.installation.findUnique({ where: { singleton: 1 } })
    if (known !== null && !box.isOutdated(known.checkValueSealed)) {
      checkSecret(known, box)
      return known.id
    }
    return prisma.$transaction(async (tx) => {
      // Two nodes that start at once make one installation, and nobody writes secrets while they are sealed anew.
      await tx.$queryRaw`SELECT "revision" FROM "config_head" WHERE "singleton" = 1 FOR UPDATE`
      const installation = await tx.installation.findUnique({ where: { singleton: 1 } })
      if (installation === null) return createInstallation(tx, box)
      checkSecret(installation, box)
      if (box.isOutdated(installation.checkValueSealed)) await sealAnew(tx, box, installation.id)
      return installation.id
    })
  })
}

async function createInstallation(tx: Transaction, box: SecretBox): Promise<string> {
  const id = randomUUID()
  await tx.installation.create({ data: { id, checkValueSealed: box.seal(CHECK_VALUE, places.installation(id)) } })
  return id
}

function checkSecret(installation: { id: string; checkValueSealed: string }, box: SecretBox): void {
  try {
    if (box.open(installation.checkValueSealed, places.installation(installation.id)) === CHECK_VALUE) return
  } catch {
    // Told below: no key opens it.
  }
  throw new AppError(
    'conflict',
    'GATEHOUSE_SECRET is not the secret that this database was set up with. Start with that one, or give it as GATEHOUSE_SECRET_PREVIOUS to change to the new one.',
  )
}

/** Every sealed column, row by row, then the check value: all of it or nothing. */
async function sealAnew(tx: Transaction, box: SecretBox, installationId: string): Promise<void> {
  const again = (sealed: string, place: ReturnType<(typeof places)['demoSecret']>): string => box.seal(box.open(sealed, place), place)
  for (const { id, secretSealed } of await tx.accessKey.findMany({ select: { id: true, secretSealed: true } })) {
    await tx.accessKey.update({ where: { id }, data: { secretSealed: again(secretSealed, places.accessKeySecret(id)) } })
  }
  for (const { accountId, region, name, environmentSealed } of await tx.function.findMany()) {
    const key = { accountId, region, name }
    const data = { environmentSealed: again(environmentSealed, places.functionEnvironment(key)) }
    await tx.function.update({ where: { accountId_region_name: key }, data })
  }
  for (const { id, secretSealed } of await tx.userPoolClient.findMany({ select: { id: true, secretSealed: true } })) {
    if (secretSealed === null) continue
    await tx.userPoolClient.update({ where: { id }, data: { secretSealed: again(secretSealed, places.clientSecret(id)) } })
  }
  for (const { userPoolId, kid, privateKeySealed } of await tx.signingKey.findMany()) {
    const data = { privateKeySealed: again(privateKeySealed, places.signingKey(userPoolId, kid)) }
    await tx.signingKey.update({ where: { userPoolId_kid: { userPoolId, kid } }, data })
  }
  for (const { name, valueSealed } of await tx.demoSecret.findMany()) {
    await tx.demoSecret.update({ where: { name }, data: { valueSealed: again(valueSealed, places.demoSecret(name)) } })
  }
  const checkValueSealed = box.seal(CHECK_VALUE, places.installation(installationId))
  await tx.installation.update({ where: { singleton: 1 }, data: { checkValueSealed } })
}
