import { create, loading } from './loading'

const { load } = loading()

describe('what deserves a second look', () => {
  test('is said, and loaded all the same', async () => {
    const report = await load(
      'Huyton',
      [
        'w,KC,2016/17 Q1,,,0.774%,80,,,,',
        'w,KC,2016/17 Q2,,,0,80,,,,',
        'x,KC,2016/17 Q1,,,7,0,,,,',
      ],
      create,
    )
    expect(report.outcome).toBe('loaded')
    const notes = report.notes.join('\n')
    expect(notes).toContain('Row 4 has a target of 0.')
    expect(notes).toContain('Row 3 has a figure of 0.')
    expect(notes).toContain('Row 2 has a percentage of 1 or less.')
  })

  test('the sender’s colours are held beside ours', async () => {
    const report = await load(
      'Ince',
      [
        'y,KC,2016/17 Q1,,,80,80,,green,,',
        'y,KC,2016/17 Q2,,,77,80,,amber (close),,',
        'y,KC,2016/17 Q3,,,75,80,,amber,,',
        'y,KC,2016/17 Q4,,,-,80,,red,,',
      ],
      create,
    )
    expect(report.flags).toEqual({
      agree: 2,
      differ: [
        { row: 4, reference: 'y', period: '2016/17 Q3', theirs: 'amber', ours: 'red' },
        { row: 5, reference: 'y', period: '2016/17 Q4', theirs: 'red', ours: null },
      ],
    })
  })
})
