'use client'
import { Search } from 'lucide-react'
import { InputWithIcon } from './input.client'

export interface SearchInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly className?: string
}

export function SearchInput({ label, value, onChange, placeholder, className = 'w-60' }: SearchInputProps) {
  return (
    <InputWithIcon
      type="search"
      size="dense"
      className={className}
      icon={<Search size={14} aria-hidden />}
      aria-label={label}
      value={value}
      placeholder={placeholder ?? label}
      onValueChange={onChange}
    />
  )
}
