'use client'
import { useRef } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button.client'
import { toast } from '@/components/ui/toast.client'
import type { ImportFile } from './import-drawer.client'
import { readImportFile } from './read-import-file'

export interface FileButtonProps extends Omit<ButtonProps, 'onClick'> {
  readonly onFile: (file: ImportFile) => void
}

/** A button that opens the file picker. */
export function FileButton({ onFile, children, ...rest }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.yaml,.yml,application/json,application/yaml"
        aria-label="File to import"
        onChange={async (event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (!file) return
          const read = await readImportFile(file)
          if (read.ok) onFile(read.file)
          else toast({ title: read.problem, type: 'error' })
        }}
      />
    </>
  )
}
