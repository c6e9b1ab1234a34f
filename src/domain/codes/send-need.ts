import { codeList, type KeyOf } from './code-list.ts'

/** Census codes of the type of need. A child may have two, the primary need first. */
export const sendNeeds = codeList([
  { key: 'SPLD', name: 'Specific learning difficulty' },
  { key: 'MLD', name: 'Moderate learning difficulty' },
  { key: 'SLD', name: 'Severe learning difficulty' },
  { key: 'PMLD', name: 'Profound and multiple learning difficulty' },
  { key: 'SEMH', name: 'Social, emotional and mental health' },
  { key: 'SLCN', name: 'Speech, language and communication needs' },
  { key: 'HI', name: 'Hearing impairment' },
  { key: 'VI', name: 'Vision impairment' },
  { key: 'MSI', name: 'Multi-sensory impairment' },
  { key: 'PD', name: 'Physical disability' },
  { key: 'ASD', name: 'Autistic spectrum disorder' },
  { key: 'DS', name: 'Down syndrome' },
  { key: 'OTH', name: 'Other difficulty or disability' },
  { key: 'NSA', name: 'SEN support but no specialist assessment of type of need' },
])
export type SendNeed = KeyOf<typeof sendNeeds>
