import { FRIENDS } from '../../server/domain/friend'
import {
  isQuestionId,
  QUESTION_IDS,
  QUESTIONS,
  questionOf,
  questionsAskedOf,
  questionsOf,
} from '../../server/domain/questions'

describe('the question set', () => {
  it('holds every identity once, in order', () => {
    expect(QUESTIONS.map(({ id }) => id)).toEqual([...QUESTION_IDS])
    expect(QUESTION_IDS).toHaveLength(28)
  })

  it('gives every question to one friend and leaves none out', () => {
    expect(FRIENDS.flatMap(friend => questionsOf(friend))).toHaveLength(QUESTIONS.length)
    expect(questionsOf('why').map(({ id }) => id)).toEqual(['1', '1a', '1b'])
    expect(questionsOf('who').map(({ id }) => id)).toEqual(['3b', '6', '6a'])
    expect(questionsOf('when').map(({ id }) => id)).toEqual(['4', '5b'])
    expect(questionsOf('how').map(({ id }) => id)).toEqual(['4a', '5', '5a', '7b'])
  })

  it('asks either why there is no breakdown or what the breakdown shows', () => {
    const without = questionsAskedOf('where', { hasBreakdown: false }).map(({ id }) => id)
    const having = questionsAskedOf('where', { hasBreakdown: true }).map(({ id }) => id)
    expect(without).toEqual(['W0', 'W2', 'W3'])
    expect(having).toEqual(['W1', 'W2', 'W3'])
  })

  it('keeps the wording for partners among themselves beside the councillor’s', () => {
    expect(questionOf('1').plain).toBe('Why are results short of the target?')
    expect(questionOf('1').amongPartners).toBe('What stands between us and the target we share?')
    expect(QUESTIONS.filter(({ amongPartners }) => amongPartners !== undefined)).toHaveLength(12)
  })

  it('says who may answer and what counts as an answer', () => {
    for (const { id, plain, answerers, answeredWhen } of QUESTIONS) {
      expect([id, plain.endsWith('?')]).toEqual([id, true])
      expect([id, answerers.length > 0, answeredWhen.length > 10]).toEqual([id, true, true])
    }
  })

  it('knows which questions were added to the list of 2006', () => {
    expect(QUESTIONS.filter(({ added }) => added).map(({ id }) => id)).toEqual([
      'W0',
      'W1',
      'W2',
      'W3',
    ])
  })

  it('knows an identity from any other text', () => {
    expect(isQuestionId('W3')).toBe(true)
    expect(isQuestionId('9')).toBe(false)
    expect(isQuestionId('w3')).toBe(false)
  })
})
