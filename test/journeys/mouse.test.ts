import { journey } from '../support/journey'
import { playsTheQuarter } from './quarter'

playsTheQuarter(journey(), { by: 'mouse', scripts: true })
