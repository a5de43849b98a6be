import type { IsoDate } from '../../server/domain/period'
import type { BoroughPlan } from '../borough-plan'
import { addAgreement, addPartnerships, addPeople } from './bodies'
import { addBreakdowns } from './breakdowns'
import { addContext } from './context'
import { addForecasts } from './forecasts'
import { addImprovement } from './improvement'
import { addMeasures } from './measures'
import { addOffice } from './office'
import { type Register, registerOf } from './register'
import { addScrutiny } from './scrutiny'

/** Every row of one area up to a day, written nowhere yet. */
export function boroughOf(plan: BoroughPlan, today: IsoDate): Register {
  const register = registerOf(plan, today)
  addPeople(register)
  addPartnerships(register)
  addAgreement(register)
  addMeasures(register)
  addBreakdowns(register)
  addForecasts(register)
  addImprovement(register)
  addContext(register)
  addScrutiny(register)
  addOffice(register)
  return register
}
