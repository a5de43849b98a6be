import { executiveReplyDue } from '../../server/domain/reply-clock'

describe('the executive’s two months', () => {
  it.each([
    ['2026-02-12', '2026-04-11'],
    ['2026-02-01', '2026-03-31'],
    ['2026-12-14', '2027-02-13'],
    ['2026-12-31', '2027-02-28'],
    ['2027-12-31', '2028-02-29'],
    ['2026-07-31', '2026-09-30'],
    ['2026-06-30', '2026-08-29'],
  ])('received on %s, due on %s', (received, due) => {
    expect(executiveReplyDue(received)).toBe(due)
  })
})
