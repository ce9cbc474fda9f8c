'use client'
import { signIn } from 'next-auth/react'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { EntryPage } from './entry-page'
import { type EntryStage, EntryTree } from './entry-tree'
import { PasswordInput } from './password-input.client'

type Refusal = 'credentials' | 'rate' | 'unavailable'

const WORDS: Readonly<Record<Refusal, string>> = {
  credentials: 'E-mail and password do not belong together, or the user is disabled.',
  rate: 'Too many failed attempts. Try again in a quarter of an hour.',
  unavailable: 'The server could not check this. Try again in a moment.',
}

function refusalOf(error: string): Refusal {
  if (error === 'CredentialsSignin') return 'credentials'
  return error === 'TooManyAttempts' ? 'rate' : 'unavailable'
}

function stagesFor(refusal: Refusal | null): readonly EntryStage[] {
  const limited = refusal === 'rate'
  const authenticate: EntryStage =
    refusal === null
      ? { name: 'Authenticate', why: 'waits for E-mail and Password', kind: 'depends', word: 'depends' }
      : limited
        ? { name: 'Authenticate', why: 'E-mail and Password', kind: 'unreached', word: 'not reached' }
        : {
            name: 'Authenticate',
            why: refusal === 'credentials' ? 'no user has both' : 'could not be checked',
            kind: 'deny',
            word: 'denied',
          }
  return [
    { name: 'Host', why: 'on the list of console hosts', kind: 'allow', word: 'passed' },
    { name: 'Origin', why: 'same origin as this page', kind: 'allow', word: 'passed' },
    limited
      ? { name: 'Rate', why: 'ten failures in a quarter of an hour', kind: 'deny', word: 'denied' }
      : { name: 'Rate', why: 'below ten failures', kind: 'allow', word: 'passed' },
    authenticate,
    { name: 'Role', why: 'viewer, editor or admin', kind: 'unreached', word: 'not reached' },
    { name: 'Console', why: 'what the role may see and change', kind: 'unreached', word: 'not reached' },
  ]
}

function Sentence({ refusal }: { readonly refusal: Refusal | null }) {
  return (
    <p className="pb-7 text-[20px] leading-8 font-[450] tracking-[-0.015em] text-pretty text-ink-2">
      {refusal === null ? (
        <>
          <b className="font-semibold text-depends">Depends</b> on one fact that is still unknown: your password. Everything in Gatehouse is
          decided like this, one stage after another, with the reason written down.
        </>
      ) : (
        <>
          <b className="font-semibold text-deny">Denied.</b> {WORDS[refusal]}
        </>
      )}
    </p>
  )
}

export function SignIn() {
  const [ready, setReady] = useState(false)
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  // Until the script runs the browser would submit the form itself.
  useEffect(() => setReady(true), [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const email = String(form.get('email') ?? '')
    const password = String(form.get('password') ?? '')
    setPending(true)
    try {
      const answer = await signIn('password', { email, password, redirect: false })
      if (!answer?.error) {
        // A whole load: the session's cookie decides what the server renders.
        window.location.assign('/')
        return
      }
      setRefusal(refusalOf(answer.error))
    } catch {
      setRefusal('unavailable')
    }
    setPending(false)
  }
  return (
    <EntryPage
      aside={
        <>
          <p className="pb-5 text-meta text-ink-3">The decision on this request, so far</p>
          <Sentence refusal={refusal} />
          <EntryTree stages={stagesFor(refusal)} />
        </>
      }
    >
      <form method="post" onSubmit={submit} className="grid gap-5">
        <div>
          <h1 className="text-[24px] leading-8 font-semibold tracking-[-0.02em]">Sign in</h1>
          <p className="pt-1 text-ink-2">to the console of this gateway</p>
        </div>
        <Field label="E-mail">
          <Input size="large" type="email" name="email" autoComplete="username" required autoFocus />
        </Field>
        <Field label="Password">
          <PasswordInput size="large" name="password" autoComplete="current-password" required />
        </Field>
        <div aria-live="polite" className="empty:hidden">
          {refusal && <p className="text-table text-error">{WORDS[refusal]}</p>}
        </div>
        <Button
          type={ready ? 'submit' : 'button'}
          variant="primary"
          size="large"
          pending={pending}
          disabled={!ready}
          className="opacity-100!"
        >
          Sign in
        </Button>
        <p className="text-meta text-ink-3">
          No account yet? An admin of this console makes one. On a new installation, use the set-up link that the first start printed.
        </p>
      </form>
    </EntryPage>
  )
}
