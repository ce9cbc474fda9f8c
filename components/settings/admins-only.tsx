import { Callout } from '@/components/ui/callout'

/** Stands for what only admins may read. */
export function AdminsOnly({ what, role }: { readonly what: string; readonly role: string }) {
  return (
    <div className="p-4 md:p-6">
      <Callout title={`Only admins see ${what}`} className="max-w-160">
        Your role is {role}. An admin of this console can change it under Settings, Console users.
      </Callout>
    </div>
  )
}
