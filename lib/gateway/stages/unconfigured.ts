import type { StageName } from '../../domain/decision'
import { SKIP } from '../exchange'
import type { Stage } from './stage'

/** A stage for which no configuration exists that could switch it on. */
function unconfigured(name: StageName, why: string): Stage {
  return { name, run: () => SKIP, tell: () => ({ why }) }
}

export const apiKeyStage = unconfigured('apiKey', 'no API key is required on this method')
export const throttleStage = unconfigured('throttle', 'no throttling is configured')
export const quotaStage = unconfigured('quota', 'no usage plan is configured')
export const validateStage = unconfigured('validate', 'no request validator is configured')
