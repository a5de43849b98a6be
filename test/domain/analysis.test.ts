import { describeGolden, expectNear, goldenFiles } from '../support/golden'
import { analyse, readAnalysisInput } from '../../server/domain/analysis'
import type { AnalysisChoices } from '../../server/domain/analysis-choices'

const SAW = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11]
const QUARTERS = SAW.map(
  (_, at) => `${2020 + Math.floor(at / 4)}/${21 + Math.floor(at / 4)} Q${(at % 4) + 1}`,
)
const CSV = ['period,value', ...SAW.map((value, at) => `${QUARTERS[at]},${value}`)].join('\n')

describe('what is printed', () => {
  test('has exactly these keys, in this order', () => {
    const analysis = analyse([...SAW, 30, null], { polarity: 'lower-is-better', period: 'quarter' })
    expect(Object.keys(analysis)).toEqual([
      'mean',
      'lower',
      'upper',
      'drawn',
      'trial',
      'points',
      'variation',
      'assurance',
      'sentence',
    ])
    expect(analysis.points.at(-2)).toEqual({ value: 30, flag: 'outside', meaning: 'concern' })
    expect(analysis.points.at(-1)).toEqual({ value: null, flag: null, meaning: null })
    expect(analysis).toMatchObject({ variation: 'concern', assurance: null, drawn: true })
  })

  test('numbers have 12 significant digits', () => {
    const { mean, lower, points } = analyse([1 / 3, 2 / 3, 1 / 3], {})
    expect(mean).toBe(0.444444444444)
    expect(lower).toBe(Number((4 / 9 - 2.66 / 3).toPrecision(12)))
    expect(points[0]!.value).toBe(0.333333333333)
  })

  test('below 8 points nothing is drawn, but the calculation is there', () => {
    expect(analyse([90, 88, 92], { period: 'month' })).toMatchObject({
      mean: 90,
      lower: expect.closeTo(82.02),
      drawn: false,
      trial: true,
      sentence: 'Too few months to tell noise from change: 3 so far, and it takes 8.',
    })
    expect(analyse([90, 92], {}).sentence).toContain('not enough data')
    expect(analyse([], {})).toMatchObject({ mean: null, points: [], variation: null })
  })

  test('the sentence keeps to the run length', () => {
    const { sentence } = analyse([9, 3, 9, 3, 9, 3, 4, 5, 6, 7], { runLength: 5 })
    expect(sentence).toContain('risen without a break over the last 5 points')
  })
})

describe('a CSV', () => {
  test('is read with its headers in any case and order, and its quarters named', () => {
    const { values, labels, options } = readAnalysisInput(
      '\uFEFFComment;VALUE; Period\r\n"a; ""b""";1,284;2020/21 Q1\r\n;;2020/21 Q2\r\n\r\n;77.4%;2020/21 Q3\r\n',
    )
    expect(values).toEqual([1284, null, 77.4])
    expect(labels).toEqual(['2020/21 Q1', '2020/21 Q2', '2020/21 Q3'])
    expect(options).toEqual({ period: 'quarter' })
  })

  test.each([
    ['2021/22 Q2', '2021/22 Q1'],
    ['2021-04-08', '2021-04-01'],
    ['Feb 2021', 'Jan 2021'],
    ['2012 Q1', '2011 Q4'],
    ['2012', '2011'],
  ])('%s before %s is put in date order', (later, sooner) => {
    const { labels, values } = readAnalysisInput(`period,value\n${later},2\n${sooner},1`)
    expect(labels).toEqual([sooner, later])
    expect(values).toEqual([1, 2])
  })

  test.each([
    [['wave 2', 'wave 1']],
    [['2011/12 Q2', '2011/12 Q1', 'the rest']],
    [['2012/13', '2011/12 Q4']],
    [['2012-04', '2011']],
  ])('%j stay as they came', periods => {
    const { labels, options } = readAnalysisInput(
      ['period,value', ...periods.map(period => `${period},1`)].join('\n'),
    )
    expect(labels).toEqual(periods)
    expect(options).toEqual({})
  })

  test('takes quoted quotes, old line ends and a nought among percentages', () => {
    const { labels, values } = readAnalysisInput(
      'period,value\r"wave ""2"", late",77.4%\rwave 3,0\r\nwave 4,NA',
    )
    expect(labels).toEqual(['wave "2", late', 'wave 3', 'wave 4'])
    expect(values).toEqual([77.4, 0, null])
  })

  test.each([
    ['50%,,', null, [50, 50]],
    ['0.5,1,2', null, [0.5, 0.5]],
    ['0,1,2', null, [0, 0.5]],
    ['51.9,27,52', null, [51.9, 50]],
    ['5000,1,20', null, [5000, 50000]],
    ['48.1,,', null, [48.1, 50]],
    ['0.61,,', null, [0.61, 0.5]],
    ['480,,', null, [480, 500]],
    [',1,4', null, [0.25, 0.5]],
    [',1,4', '60', [25, 50]],
    [',1,4', '40 to 60', [25, 50]],
    [',1,4', '0.6', [0.25, 0.5]],
    [',1,4', '120', [0.25, 0.5]],
    [',9,4', '60', [2.25, 0.5]],
  ])('after the row %s with target %s a blank value is computed', (row, target, values) => {
    const text = `period,value,numerator,denominator\n2011,${row}\n2012,,1,2`
    expect(readAnalysisInput(text, target === null ? {} : { target }).values).toEqual(values)
  })

  test.each([
    ['2011,,1,2', 'Blank values are numerator ÷ denominator, as it is: no row says what they are'],
    ['2011,48,,\n2012,,1,2', 'as per 100, near the values that are given.'],
  ])('what is taken for granted in %j is said', (rows, note) => {
    const { notes } = readAnalysisInput(`period,value,numerator,denominator\n${rows}`)
    expect(notes).toEqual([expect.stringContaining(note)])
  })

  test('half counts count, and none of none is no figure', () => {
    const { values } = readAnalysisInput(
      'period,numerator,denominator\n2011,10.5,14\n2012,0,0\n2013,,\n',
    )
    expect(values).toEqual([0.75, null, null])
  })

  test.each([
    ['', 'There is nothing to analyse: the input is empty.'],
    ['period,figure\n2011,1', 'Row 1 must name the columns'],
    ['value\n1', 'Row 1 must name the columns'],
    ['period,value,Value\n2011,1,2', 'Row 1, column value: the name is there twice.'],
    ['period,value\n2011,5\n\n2012,lots', 'Row 4, column value: “lots” is not a number.'],
    ['period,value\n2011,"5\n2012,6', 'Row 2: a quotation mark is opened and never closed.'],
    ['period,value\n"2011\n",5\n,6', 'Row 4, column period: is blank.'],
    ['period,value\n2011,5\n2011,6', 'Row 3, column period: “2011” is on row 2 already.'],
    ['period,value\n2011,77.4%\n2012,0.774', 'Row 3, column value: “0.774” has no % sign'],
    ['period,numerator,denominator\n2011,5,0', 'Row 2, column denominator: is 0'],
    ['period,numerator,denominator\n2011,5,-1', 'Row 2, column denominator: -1 is below 0.'],
    ['period,numerator,denominator\n2011,5,', 'Row 2, column denominator: is blank'],
    ['period,numerator,denominator\n2011,,5', 'Row 2, column numerator: is blank'],
    ['period,numerator,denominator\n2011,x,5', 'Row 2, column numerator: “x” is not a number.'],
    [
      'period,value,numerator,denominator\n2011,7,1,2\n2012,,1,2',
      'Row 3, column value: is blank, and the other rows do not show',
    ],
    ['period,value,numerator,denominator\n2011,0.02,,\n2012,,1,2', 'Row 3, column value: is blank'],
  ])('%j is refused: %s', (text, sentence) => {
    expect(() => readAnalysisInput(text)).toThrow(RangeError)
    expect(() => readAnalysisInput(text)).toThrow(sentence)
  })
})

describe('one JSON input', () => {
  const input = {
    frequency: 'monthly',
    improvement_direction: 'decrease',
    target: 12,
    rebase: ['2020-06-01', '2020-06-15'],
    fix_after_n_points: 12,
    screen_outliers: false,
    x: ['2020-04-01', '2020-05-01', '2020-06-01'],
    y: [1, null, 3],
  }

  test('is read with all its settings, alone or inside its file', () => {
    const alone = readAnalysisInput(JSON.stringify(input))
    expect(alone).toEqual({
      values: [1, null, 3],
      labels: input.x,
      options: {
        polarity: 'lower-is-better',
        target: { value: 12, low: null, high: null },
        rebase: [2],
        fixAfter: 12,
        screening: false,
        period: 'month',
      },
      notes: ['The break at “2020-06-15” is left out, because no point has that period.'],
    })
    expect(readAnalysisInput(JSON.stringify({ id: 'x', input, expected: {} }))).toEqual(alone)
  })

  test('may say no more than its points', () => {
    const { options } = readAnalysisInput('{"x": ["b", "a"], "y": [1, 2]}')
    expect(options).toEqual({ rebase: [], target: null })
  })

  test.each([
    ['{', 'it cannot be read as JSON'],
    ['{"input": 3}', '“input” is not an object with x and y.'],
    ['{"x": [1]}', '“y” is not a list.'],
    ['{"x": [1], "y": []}', '“x” has 1 periods but “y” has 0 values.'],
    ['{"x": ["a"], "y": ["1"]}', '“y”, point 1, is neither a number nor null.'],
    ['{"x": [null], "y": [1]}', '“x”, point 1, is not a period.'],
    ['{"x": [], "y": [], "target": "9"}', '“target” is not a number.'],
    ['{"x": [], "y": [], "rebase": 9}', '“rebase” is not a list.'],
    ['{"x": [], "y": [], "improvement_direction": "up"}', 'The polarity “up” is not one of'],
  ])('%s is refused: %s', (text, sentence) => {
    expect(() => readAnalysisInput(text)).toThrow(RangeError)
    expect(() => readAnalysisInput(text)).toThrow(sentence)
  })
})

describe('choices on the command line', () => {
  const chosen = (choices: AnalysisChoices, text = CSV) => readAnalysisInput(text, choices)

  test('go before what the file says', () => {
    const json = JSON.stringify({ x: ['a'], y: [1], target: 5, improvement_direction: 'neutral' })
    expect(chosen({ target: '9', polarity: 'higher-is-better' }, json).options).toMatchObject({
      target: { value: 9 },
      polarity: 'higher-is-better',
    })
  })

  test.each([
    ['75%', { value: 75, low: null, high: null }],
    ['0', { value: 0, low: null, high: null }],
    ['60 to 80', { value: null, low: 60, high: 80 }],
    ['-5..5', { value: null, low: -5, high: 5 }],
  ])('a target of %s', (target, expected) => {
    expect(chosen({ target }).options.target).toEqual(expected)
  })

  test.each([
    [{ polarity: 'decrease' }, { polarity: 'lower-is-better' }],
    [{ polarity: 'Range-is-better' }, { polarity: 'range-is-better' }],
    [{ preset: 'plot-the-dots' }, { preset: 'plot-the-dots' }],
    [{ preset: 'making-data-count' }, { preset: 'making-data-count', screening: false }],
    [{ fixAfter: '12' }, { fixAfter: 12 }],
    [{ noScreening: true }, { screening: false }],
    [{ rebase: '2021/22 q1, 10,' }, { rebase: [4, 9] }],
  ])('%j', (choices, options) => {
    expect(chosen(choices).options).toMatchObject(options)
  })

  test('making data count overrules the screening of a file', () => {
    const json = JSON.stringify({ x: ['a'], y: [1], screen_outliers: true })
    expect(chosen({ preset: 'making-data-count' }, json).options.screening).toBe(false)
    expect(chosen({ preset: 'plot-the-dots' }, json).options.screening).toBe(true)
  })

  test('a year is a period before it is a point number', () => {
    const text = 'period,value\n2,1\n1,1\n3,1'
    expect(chosen({ rebase: '1,2' }, text).options.rebase).toEqual([1, 0])
  })

  test('a break that names no point is left out, and said so', () => {
    const { options, notes } = chosen({ rebase: '15,0,2031/32 Q1' })
    expect(options.rebase).toEqual([])
    expect(notes).toHaveLength(3)
    expect(notes[2]).toContain('“2031/32 Q1” is left out')
  })

  test.each([
    [{ target: 'lots' }, 'The target “lots” is neither a number nor a range'],
    [{ target: '' }, 'The target “” is neither'],
    [{ target: '80 to 60' }, 'The target range “80 to 60” ends below its start.'],
    [{ target: '1 to 2 to 3' }, 'neither a number nor a range'],
    [{ polarity: 'up' }, 'The polarity “up” is not one of higher-is-better'],
    [{ polarity: 'constructor' }, 'The polarity “constructor” is not one of'],
    [{ preset: 'best' }, 'The preset “best” is not one of plot-the-dots, making-data-count.'],
    [{ fixAfter: '12.5' }, 'after a whole number of points, not “12.5”'],
  ])('%j is refused: %s', (choices, sentence) => {
    expect(() => chosen(choices)).toThrow(RangeError)
    expect(() => chosen(choices)).toThrow(sentence)
  })

  test('fixing after fewer than 12 points is refused with a sentence', () => {
    const { values, options } = chosen({ fixAfter: '11' })
    expect(() => analyse(values, options)).toThrow('fixed after 12 points or more')
  })
})

describeGolden('analysed as the reference files have it', () => {
  test.each(goldenFiles('spc'))('$name', ({ content }) => {
    const { expected } = content as { expected: { ok: boolean; mean: number; lpl: number } }
    const { values, options } = readAnalysisInput(JSON.stringify(content))
    if (expected.ok) {
      const analysis = analyse(values, options)
      expectNear(analysis.mean, expected.mean, 1e-9)
      expectNear(analysis.lower, expected.lpl, 1e-9)
    } else {
      expect(values.length).toBeGreaterThan(0)
    }
  })
})
