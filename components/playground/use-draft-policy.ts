import { useDraftText } from '../editor/use-draft-text'

export interface DraftPolicy {
  readonly text: string
  readonly setText: (text: string) => void
  readonly reset: () => void
  readonly markSaved: () => void
  readonly dirty: boolean
  /** What is laid over the saved configuration; null: no policy. */
  readonly policy: string | null
  readonly ready: boolean
}

/** The draft of an API's resource policy; it starts as the saved one and stays in this tab. */
export function useDraftPolicy(apiId: string, saved: string | null, ready: boolean): DraftPolicy {
  const draft = useDraftText(saved ?? '', `draft-policy.${apiId}`)
  return {
    text: draft.text,
    setText: draft.setText,
    reset: () => draft.reset(),
    markSaved: draft.markSaved,
    dirty: draft.dirty,
    policy: draft.text.trim() === '' ? null : draft.text,
    ready,
  }
}
