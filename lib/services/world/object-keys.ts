/** Keys of objects that a caller names by parts. The forms are those of `objectKey` in lib/domain. */
import type { FunctionRef } from '../../domain/derived-api'

/** `account/region/name` */
export function functionKey({ account, region, name }: FunctionRef): string {
  return `${account}/${region}/${name}`
}

/** `poolId/username` */
export function poolUserKey(pool: string, username: string): string {
  return `${pool}/${username}`
}
