'use client'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Input, type InputProps } from '@/components/ui/input.client'

/** A password field with the button that shows what was typed. */
export function PasswordInput(props: Omit<InputProps, 'type'>) {
  const [shown, setShown] = useState(false)
  return (
    <span className="relative block">
      <Input {...props} type={shown ? 'text' : 'password'} className="pr-24" />
      <Button
        variant="quiet"
        size="dense"
        aria-pressed={shown}
        aria-label="Reveal"
        onClick={() => setShown(!shown)}
        className="absolute top-1/2 right-1.5 -translate-y-1/2"
      >
        {shown ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
        {shown ? 'Hide' : 'Reveal'}
      </Button>
    </span>
  )
}
