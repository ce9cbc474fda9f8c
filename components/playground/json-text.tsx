import { Fragment } from 'react'

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\btrue\b|\bfalse\b|\bnull\b)|([{}[\],:])/g

/** JSON with the code colours; any other text as it is. */
export function JsonText({ text }: { readonly text: string }) {
  const parts = []
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) parts.push(<Fragment key={at}>{text.slice(at, match.index)}</Fragment>)
    const [whole, string, colon, literal] = match
    parts.push(
      <Fragment key={match.index}>
        {string !== undefined ? (
          <>
            <span className={colon === undefined ? 'text-code-string' : 'text-code-key'}>{string}</span>
            <span className="text-code-punct">{colon}</span>
          </>
        ) : (
          <span className={literal === undefined ? 'text-code-punct' : 'text-code-literal'}>{whole}</span>
        )}
      </Fragment>,
    )
    at = match.index + whole.length
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}

/** The text indented when it is JSON, else null. */
export function prettyJson(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // Any other body is shown as it came.
    return null
  }
}
