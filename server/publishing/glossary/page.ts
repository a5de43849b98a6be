import { ENTRIES } from './entries'

export function glossaryPage() {
  const entries = Object.entries(ENTRIES).map(([id, { word, means }]) => ({ id, word, means }))
  return {
    title: 'What the words mean',
    entries: entries.sort((one, other) => one.word.localeCompare(other.word, 'en-GB')),
  }
}
