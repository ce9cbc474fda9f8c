import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findSession } from '@/app/_lib/session'
import { SignIn } from '@/components/sign-in/sign-in.client'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage() {
  if (await findSession()) redirect('/')
  return <SignIn />
}
