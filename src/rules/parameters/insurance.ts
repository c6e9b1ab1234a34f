import { isoDate } from '#domain/dates.ts'
import type { Pence } from '../facts.ts'
import type { Parameter, Version } from '../parameter.ts'
import { employersLiability } from '../sources/insurance.ts'
import { cite, pack, type Source } from '../sources.ts'

const million: Pence = 100_000_000

const packDay = isoDate('2020-09-01')
const fromPack = (millions: number, place: string): [Version<Pence>] => [
  { from: packDay, value: millions * million, source: cite(pack, place) },
]
const inLaw: Source = cite(employersLiability)

export const employersLiabilityInLaw: Parameter<Pence> = {
  id: 'P-EL-LAW',
  name: 'Employers’ liability that the law asks of an employer',
  unit: 'pence of cover',
  standing: 'law',
  scope: 'national',
  versions: [{ from: isoDate('1999-01-01'), value: 5 * million, source: inLaw }],
}

export const employersLiabilityExpected: Parameter<Pence> = {
  id: 'P-EL-LCC',
  name: 'Employers’ liability that the Council expects',
  unit: 'pence of cover',
  standing: 'council-expectation',
  scope: 'local',
  versions: fromPack(10, '6'),
}

export const publicLiabilityMinimum: Parameter<Pence> = {
  id: 'P-PL-APP2',
  name: 'Public liability that Appendix 2 asks for',
  unit: 'pence of cover',
  standing: 'council-expectation',
  scope: 'local',
  versions: fromPack(2, '84'),
}

export const publicLiabilityExpected: Parameter<Pence> = {
  id: 'P-PL-LCC',
  name: 'Public liability that the Council expects',
  unit: 'pence of cover',
  standing: 'council-expectation',
  scope: 'local',
  versions: fromPack(10, '7'),
}

export const professionalIndemnityExpected: Parameter<Pence> = {
  id: 'P-PI-LCC',
  name: 'Professional indemnity that the Council expects',
  unit: 'pence of cover',
  standing: 'council-expectation',
  scope: 'local',
  versions: fromPack(2, '8'),
}
