'use client'
import { Button } from '@/components/ui/button.client'
import { LinkButton } from '@/components/ui/link-button'
import { MessagePage } from './message-page'

/** Stands where a page failed. The gateway is another part of the process and is not touched. */
export function ErrorView({ error, retry }: { readonly error: Error & { digest?: string }; readonly retry?: () => void }) {
  return (
    <MessagePage
      mark={error.digest ? `error ${error.digest}` : 'error'}
      title="This page failed"
      actions={
        <>
          <Button variant="primary" onClick={() => (retry ? retry() : window.location.reload())}>
            Try again
          </Button>
          <LinkButton href="/">Overview</LinkButton>
        </>
      }
    >
      The gateway goes on enforcing what was saved. The server's log has the details under the mark above.
    </MessagePage>
  )
}
