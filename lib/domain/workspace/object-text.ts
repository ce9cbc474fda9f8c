import type { ObjectKind } from '../console-api'
import { toYaml } from '../document/to-yaml'
import { exportAccessKey, exportAccountHead, exportGroup, exportManagedPolicy, exportRole, exportUser } from './export-iam'
import { exportPoolHead, exportPoolUser } from './export-pool'
import { exportApi, exportFunction, exportTest } from './export-workspace'
import type { ObjectOfKind } from './object-key'

const NO_SECRETS = { secrets: false }

const FORMS: { readonly [K in ObjectKind]: (value: ObjectOfKind[K]) => unknown } = {
  account: exportAccountHead,
  iamUser: exportUser,
  iamGroup: exportGroup,
  iamRole: exportRole,
  iamPolicy: exportManagedPolicy,
  accessKey: ({ accessKey }) => exportAccessKey(accessKey, NO_SECRETS),
  function: (fn) => exportFunction(fn, NO_SECRETS),
  userPool: (pool) => exportPoolHead(pool, NO_SECRETS),
  userPoolUser: ({ pool, user }) => exportPoolUser(pool, user, NO_SECRETS),
  api: exportApi,
  test: exportTest,
}

/** Returns an object as YAML in its workspace form, without secrets: what history compares line by line. */
export function objectText<K extends ObjectKind>(kind: K, value: ObjectOfKind[K]): string {
  return toYaml(FORMS[kind](value))
}
