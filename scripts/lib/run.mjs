import { spawn } from 'node:child_process'

const children = new Set()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (children.size === 0) return
    for (const child of children) child.kill(signal)
  })
}

/**
 * Runs a program to its end. Resolves with `{ code, signal, output }`; output is kept (its last
 * megabyte) when `quiet`, else it goes where ours goes. A signal to us goes to the child too.
 */
export function run(command, args, { cwd, env, quiet = false, input } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : [input ?? 'ignore', 'inherit', 'inherit']
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio })
    children.add(child)
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-1_000_000)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => {
      children.delete(child)
      reject(error)
    })
    child.on('close', (code, signal) => {
      children.delete(child)
      resolve({ code, signal, output })
    })
  })
}

/** The last lines of an output, for error messages. */
export function tail(output, lines = 40) {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}
