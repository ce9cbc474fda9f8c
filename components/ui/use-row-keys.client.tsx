'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

const DOWN: ReadonlySet<string> = new Set(['j', 'ArrowDown'])
const UP: ReadonlySet<string> = new Set(['k', 'ArrowUp'])

/** Roving focus over the rows of one table: j, k, arrows, Home, End, Enter. j and k also enter it when nothing is focused. */
export function useRowKeys({ count, onOpen }: { readonly count: number; readonly onOpen?: (index: number) => void }) {
  const ref = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState(0)

  const focusRow = (index: number) => {
    const bounded = Math.max(0, Math.min(count - 1, index))
    ref.current?.querySelector<HTMLElement>(`[data-row="${bounded}"]`)?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!onOpen || event.metaKey || event.ctrlKey || event.altKey) return
    const onRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined
    if (DOWN.has(event.key)) focusRow(active + 1)
    else if (UP.has(event.key)) focusRow(active - 1)
    else if (event.key === 'Home') focusRow(0)
    else if (event.key === 'End') focusRow(count - 1)
    else if (event.key === 'Enter' && onRow) onOpen(active)
    else return
    event.preventDefault()
  }

  const enabled = Boolean(onOpen) && count > 0
  useEffect(() => {
    if (!enabled) return
    const enter = (event: globalThis.KeyboardEvent) => {
      const idle = document.activeElement === document.body && !event.metaKey && !event.ctrlKey && !event.altKey
      if (!idle || (event.key !== 'j' && event.key !== 'k')) return
      ref.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
    }
    document.addEventListener('keydown', enter)
    return () => document.removeEventListener('keydown', enter)
  }, [enabled])

  return { ref, active: Math.min(active, Math.max(0, count - 1)), setActive, onKeyDown }
}
