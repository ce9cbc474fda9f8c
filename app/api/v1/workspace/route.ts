import { endpoints } from '@/app/api/_lib/endpoints'

export const { GET, POST, PUT, PATCH, DELETE } = endpoints({
  GET: { verb: 'exportWorkspace', as: 'documentAnswer' },
  PUT: { verb: 'replaceWorkspace', as: 'document' },
  PATCH: { verb: 'mergeWorkspace', as: 'document' },
})
