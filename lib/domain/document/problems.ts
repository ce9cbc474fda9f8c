import type { z } from 'zod'
import type { Issue } from '../errors'
import { pointerTo } from './pointer'

/** Collects what is wrong with a document, so that a caller sees every problem at once. */
export class Problems {
  private readonly found: Issue[] = []

  error(pointer: string, code: string, message: string, range?: Issue['range']): void {
    this.add({ pointer, code, severity: 'error', message, ...(range ? { range } : {}) })
  }

  warn(pointer: string, code: string, message: string): void {
    this.add({ pointer, code, severity: 'warning', message })
  }

  notSupported(pointer: string, message: string): void {
    this.error(pointer, 'not_supported', message)
  }

  add(issue: Issue): void {
    this.found.push(issue)
  }

  addZod(pointer: string, error: z.ZodError): void {
    for (const issue of error.issues) {
      const at = pointerTo(pointer, ...issue.path.map((token) => (typeof token === 'number' ? token : String(token))))
      if (issue.code === 'custom')
        this.error(at, typeof issue.params?.code === 'string' ? issue.params.code : 'invalid_value', issue.message)
      else if (issue.code !== 'unrecognized_keys') this.error(at, issue.code, issue.message)
      else for (const key of issue.keys) this.error(pointerTo(at, key), 'unknown_field', `There is no field ${key} here.`)
    }
  }

  /** What refuses the document. */
  get errors(): readonly Issue[] {
    return this.found.filter((issue) => issue.severity === 'error')
  }

  /** What is worth saying but refuses nothing. */
  get warnings(): readonly Issue[] {
    return this.found.filter((issue) => issue.severity !== 'error')
  }

  get all(): readonly Issue[] {
    return this.found
  }
}
