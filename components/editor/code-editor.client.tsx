'use client'

import type { editor } from 'monaco-editor/editor'
import { useEffect, useRef, useState } from 'react'
import { EditorSkeleton } from './editor-skeleton'
import type { Monaco } from './load-monaco'
import { loadMonaco } from './load-monaco'

export interface EditorHandle {
  readonly monaco: Monaco
  readonly editor: editor.IStandaloneCodeEditor
  readonly model: editor.ITextModel
}

export interface CodeEditorProps {
  /** Accessible name of the text area, e.g. `Resource policy of orders`. */
  readonly label: string
  /** The text; a different value from outside replaces what the editor holds. */
  readonly value: string
  readonly language: 'json' | 'javascript' | 'iam-policy' | 'plaintext'
  readonly onChange?: (text: string) => void
  readonly readOnly?: boolean
  /** Shown when somebody types into a read-only editor. */
  readonly readOnlyReason?: string
  /** ⌘S and Ctrl+S. */
  readonly onSave?: () => void
  /** ⌘↵ and Ctrl+Enter. */
  readonly onRun?: () => void
  /** Called with the editor when it stands, and with null when it is gone. */
  readonly onHandle?: (handle: EditorHandle | null) => void
  readonly lineNumbers?: boolean
  readonly className?: string
}

/** A code pane that fills its box; the box must have a height. */
export function CodeEditor(props: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const [handle, setHandle] = useState<EditorHandle | null>(null)
  const [failed, setFailed] = useState(false)
  const { language } = props
  const said = useRef<string[]>([])

  useEffect(() => {
    let made: EditorHandle | null = null
    let gone = false
    loadMonaco().then(
      (monaco) => {
        if (gone || !host.current) return
        made = createEditor(monaco, host.current, language, latest, said)
        latest.current.onHandle?.(made)
        setHandle(made)
      },
      () => setFailed(true),
    )
    return () => {
      gone = true
      if (!made) return
      latest.current.onHandle?.(null)
      made.editor.dispose()
      made.model.dispose()
      setHandle(null)
    }
  }, [language])

  useEffect(() => {
    if (!handle) return
    // What the editor said itself comes back as a prop, sometimes after the next keystroke: that is no change from outside.
    const echo = said.current.indexOf(props.value)
    if (echo >= 0) {
      said.current.splice(0, echo + 1)
      return
    }
    if (handle.model.getValue() !== props.value) replaceText(handle, props.value)
    said.current = []
  }, [handle, props.value])

  useEffect(() => {
    handle?.editor.updateOptions({
      readOnly: props.readOnly ?? false,
      readOnlyMessage: props.readOnlyReason ? { value: props.readOnlyReason } : undefined,
      ariaLabel: props.label,
    })
  }, [handle, props.readOnly, props.readOnlyReason, props.label])

  return (
    <div className={`relative min-h-0 min-w-0 overflow-hidden ${props.className ?? 'h-full'}`}>
      <div ref={host} className="absolute inset-0 font-mono" data-editor={handle ? 'ready' : 'loading'} />
      {handle ? null : failed ? (
        <pre className="absolute inset-0 overflow-auto p-4 font-mono text-code text-ink-2">{props.value}</pre>
      ) : (
        <div className="absolute inset-0">
          <EditorSkeleton text={props.value} />
        </div>
      )}
    </div>
  )
}

function createEditor(
  monaco: Monaco,
  host: HTMLElement,
  language: CodeEditorProps['language'],
  latest: { readonly current: CodeEditorProps },
  said: { readonly current: string[] },
): EditorHandle {
  const props = latest.current
  const model = monaco.editor.createModel(props.value, language)
  model.updateOptions({
    tabSize: 2,
    insertSpaces: true,
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  })
  const instance = monaco.editor.create(host, {
    model,
    ...OPTIONS,
    ariaLabel: props.label,
    lineNumbers: props.lineNumbers === false ? 'off' : 'on',
    readOnly: props.readOnly ?? false,
    fontFamily: getComputedStyle(host).fontFamily,
  })
  model.onDidChangeContent(() => {
    const text = model.getValue()
    said.current.push(text)
    latest.current.onChange?.(text)
  })
  instance.addAction({
    id: 'gatehouse.save',
    label: 'Save',
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS],
    run: () => latest.current.onSave?.(),
  })
  instance.addAction({
    id: 'gatehouse.run',
    label: 'Run',
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
    run: () => latest.current.onRun?.(),
  })
  // Fonts may arrive after the editor measured its first glyphs.
  document.fonts?.ready.then(() => monaco.editor.remeasureFonts())
  return { monaco, editor: instance, model }
}

/** A text from outside: the caret stays where it can. */
function replaceText({ editor: instance, model }: EditorHandle, text: string): void {
  const view = instance.saveViewState()
  model.setValue(text)
  if (view) instance.restoreViewState(view)
}

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontSize: 12.5,
  lineHeight: 20,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  glyphMargin: false,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 16,
  folding: true,
  showFoldingControls: 'mouseover',
  padding: { top: 12, bottom: 12 },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false, alwaysConsumeMouseWheel: false },
  stickyScroll: { enabled: false },
  wordBasedSuggestions: 'off',
  bracketPairColorization: { enabled: false },
  guides: { indentation: true, bracketPairs: false },
  fixedOverflowWidgets: true,
  contextmenu: true,
  tabFocusMode: false,
  unicodeHighlight: { ambiguousCharacters: true, invisibleCharacters: true },
  accessibilitySupport: 'auto',
  occurrencesHighlight: 'off',
  quickSuggestions: false,
  roundedSelection: false,
  fontLigatures: false,
  renderWhitespace: 'none',
}
