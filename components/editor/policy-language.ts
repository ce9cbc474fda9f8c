/**
 * The editor's language for policies: JSON to the eye, but checked by the policy engine alone, so
 * that a mistake is never reported twice in two wordings.
 */
import type { editor, languages } from 'monaco-editor/editor'
import type { Finding, QuickFix } from '@/lib/policy'
import { severityWord } from './finding-words'
import type { Monaco } from './load-monaco'

export const POLICY_LANGUAGE = 'iam-policy'
const OWNER = 'gatehouse-policy'

const findingsOf = new WeakMap<editor.ITextModel, readonly Finding[]>()

/** Shows the findings of a model as markers, and offers their fixes. */
export function showFindings(monaco: Monaco, model: editor.ITextModel, findings: readonly Finding[]): void {
  findingsOf.set(model, findings)
  monaco.editor.setModelMarkers(
    model,
    OWNER,
    findings.map((finding) => ({
      ...rangeOf(model, finding.range),
      severity: markerSeverity(monaco, finding),
      message: finding.message,
      code: finding.id,
    })),
  )
}

export function rangeOf(model: editor.ITextModel, range: { readonly start: number; readonly end: number }) {
  const start = model.getPositionAt(range.start)
  const end = model.getPositionAt(Math.max(range.end, range.start + 1))
  return { startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column }
}

export function registerPolicyLanguage(monaco: Monaco): void {
  monaco.languages.register({ id: POLICY_LANGUAGE })
  monaco.languages.setLanguageConfiguration(POLICY_LANGUAGE, {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '"', close: '"', notIn: ['string'] },
    ],
    wordPattern: /"(?:[^"\\]|\\.)*"|[\w.:*/-]+/,
  })
  monaco.languages.setMonarchTokensProvider(POLICY_LANGUAGE, JSON_TOKENS)
  monaco.languages.registerCodeActionProvider(POLICY_LANGUAGE, { provideCodeActions: (model, range) => codeActions(monaco, model, range) })
  monaco.languages.registerHoverProvider(POLICY_LANGUAGE, { provideHover: (model, position) => hover(model, model.getOffsetAt(position)) })
  monaco.languages.registerDocumentFormattingEditProvider(POLICY_LANGUAGE, { provideDocumentFormattingEdits: format })
}

const JSON_TOKENS: languages.IMonarchLanguage = {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'string.key.json'],
      [/"(?:[^"\\]|\\.)*"?/, 'string.value.json'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword.json'],
      [/[{}[\],:]/, 'delimiter'],
    ],
  },
}

function markerSeverity(monaco: Monaco, finding: Finding) {
  if (finding.severity === 'error') return monaco.MarkerSeverity.Error
  return finding.severity === 'suggestion' ? monaco.MarkerSeverity.Info : monaco.MarkerSeverity.Warning
}

function codeActions(monaco: Monaco, model: editor.ITextModel, range: { startLineNumber: number; endLineNumber: number }) {
  const actions: languages.CodeAction[] = []
  for (const finding of findingsOf.get(model) ?? []) {
    const at = rangeOf(model, finding.range)
    if (!finding.fix || at.startLineNumber > range.endLineNumber || at.endLineNumber < range.startLineNumber) continue
    actions.push({
      title: finding.fix.title,
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: monaco.editor.getModelMarkers({ resource: model.uri, owner: OWNER }).filter((marker) => marker.code === finding.id),
      edit: {
        edits: fixEdits(model, finding.fix).map((textEdit) => ({ resource: model.uri, textEdit, versionId: model.getVersionId() })),
      },
    })
  }
  return { actions, dispose() {} }
}

/** The edits of a fix in the model's coordinates. */
export function fixEdits(model: editor.ITextModel, fix: QuickFix) {
  return fix.edits.map((edit) => {
    const start = model.getPositionAt(edit.range.start)
    const end = model.getPositionAt(edit.range.end)
    return {
      range: { startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column },
      text: edit.text,
    }
  })
}

function hover(model: editor.ITextModel, offset: number): languages.Hover | null {
  const found = (findingsOf.get(model) ?? []).filter((finding) => finding.range.start <= offset && offset <= finding.range.end)
  if (found.length === 0) return null
  return { contents: found.map((finding) => ({ value: `\`${finding.id}\` · ${severityWord(finding)}` })) }
}

function format(model: editor.ITextModel): languages.TextEdit[] {
  const findings = findingsOf.get(model) ?? []
  if (findings.some((finding) => finding.blocksSaving)) return []
  try {
    return [{ range: model.getFullModelRange(), text: JSON.stringify(JSON.parse(model.getValue()), null, 2) }]
  } catch {
    // Text that is no JSON keeps its form; its problem is shown already.
    return []
  }
}
