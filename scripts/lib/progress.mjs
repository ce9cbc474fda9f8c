/** Lines for the person who waits: what is going on, for how long, and what to do when it fails. */

const started = Date.now()

export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Runs `work` and says its title first; over a second, also how long it took. */
export async function step(title, work) {
  const from = Date.now()
  say(`· ${title} …`)
  const timer = setInterval(() => say(`  still at it, ${Math.round((Date.now() - from) / 1000)} s`), 15_000)
  try {
    const result = await work()
    const seconds = (Date.now() - from) / 1000
    if (seconds >= 1) say(`  done in ${seconds.toFixed(1)} s`)
    return result
  } finally {
    clearInterval(timer)
  }
}

export function elapsedSeconds() {
  return (Date.now() - started) / 1000
}

/** An expected failure: `message` says what happened, `remedy` what to do. */
export class Failure extends Error {
  constructor(message, remedy) {
    super(message)
    this.name = 'Failure'
    this.remedy = remedy
  }
}

/** Prints a failure for people and ends the process with 1. */
export function fail(error) {
  const known = error?.name === 'Failure' || error?.name === 'AppError'
  process.stderr.write(`\nGatehouse could not go on: ${known ? error.message : (error?.stack ?? error)}\n`)
  if (known && error.remedy) process.stderr.write(`What to do: ${error.remedy}\n`)
  process.exit(1)
}
