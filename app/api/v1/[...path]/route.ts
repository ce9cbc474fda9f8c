import { randomUUID } from 'node:crypto'
import { problemResponse } from '@/app/api/_lib/problem'
import { AppError } from '@/lib/domain/errors'

/** Every address that is none: the same error shape as everywhere else. */
function refuse(): Response {
  return problemResponse(new AppError('not_found', 'There is no such address. /api/v1/openapi.json lists them all.'), randomUUID())
}

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT }
