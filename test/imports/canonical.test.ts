import { type Canonical, readCanonical } from '../../server/imports/canonical'

const bytes = (text: string) => new TextEncoder().encode(text)

function read(text: string | Uint8Array): Canonical {
  const found = readCanonical(typeof text === 'string' ? bytes(text) : text)
  if ('unreadable' in found) throw new Error(found.unreadable.map(each => each.sentence).join(' '))
  return found
}

function refused(text: string | Uint8Array) {
  const found = readCanonical(typeof text === 'string' ? bytes(text) : text)
  return 'unreadable' in found ? found.unreadable : []
}

const PLAIN = 'indicator_code,period,value,comment\nenv-03,2016/17 Q1,44.1,Rain\n'

describe('the canonical file', () => {
  test('is read with row numbers as a spreadsheet shows them', () => {
    const { rows, read: count } = read(`${PLAIN}\n,,,\nenv-04,2016/17 Q1,3,\n`)
    expect(count).toBe(2)
    expect(rows.map(({ row, indicatorCode }) => [row, indicatorCode])).toEqual([
      [2, 'env-03'],
      [5, 'env-04'],
    ])
  })

  test('takes its columns in any order and case', () => {
    const { rows } = read('Comment,VALUE, Period ,Indicator code\nRain,44.1,2016/17 Q1,env-03\n')
    expect(rows).toEqual(read(PLAIN).rows)
  })

  test.each([
    ['semicolons', PLAIN.replaceAll(',', ';')],
    ['tabs', PLAIN.replaceAll(',', '\t')],
    ['a byte order mark', `\uFEFF${PLAIN}`],
    ['Windows line ends', PLAIN.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', PLAIN.replaceAll('\n', '\r')],
    ['quotation marks', PLAIN.replace('env-03', '"env-03"').replace('period', '"period"')],
    ['no line end', PLAIN.trimEnd()],
  ])('may come with %s', (_, text) => {
    expect(read(text).rows).toEqual(read(PLAIN).rows)
  })

  test('keeps commas, quotation marks and lines inside a quoted comment', () => {
    const { rows } = read(
      'indicator_code,period,value,comment\na,2016/17,1,"One, ""two""\nthree"\n',
    )
    expect(rows[0]?.comment).toBe('One, "two"\nthree')
  })

  test('is read as Windows-1252 when it is not UTF-8, and says so', () => {
    const latin = Uint8Array.from([...bytes('indicator_code,period,value\na,2016/17,'), 0xa3, 0x35])
    const { rows, notes } = read(latin)
    expect(rows[0]?.value).toEqual({ kind: 'number', number: 5, decimals: 0, unit: '£' })
    expect(notes).toEqual([expect.stringContaining('Windows-1252')])
  })

  test('is read as UTF-16 when it begins with that mark', () => {
    const wide = new Uint8Array(Buffer.from(`\uFEFF${PLAIN}`, 'utf16le'))
    expect(read(wide).rows).toEqual(read(PLAIN).rows)
  })

  test('names the columns it does not read', () => {
    const { notes } = read('indicator_code,period,value,Ward,valeu\na,2016/17,1,x,2\n')
    expect(notes).toEqual(['Not read, for we know no such column: “Ward” and “valeu”.'])
  })

  test('gives every fault at once, by row and column', () => {
    const { faults, rows } = read(
      [
        'indicator_code,period,value,target,data_status,comment',
        'a,2016/17,x,y,maybe,',
        ',,1,,,',
        'b,2016/17,1,,,Well, badly put',
        'c,2016/17,1,,,',
      ].join('\n'),
    )
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 'value'],
      [2, 'target'],
      [2, 'data_status'],
      [3, 'indicator_code'],
      [3, 'period'],
      [4, ''],
    ])
    expect(rows.map(({ row }) => row)).toEqual([5])
  })

  test.each([
    ['', 'final'],
    ['Final', 'final'],
    ['PROVISIONAL', 'provisional'],
    ['p', 'provisional'],
  ])('data status “%s” is %s', (text, certainty) => {
    const { rows } = read(`indicator_code,period,value,data_status\na,2016/17,1,${text}`)
    expect(rows[0]?.certainty).toBe(certainty)
  })

  test.each([
    ['green (above target)', 'green'],
    ['G', 'green'],
    ['Amber', 'amber'],
    ['RED', 'red'],
    ['blue/info only', null],
    ['data only', null],
    ['', null],
  ])('status flag “%s” is %s', (text, flag) => {
    const { rows } = read(`indicator_code,period,value,status_flag\na,2016/17,1,${text}`)
    expect(rows[0]?.flag).toBe(flag)
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['nothing in it', '', 'The file is empty.'],
    ['no name for a column', 'indicator_code,value\na,1', 'There is no column “period”.'],
    ['a column twice', 'indicator_code,period,Period,value\na,1,2,3', 'is there twice'],
    ['an open quotation mark', 'indicator_code,period\na,2016/17\n"b,2016/17\nc,2016/17', 'closed'],
    ['a spreadsheet', 'PK\u0003\u0004', 'Save it as CSV'],
    ['zero bytes', 'indicator\u0000', 'not a text file'],
  ])('for %s', (_, text, sentence) => {
    expect(refused(text)).toContainEqual(
      expect.objectContaining({ sentence: expect.stringContaining(sentence) }),
    )
  })
})
