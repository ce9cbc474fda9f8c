/** Loads the locally bundled Monaco once per page: editor, features, JSON, JavaScript and the policy language. */
import { applyTheme, watchTheme } from './monaco-theme'
import { registerPolicyLanguage } from './policy-language'

export type Monaco = typeof import('monaco-editor/editor')

let loading: Promise<Monaco> | null = null

/** Resolves to Monaco with the console's theme and languages in place. Browser only. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

async function load(): Promise<Monaco> {
  self.MonacoEnvironment = {
    getWorker: (_id, label) =>
      label === 'json'
        ? new Worker(new URL('monaco-editor/languages/features/json/json.worker', import.meta.url), { type: 'module' })
        : new Worker(new URL('monaco-editor/editor/editor.worker', import.meta.url), { type: 'module' }),
  }
  const [monaco, json] = await Promise.all([
    import('monaco-editor/editor'),
    import('monaco-editor/languages/features/json/register'),
    import('monaco-editor/features/register.all'),
    import('monaco-editor/languages/definitions/javascript/register'),
  ])
  json.jsonDefaults.setDiagnosticsOptions({ validate: true, allowComments: false, schemaValidation: 'ignore', enableSchemaRequest: false })
  registerPolicyLanguage(monaco)
  applyTheme(monaco)
  watchTheme(() => applyTheme(monaco))
  return monaco
}
