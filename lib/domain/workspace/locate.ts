import type { ObjectKind } from '../console-api'

/** Pointer of an object in the document that is applied; undefined when the document does not name it. */
export type Locate = (kind: ObjectKind | 'authorizer', key: string) => string | undefined
