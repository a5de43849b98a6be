import * as areas from './20261123100000_areas_and_people'
import * as partnerships from './20261123100100_partnerships'
import * as measures from './20261123100200_measures'
import * as performance from './20261123100300_performance'
import * as standings from './20261123100400_standings'
import * as scrutiny from './20261123100500_scrutiny'

/** Fixed names, so that source and compiled code agree on what has been run. */
export const migrations = [
  { name: '20261123100000_areas_and_people', migration: areas },
  { name: '20261123100100_partnerships', migration: partnerships },
  { name: '20261123100200_measures', migration: measures },
  { name: '20261123100300_performance', migration: performance },
  { name: '20261123100400_standings', migration: standings },
  { name: '20261123100500_scrutiny', migration: scrutiny },
]
