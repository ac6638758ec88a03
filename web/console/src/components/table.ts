import type { Scope } from '@/app/rights'

/** A column: `value` is what is sorted, exported and, without a slot, shown. */
export interface Column<Row> {
  key: string
  title: string
  value?: (row: Row) => string | number | null | undefined
  /** Numbers stand at the end of their cells. */
  end?: boolean
  /** Never hidden, and the title of a row on a phone. */
  main?: boolean
  sortable?: boolean
  /** Actions that need it; without it there is nothing to show. */
  scope?: Scope | readonly Scope[]
  width?: string
}

export function sorted<Row>(rows: Row[], column: Column<Row> | undefined, down: boolean, language: string): Row[] {
  const value = column?.value
  if (!value) return rows
  const collator = new Intl.Collator(language, { numeric: true })
  const order = (one: Row, other: Row): number => {
    const [a, b] = [value(one) ?? null, value(other) ?? null]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
  }
  return [...rows].sort((one, other) => (down ? order(other, one) : order(one, other)))
}

/** A cell of a sheet. What a spreadsheet would take for a formula is made plain text. */
export function csvCell(value: string | number | null | undefined): string {
  const text = String(value ?? '')
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

export function csvLine(cells: (string | number | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
