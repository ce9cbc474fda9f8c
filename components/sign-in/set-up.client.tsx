'use client'
import { LoaderCircle } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { LinkButton } from '@/components/ui/link-button'
import { EntryPage } from './entry-page'
import { type EntryStage, EntryTree } from './entry-tree'
import { PasswordInput } from './password-input.client'

type Step = 'reading' | 'form' | 'working' | 'missing' | 'refused' | 'unavailable'

interface Admin {
  readonly email: string
  readonly name: string
  readonly password: string
}

function stagesFor(step: Step, loopback: boolean): readonly EntryStage[] {
  const dead = step === 'missing' || step === 'refused'
  const place: EntryStage = {
    name: 'Host',
    why: loopback ? 'this machine only' : 'on the list of console hosts',
    kind: 'allow',
    word: 'passed',
  }
  const link: EntryStage = dead
    ? {
        name: 'Set-up link',
        why: step === 'missing' ? 'there is none in the address' : 'used, expired or replaced',
        kind: 'deny',
        word: 'denied',
      }
    : {
        name: 'Set-up link',
        why: 'one use, within 24 hours',
        kind: step === 'form' ? 'allow' : 'depends',
        word: step === 'form' ? 'there' : 'depends',
      }
  const admin: EntryStage =
    step === 'form'
      ? { name: 'First admin', why: 'waits for E-mail and Password', kind: 'depends', word: 'depends' }
      : { name: 'First admin', why: loopback ? 'a password can wait' : 'E-mail and Password', kind: 'unreached', word: 'not reached' }
  return [place, link, admin, { name: 'Console', why: 'with the role admin', kind: 'unreached', word: 'not reached' }]
}

/** The page behind the one-time link. On loopback the link is enough; elsewhere the first admin gives e-mail and password. */
export function SetUp({ loopback }: { readonly loopback: boolean }) {
  const [step, setStep] = useState<Step>('reading')
  const [problem, setProblem] = useState<string | null>(null)
  const [admin, setAdmin] = useState<Admin>({ email: '', name: '', password: '' })
  const token = useRef('')
  const started = useRef(false)

  const redeem = useCallback(async (given: Partial<Admin>) => {
    setStep('working')
    setProblem(null)
    try {
      const answer = await signIn('setup-link', { token: token.current, ...given, redirect: false })
      if (!answer?.error) {
        window.location.assign('/')
        return
      }
      setStep(answer.error === 'CredentialsSignin' ? 'refused' : 'unavailable')
    } catch {
      setStep('unavailable')
    }
  }, [])

  useEffect(() => {
    if (started.current) return
    started.current = true
    token.current = window.location.hash.slice(1)
    // The token leaves the address bar and the browser's history before anything else happens.
    window.history.replaceState(null, '', window.location.pathname)
    if (token.current === '') setStep('missing')
    else if (loopback) void redeem({})
    else setStep('form')
  }, [loopback, redeem])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (admin.password.length < 10) setProblem('10 characters or more.')
    else void redeem(admin)
  }
  return (
    <EntryPage
      aside={
        <>
          <p className="pb-5 text-meta text-ink-3">The decision on this request, so far</p>
          <p className="pb-7 text-[20px] leading-8 font-[450] tracking-[-0.015em] text-pretty text-ink-2">
            {step === 'missing' || step === 'refused' ? (
              <>
                <b className="font-semibold text-deny">Denied.</b> Only the newest set-up link of an installation without an admin opens
                this door.
              </>
            ) : (
              <>
                <b className="font-semibold text-depends">Depends</b> on the link alone: it works once, makes the first admin, and is kept
                nowhere.
              </>
            )}
          </p>
          <EntryTree stages={stagesFor(step, loopback)} />
        </>
      }
    >
      <h1 className="text-[24px] leading-8 font-semibold tracking-[-0.02em]">Set up Gatehouse</h1>
      <div aria-live="polite">
        {(step === 'reading' || step === 'working') && (
          <p className="flex items-center gap-3 pt-4 text-ink-2">
            <LoaderCircle size={16} aria-hidden className="animate-spin text-ink-3" />
            Making the first admin and signing in.
          </p>
        )}
        {step === 'missing' && (
          <Callout tone="warning" className="mt-5" title="There is no set-up link in this address">
            Open the whole link that the server printed, with everything behind the #. If an admin exists already, sign in.
          </Callout>
        )}
        {step === 'refused' && (
          <Callout tone="error" className="mt-5" title="This set-up link does not work any more">
            It is used, older than 24 hours, or a later start of the server replaced it. While no admin exists, each start prints a new one.
          </Callout>
        )}
        {step === 'unavailable' && (
          <Callout tone="error" className="mt-5" title="The server could not check the link">
            Try again in a moment.
          </Callout>
        )}
      </div>
      {(step === 'missing' || step === 'refused') && (
        <LinkButton href="/sign-in" size="large" className="mt-5 w-full">
          Go to sign in
        </LinkButton>
      )}
      {step === 'unavailable' && (
        <Button size="large" className="mt-5 w-full" onClick={() => void redeem(admin.email ? admin : {})}>
          Try again
        </Button>
      )}
      {step === 'form' && (
        <form method="post" onSubmit={submit} className="grid gap-5 pt-5">
          <Field label="Name">
            <Input size="large" autoComplete="name" required value={admin.name} onValueChange={(name) => setAdmin({ ...admin, name })} />
          </Field>
          <Field label="E-mail">
            <Input
              size="large"
              type="email"
              autoComplete="username"
              required
              value={admin.email}
              onValueChange={(email) => setAdmin({ ...admin, email })}
            />
          </Field>
          <Field label="Password" hint="10 characters or more." error={problem}>
            <PasswordInput
              size="large"
              autoComplete="new-password"
              required
              value={admin.password}
              onValueChange={(password) => setAdmin({ ...admin, password })}
            />
          </Field>
          <Button type="submit" variant="primary" size="large">
            Make the first admin
          </Button>
        </form>
      )}
    </EntryPage>
  )
}
