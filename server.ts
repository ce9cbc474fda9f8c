/**
 * The server process: one HTTP port. Gateway and AWS-wire requests are answered here, everything else
 * goes to Next. scripts/start.mjs bundles this file, imports it and calls main().
 */
export { main } from './lib/runtime/main'
export { printDemoEnv } from './lib/runtime/print-demo-env'
