import { LinkButton } from '@/components/ui/link-button'
import { MessagePage } from './message-page'

export function NotFoundView() {
  return (
    <MessagePage
      mark="404"
      title="There is no such page"
      actions={
        <>
          <LinkButton href="/" variant="primary">
            Overview
          </LinkButton>
          <LinkButton href="/apis">APIs</LinkButton>
        </>
      }
    >
      The object may have been deleted or renamed, or the address has a slip in it. ⌘K finds everything that exists.
    </MessagePage>
  )
}
