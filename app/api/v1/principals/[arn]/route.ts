import { endpoints } from '@/app/api/_lib/endpoints'

export const { GET, POST, PUT, PATCH, DELETE } = endpoints({ GET: 'getPrincipal', PATCH: 'updatePrincipal', DELETE: 'deletePrincipal' })
