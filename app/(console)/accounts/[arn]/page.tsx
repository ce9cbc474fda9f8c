import type { Metadata } from 'next'
import { ManagedPolicyPage } from '@/components/identity/managed-policy-page.client'
import { PrincipalPage } from '@/components/identity/principal-page.client'

interface Props {
  readonly params: Promise<{ readonly arn: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const arn = decodeURIComponent((await params).arn)
  return { title: arn.split('/').at(-1) ?? arn }
}

export default async function PrincipalOrPolicyPage({ params }: Props) {
  const arn = decodeURIComponent((await params).arn)
  return /:policy\//.test(arn) ? <ManagedPolicyPage arn={arn} /> : <PrincipalPage arn={arn} />
}
