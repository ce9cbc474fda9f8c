'use client'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { SCRIM } from '@/components/ui/dialog.client'
import { KeyHint } from '@/components/ui/key-hint'
import { type PaletteEntry, usePaletteEntries } from './palette-entries.client'

const SHOWN_MAX = 60

/** Entries whose words hold every word of the query, better ones first. */
function search(entries: readonly PaletteEntry[], query: string): readonly PaletteEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries.slice(0, SHOWN_MAX)
  const scored = entries.flatMap((entry) => {
    const name = entry.label.toLowerCase()
    const all = `${name} ${entry.hint} ${entry.group}`.toLowerCase()
    if (!words.every((word) => all.includes(word))) return []
    return [{ entry, score: name.startsWith(words[0] ?? '') ? 0 : name.includes(words[0] ?? '') ? 1 : 2 }]
  })
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, SHOWN_MAX)
    .map(({ entry }) => entry)
}

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const router = useRouter()
  const listId = useId()
  const listRef = useRef<HTMLDivElement>(null)
  const entries = usePaletteEntries()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const found = useMemo(() => search(entries, query), [entries, query])

  const move = (index: number) => {
    const next = Math.max(0, Math.min(found.length - 1, index))
    setActive(next)
    listRef.current?.querySelector(`#${CSS.escape(`${listId}-${next}`)}`)?.scrollIntoView({ block: 'nearest' })
  }
  const open = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    router.push(entry.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(active + 1)
    else if (event.key === 'ArrowUp') move(active - 1)
    else if (event.key === 'Enter') open(found[active])
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="flex items-center gap-3 border-b px-4">
        <Search size={16} aria-hidden className="text-ink-3" />
        <input
          role="combobox"
          aria-label="Search or jump to"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
          placeholder="Search or jump to"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-[15px] outline-none"
        />
        <KeyHint keys="esc" />
      </div>
      <div ref={listRef} id={listId} role="listbox" aria-label="Results" className="max-h-[min(420px,60vh)] overflow-y-auto p-2">
        {found.length === 0 && <p className="px-3 py-6 text-center text-table text-ink-3">Nothing is called that.</p>}
        {found.map((entry, index) => (
          <div key={`${entry.group} ${entry.href} ${entry.label}`}>
            {query === '' && entry.group !== found[index - 1]?.group && (
              <p aria-hidden className="px-3 pt-3 pb-1 text-meta font-medium text-ink-3 first:pt-1">
                {entry.group}
              </p>
            )}
            <div
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseMove={() => setActive(index)}
              onClick={() => open(entry)}
              onKeyDown={onKeyDown}
              className={cx('flex h-9 items-center gap-3 rounded-control px-3 text-table', index === active && 'bg-hover')}
            >
              <entry.icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-3" />
              <span className={cx('cut', entry.mono && 'font-mono text-code')}>{entry.label}</span>
              <span className="cut ml-auto pl-4 text-meta text-ink-3">{query === '' ? entry.hint : entry.hint || entry.group}</span>
            </div>
          </div>
        ))}
      </div>
    </>
  )
}

/** ⌘K: every page and object of the workspace by name. */
export function Palette() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen((now) => !now)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="flex h-8 shrink-0 items-center gap-2 rounded-control text-ink-3 hover:text-ink max-lg:w-8 max-lg:justify-center lg:w-60 lg:border lg:bg-surface lg:pr-1 lg:pl-3">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <span className="flex-1 text-left max-lg:sr-only">Search or jump to</span>
        <KeyHint keys="⌘K" className="max-lg:hidden" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={SCRIM} />
        <Dialog.Popup className="pop fixed top-[12vh] left-1/2 z-50 w-[calc(100%-32px)] max-w-150 -translate-x-1/2 overflow-hidden rounded-window bg-raised shadow-float outline-none">
          <Dialog.Title className="sr-only">Search or jump to</Dialog.Title>
          <PaletteBody onClose={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
