import type { ImportFile } from './import-drawer.client'

/** The server takes bodies up to 64 MB. */
const FILE_BYTES_MAX = 64 * 1024 * 1024

/** Reads a chosen or dropped file as UTF-8 text; says in one sentence why it cannot be used. */
export async function readImportFile(file: File): Promise<{ ok: true; file: ImportFile } | { ok: false; problem: string }> {
  if (file.size > FILE_BYTES_MAX) return { ok: false, problem: `${file.name} is larger than 64 MB.` }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return text.trim() === '' ? { ok: false, problem: `${file.name} is empty.` } : { ok: true, file: { name: file.name, text } }
  } catch {
    return { ok: false, problem: `${file.name} is not a text file in UTF-8.` }
  }
}
