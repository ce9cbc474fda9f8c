import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FunctionPage } from '@/components/authorizers/function-page.client'
import { readFunctionKey } from '@/components/authorizers/function-ref'

interface Props {
  readonly params: Promise<{ readonly functionKey: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: readFunctionKey(decodeURIComponent((await params).functionKey))?.name ?? 'Function' }
}

export default async function OneFunctionPage({ params }: Props) {
  const ref = readFunctionKey(decodeURIComponent((await params).functionKey))
  if (!ref) notFound()
  return <FunctionPage functionRef={ref} />
}
