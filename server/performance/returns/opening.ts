import { z } from 'zod'
import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import type { Area } from '../../database/tables/people'
import type { Actor } from '../../domain/people'
import {
  type Calendar,
  FREQUENCIES,
  type IsoDate,
  parsePeriod,
  periodOf,
  periodStarts,
} from '../../domain/period'
import { wrongInput } from '../../domain/refusal'
import { closePeriod, openPeriod } from './queries'

export const openingForm = z.object({
  frequency: z.enum(FREQUENCIES, { error: 'Select a month, quarter, half-year or year' }),
  period: z.string({ error: 'Select a period' }),
  step: z.enum(['open', 'close'], { error: 'Select whether to open or close the period' }),
})

type OpeningForm = z.infer<typeof openingForm>

interface Place {
  area: Area
  calendar: Calendar
  today: IsoDate
}

/** Opens a period for entry, or closes it: no figure of a closed period can be entered or changed. */
export function openOrClose(
  db: Database,
  by: Actor,
  { area, calendar, today }: Place,
  { frequency, period: slug, step }: OpeningForm,
): Promise<void> {
  const period = parsePeriod(slug, calendar, frequency)
  if (period?.frequency !== frequency) throw wrongInput(`"${slug}" is not a ${frequency}`)
  if (Math.abs(period.year - periodOf(today, 'year', calendar).year) > FAR) {
    throw wrongInput(`"${slug}" is more than ${FAR} years away`)
  }
  const starts = periodStarts(period, calendar)

  return db.transaction(async trx => {
    const which = { areaId: area.id, frequency, starts }
    const changed =
      step === 'close'
        ? await closePeriod(trx, { ...which, closedBy: by.id })
        : await openPeriod(trx, which)
    if (!changed) return
    await audit(trx, {
      areaId: area.id,
      by,
      action: step === 'close' ? 'period.closed' : 'period.opened',
      subject: slug,
      after: { frequency, starts },
    })
  })
}

/** Records go back further than anybody corrects. */
const FAR = 20
