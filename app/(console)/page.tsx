import { Overview } from '@/components/overview/overview.client'

export default function OverviewPage() {
  return <Overview />
}
