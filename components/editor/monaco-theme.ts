/** Monaco's theme, made of the same design tokens as everything else. */
import type { Monaco } from './load-monaco'

const NAME = 'gatehouse'

const COLORS: Readonly<Record<string, string>> = {
  'editor.background': '--surface',
  'editor.foreground': '--ink',
  'editorCursor.foreground': '--ink',
  'editorLineNumber.foreground': '--ink-3',
  'editorLineNumber.activeForeground': '--ink',
  'editor.lineHighlightBackground': '--hover',
  'editor.lineHighlightBorder': '--hover',
  'editor.selectionBackground': '--selection',
  'editor.inactiveSelectionBackground': '--selected',
  'editor.selectionHighlightBackground': '--selected',
  'editor.wordHighlightBackground': '--selected',
  'editor.findMatchBackground': '--selection',
  'editor.findMatchHighlightBackground': '--selected',
  'editorBracketMatch.background': '--selected',
  'editorBracketMatch.border': '--control',
  'editorIndentGuide.background1': '--hairline',
  'editorIndentGuide.activeBackground1': '--control',
  'editorGutter.background': '--surface',
  'editorGutter.foldingControlForeground': '--ink-3',
  'editor.foldBackground': '--hover',
  'editorWidget.background': '--raised',
  'editorWidget.foreground': '--ink',
  'editorWidget.border': '--hairline',
  'editorHoverWidget.background': '--raised',
  'editorHoverWidget.foreground': '--ink',
  'editorHoverWidget.border': '--hairline',
  'editorHoverWidget.statusBarBackground': '--sunken',
  'editorSuggestWidget.background': '--raised',
  'editorSuggestWidget.border': '--hairline',
  'editorSuggestWidget.selectedBackground': '--selected',
  'editorError.foreground': '--error',
  'editorWarning.foreground': '--warning',
  'editorInfo.foreground': '--ink-3',
  'editorHint.foreground': '--ink-3',
  'editorMarkerNavigation.background': '--raised',
  'editorOverviewRuler.border': '--surface',
  'editorStickyScroll.background': '--surface',
  'editorStickyScroll.border': '--hairline',
  'scrollbarSlider.background': '--hairline',
  'scrollbarSlider.hoverBackground': '--unreached-line',
  'scrollbarSlider.activeBackground': '--control',
  'input.background': '--surface',
  'input.foreground': '--ink',
  'input.border': '--control',
  'input.placeholderForeground': '--ink-3',
  'inputOption.activeBackground': '--accent-soft',
  'inputOption.activeForeground': '--accent-text',
  'inputOption.activeBorder': '--accent',
  focusBorder: '--accent',
  'widget.shadow': '--hairline',
  'menu.background': '--raised',
  'menu.foreground': '--ink',
  'menu.selectionBackground': '--selected',
  'menu.selectionForeground': '--ink',
  'menu.separatorBackground': '--hairline',
  'quickInput.background': '--raised',
  'quickInput.foreground': '--ink',
  'list.hoverBackground': '--hover',
  'list.activeSelectionBackground': '--selected',
  'list.activeSelectionForeground': '--ink',
  'list.focusBackground': '--selected',
  'list.focusForeground': '--ink',
  'list.highlightForeground': '--accent-text',
  'textLink.foreground': '--accent-text',
  'editorBracketHighlight.foreground1': '--code-punct',
  'editorBracketHighlight.foreground2': '--code-punct',
  'editorBracketHighlight.foreground3': '--code-punct',
  'editorBracketHighlight.unexpectedBracket.foreground': '--error',
  'diffEditor.insertedTextBackground': '--selected',
  'diffEditor.removedTextBackground': '--selected',
}

const RULES: readonly { readonly token: string; readonly color: string }[] = [
  { token: '', color: '--ink' },
  { token: 'string.key', color: '--code-key' },
  { token: 'string.key.json', color: '--code-key' },
  { token: 'string', color: '--code-string' },
  { token: 'string.value.json', color: '--code-string' },
  { token: 'string.escape', color: '--code-literal' },
  { token: 'number', color: '--code-literal' },
  { token: 'keyword', color: '--code-literal' },
  { token: 'keyword.json', color: '--code-literal' },
  { token: 'regexp', color: '--code-string' },
  { token: 'type', color: '--ink' },
  { token: 'identifier', color: '--ink' },
  { token: 'comment', color: '--ink-3' },
  { token: 'delimiter', color: '--code-punct' },
]

/** Defines the theme from the tokens as they are now, and makes it current. */
export function applyTheme(monaco: Monaco): void {
  const token = tokenReader()
  const colors: Record<string, string> = {}
  for (const [key, name] of Object.entries(COLORS)) colors[key] = name === '--selection' ? `${token('--accent')}40` : token(name)
  monaco.editor.defineTheme(NAME, {
    base: isDark() ? 'vs-dark' : 'vs',
    inherit: true,
    colors,
    rules: RULES.map((rule) => ({ token: rule.token, foreground: token(rule.color).slice(1, 7) })),
  })
  monaco.editor.setTheme(NAME)
}

/** Calls back after the theme changed by choice or by the system. */
export function watchTheme(changed: () => void): void {
  new MutationObserver(changed).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed)
}

function isDark(): boolean {
  const scheme = getComputedStyle(document.documentElement).colorScheme
  if (scheme.includes('dark') && scheme.includes('light')) return window.matchMedia('(prefers-color-scheme: dark)').matches
  return scheme.includes('dark')
}

/** Returns a function from token name to `#rrggbb`; the browser resolves light-dark() for us. */
function tokenReader(): (name: string) => string {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const paint = canvas.getContext('2d', { willReadFrequently: true })
  const probe = document.createElement('span')
  return (name) => {
    probe.style.color = `var(${name})`
    document.body.append(probe)
    const color = getComputedStyle(probe).color
    probe.remove()
    if (!paint) return '#808080'
    paint.clearRect(0, 0, 1, 1)
    paint.fillStyle = color
    paint.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  }
}
