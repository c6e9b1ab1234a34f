import { comparedOn } from '../compared-on.ts'
import type { Provider } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { legalHeadCount, soleHeadCount } from '../parameters/substantial.ts'
import { on, type Rule } from '../rule.ts'
import { educationAct1996s463, newSection92, unregisteredSchools } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { providerName, spokenCount } from '../spoken.ts'
import { countValues } from '../substantial/caution-head-count.ts'
import { headCountAt, isLegalCountMet } from '../substantial/head-count.ts'
import { newDefinitionInForce } from '../substantial/new-definition.ts'
import { limitParameters } from '../substantial/tests.ts'
import type { World } from '../world.ts'

export const mustRegister: Rule = {
  id: 'REG-01',
  area: 'REG',
  title: 'When a setting must register',
  statement:
    'A setting that gives full-time education to five children of compulsory school age, or to one who is looked after or has an EHCP, must be registered with the Department for Education. Running it unregistered is an offence: up to six months in prison, an unlimited fine, or both.',
  binds: 'Proprietor of the setting; every commissioner must know',
  test: 'The head-count of substantial pupils meets the law’s number at a provider without a DfE number. A substantial pupil on SEN support is information about the new section 92, and counts like one with an EHCP once that is in force. Full time is measured by the tests of days and hours.',
  basis: ['law', 'planned'],
  levels: ['critical', 'info'],
  blocks: [],
  sources: [
    cite(educationAct1996s463),
    cite(pack, '40', 'must, by law, be registered'),
    cite(unregisteredSchools),
    cite(newSection92),
  ],
  parameters: [...limitParameters, legalHeadCount, soleHeadCount],
  checkedOn: comparedOn,
  checks: [on('provider', judge)],
}

function judge({ id }: Provider, world: World, law: Law): Draft[] {
  const count = headCountAt(id, world, law)
  if (count.pupils.length === 0) return []
  const values = { ...countValues(count), senSupport: count.senSupport || undefined }
  const name = providerName(id, world)
  const drafts: Draft[] = []
  if (isLegalCountMet(count, world, law))
    drafts.push({
      level: 'critical',
      values,
      message: `${name} gives full-time education, by the tests used here, to ${spokenCount(count.legalCount, 'pupil')} of compulsory school age and has no DfE number. It should be registered: take the authority’s advice today.`,
    })
  if (count.senSupport > 0 && !newDefinitionInForce(world, law))
    drafts.push({
      level: 'info',
      basis: 'planned',
      values,
      message: `${name} gives the substantial part to a pupil on SEN support. The new section 92 speaks of special educational needs: that pupil alone may make it register once it is in force.`,
    })
  return drafts
}
