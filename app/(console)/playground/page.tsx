import type { Metadata } from 'next'
import { Playground } from '@/components/playground/playground.client'

export const metadata: Metadata = { title: 'Playground' }

export default function PlaygroundPage() {
  return <Playground />
}
