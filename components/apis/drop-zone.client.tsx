'use client'
import { FileUp } from 'lucide-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { toast } from '@/components/ui/toast.client'
import type { ImportFile } from './import-drawer.client'
import { readImportFile } from './read-import-file'

export interface DropZoneProps {
  readonly disabled: boolean
  readonly onFile: (file: ImportFile) => void
  readonly children: ReactNode
}

/** Takes one file dropped anywhere on the page. */
export function DropZone({ disabled, onFile, children }: DropZoneProps) {
  const [over, setOver] = useState(false)
  // Enter and leave fire for every element inside; only the balance tells whether the file is still over the page.
  const depth = useRef(0)
  const isFile = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files')
  const drop = async (event: DragEvent) => {
    if (!isFile(event)) return
    event.preventDefault()
    depth.current = 0
    setOver(false)
    const [file] = event.dataTransfer.files
    if (!file) return
    const read = await readImportFile(file)
    if (read.ok) onFile(read.file)
    else toast({ title: read.problem, type: 'error' })
  }
  return (
    <section
      aria-label="Drop a file here to import it"
      className="relative flex min-h-full flex-1 flex-col"
      onDragEnter={(event) => {
        if (!isFile(event)) return
        depth.current += 1
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!isFile(event)) return
        depth.current -= 1
        if (depth.current === 0) setOver(false)
      }}
      onDragOver={(event) => {
        if (isFile(event)) event.preventDefault()
      }}
      onDrop={(event) => void drop(event)}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-3 z-30 grid place-items-center rounded-window border-2 border-dashed border-accent bg-accent-soft/90">
          <p className="flex items-center gap-3 text-[17px] leading-6 font-medium text-accent-text">
            <FileUp size={20} aria-hidden />
            Drop to see what it would change
          </p>
        </div>
      )}
    </section>
  )
}
