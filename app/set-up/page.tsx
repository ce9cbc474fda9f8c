import type { Metadata } from 'next'
import { SetUp } from '@/components/sign-in/set-up.client'
import { getRuntime } from '@/lib/runtime/handle'

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' }

export default function SetUpPage() {
  return <SetUp loopback={getRuntime().settings.loopback} />
}
