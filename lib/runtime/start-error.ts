/** A start that cannot go on: what happened, and what the operator can do. Printed without a stack. */
export class StartError extends Error {
  override readonly name = 'Failure'
  constructor(
    message: string,
    readonly remedy: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }
}
