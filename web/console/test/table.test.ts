import { describe, expect, it } from 'vitest'
import { csvLine, sorted, type Column } from '@/components/table'

interface Row {
  name: string
  left: number | null
}

const rows: Row[] = [{ name: 'b10', left: 2 }, { name: 'b9', left: null }, { name: 'a', left: 7 }]
const name: Column<Row> = { key: 'name', title: 'Name', value: (row) => row.name }
const left: Column<Row> = { key: 'left', title: 'Left', value: (row) => row.left }

describe('sorting', () => {
  it('puts numbers in names in the order of numbers', () => {
    expect(sorted(rows, name, false, 'en').map((row) => row.name)).toEqual(['a', 'b9', 'b10'])
  })

  it('puts what is missing last, and first when it goes down', () => {
    expect(sorted(rows, left, false, 'en').map((row) => row.left)).toEqual([2, 7, null])
    expect(sorted(rows, left, true, 'en').map((row) => row.left)).toEqual([null, 7, 2])
  })

  it('leaves the rows alone without a column', () => {
    expect(sorted(rows, undefined, false, 'en')).toBe(rows)
  })
})

describe('a line of a sheet', () => {
  it('quotes what would break it', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines', 3, null])).toBe('"a,b","say ""hi""","two\nlines",3,\r\n')
  })

  it('is never a formula, and a negative number stays one', () => {
    expect(csvLine(['=1+1', '+7', '@x', -5])).toBe("'=1+1,'+7,'@x,-5\r\n")
  })
})
