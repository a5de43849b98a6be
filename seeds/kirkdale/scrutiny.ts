import { ANSWERS } from './answers'
import { RECOMMENDATIONS } from './recommendations'
import type { ScrutinyPlan } from '../scrutiny-plan'

export const SCRUTINY: ScrutinyPlan = {
  committees: [
    {
      slug: 'safer-and-healthier',
      name: 'Safer and Healthier Scrutiny Panel',
      remit: 'Health, care, crime and safety.',
      members: [
        ['singh', 'chair'],
        ['adeyemi', 'member'],
      ],
      partnerships: ['kirkdale-partnership', 'safer-and-healthier', 'homes-and-independence'],
      meetings: [
        { held: -188, title: 'Year-end performance' },
        { held: -97, title: 'First quarter performance' },
        { held: 21, title: 'Second quarter performance' },
      ],
    },
    {
      slug: 'children-and-places',
      name: 'Children and Places Scrutiny Panel',
      remit: 'Children, schools, work, waste and the town centre.',
      members: [
        ['adeyemi', 'chair'],
        ['singh', 'member'],
      ],
      partnerships: ['children-and-young-people', 'economy-and-environment'],
      meetings: [
        { held: -174, title: 'Year-end performance' },
        { held: -83, title: 'First quarter performance' },
        { held: 28, title: 'Second quarter performance' },
      ],
    },
  ],
  answers: ANSWERS,
  recommendations: RECOMMENDATIONS,
  enquiry: {
    by: 'singh',
    reference: 'hc-07',
    opened: -2,
    questions: [
      {
        question: '1',
        choice: 'ask',
        wording:
          'Twelve quarters below 80%. What is it about how the service is built that gives 71%?',
        note: 'Ask for the bed figures too – see the complaints item.',
      },
      {
        question: '1a',
        choice: 'ask',
        followUp: 'Could the missing sites take it above 75%?',
        givenTo: 'adeyemi',
      },
      { question: '1b', choice: 'undecided' },
      { question: '5', choice: 'skip' },
      { question: '6', choice: 'theme', note: 'The post has been vacant since the spring.' },
    ],
  },
}
