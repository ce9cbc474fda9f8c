const SHAPE = [
  '{',
  '  "Version": "2012-10-17",',
  '  "Statement": [',
  '    {',
  '      "Sid": "PublicCatalog",',
  '      "Effect": "Allow",',
  '      "Principal": "*",',
  '      "Action": "execute-api:Invoke",',
  '      "Resource": "execute-api:/prod/GET/catalog"',
  '    }',
  '  ]',
  '}',
].join('\n')

/** Lines of the final text's shape, shown while the editor or its text loads. Fills its box. */
export function EditorSkeleton({ text = SHAPE }: { readonly text?: string }) {
  const lines = text.split('\n', 40)
  return (
    <div aria-hidden className="h-full min-h-60 overflow-hidden bg-surface py-3">
      {lines.map((line, index) => {
        const indent = line.length - line.trimStart().length
        const length = Math.min(line.trim().length, 90)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <div key={index} className="flex h-5 items-center pl-16 font-mono text-code">
            <span className="h-2 rounded-mark bg-selected" style={{ marginLeft: `${indent}ch`, width: `${length}ch` }} />
          </div>
        )
      })}
    </div>
  )
}
