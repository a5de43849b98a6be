interface Entry {
  word: string
  means: readonly string[]
}

/** Every technical word that stands on a page, by the fragment of its address. */
export const ENTRIES: Record<string, Entry> = {
  action: {
    word: 'Action',
    means: [
      'Something an organisation has undertaken to do to bring a measure back on target. It has an owner, a date, and the effect it is expected to have.',
    ],
  },
  actual: {
    word: 'Actual',
    means: ['The figure that was reached in a period, as against the target or the forecast.'],
  },
  agreement: {
    word: 'Agreement',
    means: [
      'What the partners have promised to achieve together over a number of years, such as a Local Area Agreement. It is made of outcomes, and each outcome is followed by measures.',
    ],
  },
  area: {
    word: 'Area',
    means: ['The place that one local partnership covers, such as a borough or a district.'],
  },
  assurance: {
    word: 'Assurance',
    means: [
      'Whether the target is met for certain, missed for certain, or met only now and then, if things go on as they are. Where the target lies inside the process limits, luck decides each time: hit and miss.',
    ],
  },
  baseline: {
    word: 'Baseline',
    means: ['Where a measure stood when its target was set.'],
  },
  break: {
    word: 'Break',
    means: [
      'A point where a measure began to be counted in another way. Figures before and after it cannot be compared, so the line on the chart is cut there.',
    ],
  },
  breakdown: {
    word: 'Breakdown',
    means: [
      'The same measure for one ward, one group of people or one partner, instead of for everybody together.',
    ],
  },
  cumulative: {
    word: 'Cumulative',
    means: [
      'Counted up through the year: each figure holds all that came before it since the year began. A figure that covers only its own period is called discrete.',
    ],
  },
  direction: {
    word: 'Direction of travel',
    means: [
      'Better, worse, or no real change: against the period before, and against the same period last year. Better means nearer to what is wanted, whether that is a higher figure or a lower one.',
    ],
  },
  enquiry: {
    word: 'Enquiry',
    means: [
      'One councillor’s walk through the questions about one measure in one period, with the questions they choose and, later, the answers.',
    ],
  },
  forecast: {
    word: 'Forecast',
    means: [
      'What an organisation expected a figure to be, written down before it was known. It cannot be changed afterwards, so one can see how good earlier forecasts were.',
    ],
  },
  gap: {
    word: 'Gap',
    means: ['How far the figure is from its target. Below nothing means short of the target.'],
  },
  indicator: {
    word: 'Measure',
    means: [
      'Something that is counted in the same way, again and again, to see whether an outcome is being reached. In the data and the addresses of this service a measure is called an indicator.',
    ],
  },
  interval: {
    word: 'Interval',
    means: [
      'The range in which a rate could lie by chance alone, when it is worked out from few people. If a target lies inside the range, the figures cannot tell whether it was met.',
    ],
  },
  limits: {
    word: 'Process limits',
    means: [
      'Two lines on a chart between which nearly all figures will fall as long as nothing changes. They are worked out from how much the figures usually move from one period to the next.',
      'With fewer than 8 figures none are drawn. With fewer than 13 they are called trial limits, because they may still move.',
    ],
  },
  outcome: {
    word: 'Outcome',
    means: ['What the partners want to be true for the people of the area, in a sentence.'],
  },
  overdue: {
    word: 'Overdue',
    means: ['The day on which a figure should have been sent has passed, and it is not here.'],
  },
  partnership: {
    word: 'Partnership',
    means: [
      'Organisations that decide together, as a standing body, and can be held to what they decide. A network, a working group or a contract is not one, whatever it is called.',
    ],
  },
  period: {
    word: 'Period',
    means: [
      'The month, quarter, half-year or year that a figure is about. Unless an area says otherwise the year begins in April, so 2026/27 Q1 is April to June 2026.',
    ],
  },
  polarity: {
    word: 'Polarity',
    means: [
      'Which way is good: higher, lower, or inside a range. Some measures have none: they are there to explain the others, and are never called good or bad.',
    ],
  },
  provisional: {
    word: 'Provisional',
    means: ['Sent in good time but not yet final, so it may still change a little.'],
  },
  publication: {
    word: 'Publication',
    means: ['The moment from which everybody can see a figure. Only the partnership publishes.'],
  },
  ratio: {
    word: 'Numerator and denominator',
    means: [
      'The two counts behind a percentage or a rate: how many, out of how many. A year’s percentage is worked out from the year’s counts, never by averaging percentages.',
    ],
  },
  return: {
    word: 'Return',
    means: ['All the figures that one organisation owes for one period.'],
  },
  revision: {
    word: 'Revision',
    means: [
      'A published figure that was changed later, with the reason. The earlier figure is kept and can still be seen.',
    ],
  },
  'run-rate': {
    word: 'Required run-rate',
    means: [
      'What the rest of the year must bring, period for period, if the year’s target is still to be met. Beside it stands the best that was ever done.',
    ],
  },
  'self-evaluation': {
    word: 'Self-evaluation',
    means: [
      'Each partner scores how well the partnership works. How far the partners differ says as much as the average.',
    ],
  },
  signal: {
    word: 'Signal',
    means: [
      'A change that is more than the ordinary ups and downs of a measure. It has a cause that can be looked for.',
    ],
  },
  noise: {
    word: 'Ordinary variation',
    means: [
      'The ups and downs that every figure has without anything having changed. Asking why it fell this time leads nowhere; asking how the service is built to give such figures may.',
    ],
  },
  'sign-off': {
    word: 'Sign-off',
    means: [
      'An organisation’s approver confirms its figures. Nobody signs off what they entered themselves.',
    ],
  },
  'six-friends': {
    word: 'Six friends',
    means: [
      'What, why, when, how, where and who: the six kinds of question. Rudyard Kipling called them his six honest serving-men. Pete Franklin of Bristol City Council brought them to scrutiny, and a forum of practitioners made the list of questions grow.',
    ],
  },
  status: {
    word: 'Status: green, amber, red',
    means: [
      'Green means that the target was met or beaten. Amber means that it was missed by no more than the tolerance. Red means that it was missed by more.',
      'A measure without a target, not yet due, overdue, not applicable or only there for context has no colour.',
    ],
  },
  stretch: {
    word: 'Stretch target',
    means: [
      'A target set beyond what was expected, sometimes with a reward. The percentage of stretch says how much of the way from the baseline has been covered.',
    ],
  },
  suppressed: {
    word: 'Fewer than 5',
    means: [
      'Counts from 1 to 4 are not shown to the public or to councillors, so that nobody can be recognised. Another figure is sometimes hidden too, where the first could be worked out from it.',
    ],
  },
  target: {
    word: 'Target',
    means: ['The figure that is wanted for a period, or the range it should fall in.'],
  },
  tolerance: {
    word: 'Tolerance',
    means: [
      'How far a figure may miss its target and still be amber rather than red. It is a share of the target or a fixed amount, and is set for each measure.',
    ],
  },
  underperforming: {
    word: 'Underperforming',
    means: [
      'On the councillors’ list, for at least one of six reasons: red; amber twice running; overdue; a signal for the worse; likely to miss the year’s target; or a promise to scrutiny that was not kept.',
    ],
  },
  'year-to-date': {
    word: 'Year to date',
    means: ['From the beginning of the year up to and including this period.'],
  },
}
