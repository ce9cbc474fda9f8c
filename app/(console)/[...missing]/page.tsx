import { notFound } from 'next/navigation'

/** Addresses that no page has: answered inside the frame, so that the rail is at hand. */
export default function MissingPage() {
  notFound()
}
