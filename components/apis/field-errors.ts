import { errorText, isApiError } from '@/components/data/api-client'

/** What the server said about one field of a form, by the first segment of the pointer. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!isApiError(error)) return undefined
  return error.issues.find((issue) => issue.pointer === `/${field}` || issue.pointer.startsWith(`/${field}/`))?.message
}

/** What the server said that belongs to none of the form's fields; null when nothing is left. */
export function formError(error: unknown, fields: readonly string[]): string | null {
  if (!error || (isApiError(error) && error.code === 'stale_revision')) return null
  if (!isApiError(error) || error.issues.length === 0) return errorText(error)
  const rest = error.issues.filter(
    (issue) => !fields.some((field) => issue.pointer === `/${field}` || issue.pointer.startsWith(`/${field}/`)),
  )
  return rest.length === 0 ? null : rest.map((issue) => issue.message).join(' ')
}
