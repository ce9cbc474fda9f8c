/** `npm start` as a user runs it: npm is the process that is signalled. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const START_TIMEOUT_MS = 120_000

export interface Started {
  readonly npm: ChildProcess
  readonly url: string
  readonly output: () => string
  /** Resolves with the exit code, or null after a signal. */
  exited: Promise<number | null>
}

export function npmStart(directory: string, env: Readonly<Record<string, string>>): Promise<Started> {
  const npm = spawn('npm', ['start'], { cwd: directory, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise<number | null>((resolve) => npm.once('exit', (code) => resolve(code)))
  let output = ''
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`npm start did not become ready:\n${output}`)), START_TIMEOUT_MS)
    const onData = (chunk: Buffer) => {
      output += chunk.toString()
      const ready = /Gatehouse ready on (\S+)/.exec(output)
      if (!ready) return
      clearTimeout(timer)
      resolve({ npm, url: ready[1]!, output: () => output, exited })
    }
    npm.stdout.on('data', onData)
    npm.stderr.on('data', onData)
    npm.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`npm start ended with ${code}:\n${output}`))
    })
  })
}

/** Processes whose command line or working directory names the given text: node, npm and postgres of a checkout. */
export function processesNaming(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => commandOf(pid).includes(text))
    .map(Number)
}

function commandOf(pid: string): string {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8')
    return `${readFileSync(`/proc/${pid}/cmdline`, 'utf8')}\n${environment}`
  } catch {
    return ''
  }
}
