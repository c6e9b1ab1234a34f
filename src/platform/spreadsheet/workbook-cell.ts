import { type CellObject, SSF } from '@e965/xlsx'
import { UnreadableFile } from './unreadable-file.ts'

/** The cell as its owner means it: days as `2026-12-31`, numbers in full, nothing rounded or put in exponents. */
export function cellText(cell: CellObject, from1904: boolean): string {
  switch (cell.t) {
    case 's':
      return String(cell.v ?? '')
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE'
    case 'n':
      return numberText(Number(cell.v), String(cell.z ?? 'General'), from1904)
    case 'e':
      throw new UnreadableFile('holds a formula that failed')
    default:
      if (cell.f) throw new UnreadableFile('holds a formula that was never worked out')
      return ''
  }
}

function numberText(value: number, format: string, from1904: boolean): string {
  if (SSF.is_date(format)) return momentText(value, format, from1904)
  // `000000` and `00000 000000` are how leading noughts of numbers and telephones are shown.
  if (/^0[0 ]+$/.test(format) && Number.isInteger(value)) return SSF.format(format, value)
  if (format.includes('%')) return `${plain(value * 100)}%`
  return plain(value)
}

// Fifteen figures are what Excel itself keeps: 0.1 + 0.2 is 0.3 there, and so it is here.
const plain = (value: number) =>
  Math.abs(value) < 1e15
    ? String(Number(value.toPrecision(15)))
    : BigInt(Math.round(value)).toString()

function momentText(value: number, format: string, from1904: boolean): string {
  const parts = SSF.parse_date_code(value, { date1904: from1904 })
  if (!parts) return plain(value)
  const two = (part: number) => String(part).padStart(2, '0')
  const time = `${two(parts.H)}:${two(parts.M)}`
  if (value >= 0 && value < 1) return time
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`
  const showsTime = /[hs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))
  return showsTime && value % 1 !== 0 ? `${day} ${time}` : day
}
