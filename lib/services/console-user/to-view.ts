import type { ConsoleUserView } from '../../domain/console-api'
import type { ConsoleUser } from '../ports'

/** What may be shown of a console user: never the hash. */
export function toConsoleUserView(user: ConsoleUser): ConsoleUserView {
  const { id, email, name, role, disabled, lastSignInAt } = user
  return { id, email, name, role, disabled, lastSignInAt }
}
