import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Failure, step } from './progress.mjs'
import { run, tail } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Finds a Chromium, or installs one: the path in GATEHOUSE_CHROMIUM, one that is installed, Debian's
 * package when root on Debian, else Playwright's own download. Returns its path.
 */
export async function ensureChromium(root) {
  const given = process.env.GATEHOUSE_CHROMIUM
  if (given) {
    if (existsSync(given)) return given
    throw new Failure(`GATEHOUSE_CHROMIUM names ${given}, which is not there.`, 'correct the path or unset the variable')
  }
  const installed = findInstalled()
  if (installed) return installed
  if (process.getuid?.() === 0 && isDebian()) {
    await step('Installing Chromium from the distribution', installDebianPackage)
    const fromPackage = findInstalled()
    if (fromPackage) return fromPackage
  }
  return step('Downloading Chromium', () => downloadWithPlaywright(root))
}

function findInstalled() {
  const directories = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...directories.flatMap((directory) => NAMES.map((name) => join(directory, name))), ...PLACES]
  return candidates.find((path) => existsSync(path)) ?? null
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}

async function installDebianPackage() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env, quiet: true })
  const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true })
  if (code !== 0) process.stdout.write(`${tail(output, 10)}\n`)
}

async function downloadWithPlaywright(root) {
  const { code, output } = await run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
    cwd: root,
    quiet: true,
  })
  const { chromium } = await import('@playwright/test')
  if (code === 0 && existsSync(chromium.executablePath())) return chromium.executablePath()
  throw new Failure(
    `No Chromium was found, and none could be installed.\n${tail(output, 10)}`,
    'install Chromium and set GATEHOUSE_CHROMIUM to its path',
  )
}
