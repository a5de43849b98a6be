import { journey } from '../support/journey'
import { playsTheQuarter } from './quarter'

playsTheQuarter(journey(), { by: 'keyboard', scripts: true })
