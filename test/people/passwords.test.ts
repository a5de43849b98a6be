import { COMMON_WORDS, SAYINGS } from '../../server/people/passwords/common-words'
import { isGuessable } from '../../server/people/passwords/guessable'
import { faultOf } from '../../server/people/passwords/rules'

const NAMES = [
  'Six Friends',
  'Kirkdale',
  'Kirkdale Borough Council',
  'Kirkdale Health Trust',
  'KHT',
]

test.each([
  'passwordpassword',
  'Password!Password!',
  'P@ssw0rdP@ssw0rd!',
  'p.a.s.s.w.o.r.d.1',
  'password1234567890',
  '123456789012345',
  '987654321098765',
  '1q2w3e4r5t6y7u8i',
  'qwertyuiopasdfgh',
  'qazwsxedcrfvtgb',
  'aaaaaaaaaaaaaaa',
  'abcabcabcabcabc',
  'abcdefghijklmnop',
  'christopher12345',
  'liverpoolfootball2005',
  'manchesterunited1',
  'youllneverwalkalone1',
  'iloveyouforever',
  'letmeinletmeinletmein',
  'correcthorsebatterystaple',
  'SixFriends2026!!',
  'KirkdaleCouncil2026!',
  'Kirkdale Health Trust',
  'KHTKHTKHTKHTKHT',
])('%s is guessed soon', password => {
  expect(isGuessable(password, NAMES)).toBe(true)
})

test.each([
  'otter lantern gravel thimble',
  'vexed walrus paints gables',
  'zebra marmalade trombone',
  'purple-otter-canal-kirkdale',
  '8264-9173-5528-kq7z',
  'kT9#mQ2$vL7!xR4z',
  'pärlemor vispgrädde källare',
])('%s is not', password => {
  expect(isGuessable(password, NAMES)).toBe(false)
})

test('the names of this place are not common elsewhere', () => {
  expect(isGuessable('Sallowmarsh Fenwick Trust')).toBe(false)
  expect(isGuessable('Sallowmarsh Fenwick Trust', ['Sallowmarsh Fenwick Trust'])).toBe(true)
})

test('far more than three thousand long passwords are refused: all words and sayings, plain and with digits', () => {
  const words = [...COMMON_WORDS].filter(word => word.length > 3)
  const refused = new Set<string>()
  for (const [at, word] of words.entries()) {
    const next = words[(at * 7 + 1) % words.length]!
    for (const made of [
      `${word}${word}${word}${word}`,
      `${word}${next}`,
      `${word}123456789`,
      `${next}${word}1!`,
      `${word}.${next}.2026`,
    ]) {
      if (made.length >= 15 && isGuessable(made)) refused.add(made)
    }
  }
  for (const saying of SAYINGS) if (isGuessable(saying)) refused.add(saying)
  expect(refused.size).toBeGreaterThan(3000)
})

test.each([
  ['x'.repeat(14), /15 characters or more/],
  ['gravel thimble', /15 characters or more/],
  [`${'otter lantern gravel thimble '.repeat(9)}`, /256 characters or fewer/],
  ['', /Enter a password/],
])('the length of %j is measured', (password, fault) => {
  expect(faultOf(password, [])).toMatch(fault)
})

test('from 15 to 256 characters of any kind will do, counted as people count them', () => {
  expect(faultOf('kT9#mQ2$vL7!xR4', [])).toBeUndefined()
  expect(faultOf('otter lantern gravel thimble '.repeat(8), [])).toBeUndefined()
  expect(faultOf('🦦🏮🪨🧵🐋🎨🏠🦓🍊🎺🧭🪁🛶🧶', [])).toMatch(/15 characters/)
})
