export interface Line {
  /** Where it begins in the file; the header is row 1, blank rows count. */
  number: number
  cells: string[]
}

/** Comma, semicolon or tab, whichever the first row has most of. */
const SEPARATORS = [',', ';', '\t']

/**
 * The rows of a CSV text with their cells, quotes undone (a doubled quote inside quotes is one).
 * Rows with nothing in them are left out. Throws RangeError when a quote is never closed.
 */
export function separatedValues(text: string): Line[] {
  const separator = separatorOf(text)
  const lines: Line[] = []
  let cells = ['']
  let number = 1
  let row = 1
  let quoted = false

  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cells[cells.length - 1] += '"'
      at++
    } else if (sign === '"' && (quoted || cells.at(-1)!.trim() === '')) {
      if (!quoted) cells[cells.length - 1] = ''
      quoted = !quoted
    } else if (!quoted && sign === separator) {
      cells.push('')
    } else if (!quoted && isRowEnd(text, at)) {
      lines.push({ number, cells })
      cells = ['']
      row++
      number = row
    } else {
      if (sign === '\n') row++
      cells[cells.length - 1] += sign
    }
  }
  if (quoted) throw new RangeError(`Row ${number}: a quotation mark is opened and never closed.`)

  lines.push({ number, cells })
  return lines.filter(line => line.cells.some(cell => cell.trim() !== ''))
}

/** A line feed, or a carriage return on its own. */
function isRowEnd(text: string, at: number): boolean {
  return text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')
}

function separatorOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1)
  const counted = SEPARATORS.map(sign => first.split(sign).length)
  return SEPARATORS[counted.indexOf(Math.max(...counted))]!
}
