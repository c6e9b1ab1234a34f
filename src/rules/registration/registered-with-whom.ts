import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { educationAct1996s463 } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'

export const registeredWithWhom: Rule = {
  id: 'REG-06',
  area: 'REG',
  title: '“Ofsted registered” is a misnomer',
  statement:
    'Schools are registered by the Department for Education, which gives them a number; Ofsted inspects them. An answer of “registered” is checked against the number.',
  binds: 'Commissioner and Virtual School',
  test: 'Speaks when question 2 of a questionnaire says registered and no DfE number of the provider is recorded.',
  basis: ['law'],
  levels: ['warning'],
  blocks: [],
  sources: [
    cite(pack, '270', 'Is the provision Ofsted registered?'),
    cite(pack, '40'),
    cite(educationAct1996s463),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('questionnaire', ({ saysRegistered, provider }, world) =>
      saysRegistered === true && world.provider(provider)?.dfeUrn === undefined
        ? {
            level: 'warning',
            values: { task: 'ask-for-dfe-registration' },
            message: `The form says that ${providerName(provider, world)} is registered, but no DfE number is recorded. Ask for the number.`,
          }
        : undefined,
    ),
  ],
}
