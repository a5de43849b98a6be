import fc from 'fast-check'
import { type Card, cardOf, cardOn } from '../../server/domain/card'
import { type Standing, standingOf, standingOn } from '../../server/domain/standing'
import { calendar } from './a-series'
import { anyInput } from './any-series'

const anyDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test('a card says on any day what the standing it was made from says', () => {
  fc.assert(
    fc.property(anyInput, anyDay, (input, today) => {
      const { frequency } = input.definition
      const standing = standingOf(input)
      const kept: Card = JSON.parse(JSON.stringify(cardOf(standing)))
      const onTheDay = standingOn(standing, today, { calendar, frequency })
      expect(cardOn(kept, today, { calendar, frequency })).toEqual(cardOf(onTheDay))
    }),
  )
})

test('a card is small: no sentence of the standing is in it', () => {
  fc.assert(
    fc.property(anyInput, input => {
      const standing: Standing = standingOf(input)
      const card = JSON.stringify(cardOf(standing))
      for (const words of [standing.headline, standing.arithmetic, standing.signalSentence]) {
        expect(card).not.toContain(words)
      }
      expect(card.length).toBeLessThan(1200)
    }),
  )
})

test('a card is the same object on a day when nothing has passed', () => {
  fc.assert(
    fc.property(anyInput, input => {
      const { frequency } = input.definition
      const card = cardOf(standingOf(input))
      const onDay = cardOn(card, '2015-01-01', { calendar, frequency })
      expect(onDay === card).toBe(onDay.status !== 'overdue' || card.status === 'overdue')
    }),
  )
})
