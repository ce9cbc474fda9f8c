import { endpoints } from '@/app/api/_lib/endpoints'

export const { GET, POST, PUT, PATCH, DELETE } = endpoints({ PUT: 'putInlinePolicy', DELETE: 'deleteInlinePolicy' })
