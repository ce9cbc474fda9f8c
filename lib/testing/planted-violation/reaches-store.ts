/** Breaks a layer rule on purpose: layers.test.ts proves with it that the rules can fail. */
export type { ScriptRunner } from '../../sandbox/script-runner'
