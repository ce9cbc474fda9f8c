import { useCallback, useEffect, useRef, useState } from 'react'

export interface DraftText {
  readonly text: string
  /** The saved text that the edit started from. */
  readonly base: string
  readonly dirty: boolean
  /** True when somebody else saved while this edit was going on. */
  readonly outdated: boolean
  readonly setText: (text: string) => void
  /** Drops the edit and takes the given text, or the saved one. */
  readonly reset: (text?: string) => void
  /** Says that the text was saved: the edit ends when the saved text arrives anew. */
  readonly markSaved: () => void
}

interface Edit {
  readonly base: string
  readonly text: string
}

/**
 * An edit over a saved text. While nothing is edited it follows the saved text; an edit survives
 * leaving the page when `key` is given (kept in the tab's session storage until saved or dropped).
 */
export function useDraftText(saved: string, key?: string): DraftText {
  const [edit, setEdit] = useState<Edit | null>(null)
  const storageKey = key ? `gatehouse.edit.${key}` : null

  useEffect(() => {
    if (!storageKey) return
    setEdit(readEdit(sessionStorage.getItem(storageKey)))
  }, [storageKey])

  const write = useCallback(
    (next: Edit | null) => {
      setEdit(next)
      if (!storageKey) return
      if (next) sessionStorage.setItem(storageKey, JSON.stringify(next))
      else sessionStorage.removeItem(storageKey)
    },
    [storageKey],
  )

  const awaitsSaved = useRef(false)
  const editedText = edit?.text
  // Runs when the saved text changes or the edit comes back to it.
  const lastSaved = useRef(saved)
  useEffect(() => {
    const renewed = lastSaved.current !== saved
    lastSaved.current = saved
    if (editedText === saved || (renewed && awaitsSaved.current)) {
      awaitsSaved.current = false
      write(null)
    }
  }, [saved, editedText, write])

  const base = edit?.base ?? saved
  const text = edit?.text ?? saved
  const dirty = edit !== null && edit.text !== saved
  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])

  return {
    text,
    base,
    dirty,
    outdated: dirty && base !== saved,
    setText: (next) => {
      if (next !== text) write({ base, text: next })
    },
    reset: (next) => write(next === undefined || next === saved ? null : { base: saved, text: next }),
    markSaved: () => {
      awaitsSaved.current = true
    },
  }
}

function readEdit(stored: string | null): Edit | null {
  if (!stored) return null
  try {
    const value: unknown = JSON.parse(stored)
    if (typeof value !== 'object' || value === null || !('base' in value) || !('text' in value)) return null
    return typeof value.base === 'string' && typeof value.text === 'string' ? { base: value.base, text: value.text } : null
  } catch {
    // A stored edit that cannot be read is no edit.
    return null
  }
}
