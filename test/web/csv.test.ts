import { csv } from '../../server/web/csv'

const textOf = (cells: (string | number | null)[]) => {
  const reply = csv('figures', ['A'], [cells])
  if (reply.kind !== 'file') throw new Error('a download is a file')
  return String(reply.body).split('\r\n')[1]!
}

test.each(['=1+1', '+1', '@SUM(A1)', '-2+3', '\tx', '=cmd|"/c calc"!A1'])(
  'a cell that a spreadsheet would run is neutralised: %j',
  text => {
    expect(textOf([text]).replace(/^"/, '')).not.toMatch(/^[=+@\t-]/)
  },
)

test('numbers stay numbers, and nothing stays empty', () => {
  expect(textOf([-3.5, 0, null, 12])).toBe('-3.5,0,,12')
})

test('a comma, a quote and a new line stay inside their cell', () => {
  expect(textOf(['a,b', 'say "x"'])).toBe('"a,b","say ""x"""')
})

test('it comes as UTF-8 that spreadsheets recognise, under a name of its own', () => {
  expect(csv('figures', ['Ä'], [])).toMatchObject({
    type: 'text/csv; charset=utf-8',
    name: 'figures.csv',
    body: expect.stringMatching(/^\uFEFFÄ/),
  })
})
