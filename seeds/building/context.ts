import { round } from '../../server/domain/number'
import { randomFor } from '../random'
import type { Register } from './register'

/** What stands around the measures: links, money, other areas, and who answers. */
export function addContext(register: Register) {
  addLinks(register)
  addMoney(register)
  addBenchmarks(register)
  addAnswerability(register)
}

function addLinks({ plan, sheaf, id, organisation, day }: Register) {
  for (const { from, to, kind, sign, strength, lag, evidence } of plan.links) {
    sheaf.add('links', {
      fromIndicatorId: id('indicator', from),
      toIndicatorId: id('indicator', to),
      kind,
      sign,
      strength,
      lagPeriods: lag,
      evidence,
    })
  }
  for (const { reference, organisation: code, effect, lastContact } of plan.partnerLinks) {
    sheaf.add('partnerLinks', {
      indicatorId: id('indicator', reference),
      organisationId: organisation(code),
      effect,
      lastContactOn: day(lastContact),
    })
  }
  for (const { reference, kind, assessed, finding, assessor } of plan.assessments) {
    sheaf.add('assessments', {
      indicatorId: id('indicator', reference),
      kind,
      assessedOn: day(assessed)!,
      finding,
      assessor,
    })
  }
}

function addMoney({ plan, sheaf, id, time }: Register) {
  for (const { reference, conditions = '', years } of plan.budgets) {
    years.forEach(([budget, spend, unitCost], at) => {
      sheaf.add('budgets', {
        indicatorId: id('indicator', reference),
        year: time.year - (years.length - 1 - at),
        budget,
        spend,
        unitCost,
        conditions,
      })
    })
  }
}

/** Other areas' figures for the latest period this one has published. */
function addBenchmarks({ plan, sheaf, id, time, line }: Register) {
  for (const { reference, middle, spread } of plan.benchmarks) {
    const { periods, published, plan: measure } = line(reference)
    const random = randomFor(`${reference} like areas`)
    for (const peer of plan.likeAreas) {
      sheaf.add('benchmarks', {
        indicatorId: id('indicator', reference),
        peer,
        starts: time.starts(periods[published]!),
        groupName: `${plan.likeAreas.length} like areas`,
        value: round(Math.max(0, middle + spread * random.normal()), measure.kind.decimals + 1),
        source: 'Returns shared between like areas',
      })
    }
  }
}

function addAnswerability({ plan, sheaf, id, organisation, day }: Register) {
  for (const { reference, role, person, organisation: code, since } of plan.responsibilities) {
    sheaf.add('responsibilities', {
      indicatorId: id('indicator', reference),
      role,
      person,
      organisationId: organisation(code),
      since: day(since),
    })
  }

  const position = counter()
  for (const { reference, condition, consequence, pulled } of plan.triggers) {
    sheaf.add('triggers', {
      indicatorId: id('indicator', reference),
      position: position(`trigger ${reference}`),
      condition,
      consequence,
      pulledOn: day(pulled),
    })
  }
  for (const { reference, statement, owner, test } of plan.assumptions) {
    sheaf.add('assumptions', {
      indicatorId: id('indicator', reference),
      position: position(`assumption ${reference}`),
      statement,
      owner,
      test,
    })
  }
}

/** 0, 1, 2… for each name by itself. */
function counter(): (name: string) => number {
  const next = new Map<string, number>()
  return name => {
    const now = next.get(name) ?? 0
    next.set(name, now + 1)
    return now
  }
}
