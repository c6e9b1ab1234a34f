import { codeList, type KeyOf } from './code-list.ts'

/** The main census codes. Schools may keep finer ones; a form asks for no more than these. */
export const ethnicities = codeList([
  { key: 'WBRI', name: 'White British', group: 'White' },
  { key: 'WIRI', name: 'Irish', group: 'White' },
  { key: 'WIRT', name: 'Traveller of Irish heritage', group: 'White' },
  { key: 'WROM', name: 'Gypsy or Roma', group: 'White' },
  { key: 'WOTH', name: 'Any other White background', group: 'White' },
  { key: 'MWBC', name: 'White and Black Caribbean', group: 'Mixed' },
  { key: 'MWBA', name: 'White and Black African', group: 'Mixed' },
  { key: 'MWAS', name: 'White and Asian', group: 'Mixed' },
  { key: 'MOTH', name: 'Any other mixed background', group: 'Mixed' },
  { key: 'AIND', name: 'Indian', group: 'Asian' },
  { key: 'APKN', name: 'Pakistani', group: 'Asian' },
  { key: 'ABAN', name: 'Bangladeshi', group: 'Asian' },
  { key: 'AOTH', name: 'Any other Asian background', group: 'Asian' },
  { key: 'BCRB', name: 'Caribbean', group: 'Black' },
  { key: 'BAFR', name: 'African', group: 'Black' },
  { key: 'BOTH', name: 'Any other Black background', group: 'Black' },
  { key: 'CHNE', name: 'Chinese', group: 'Other' },
  { key: 'OOTH', name: 'Any other ethnic background', group: 'Other' },
  { key: 'REFU', name: 'Refused to say', group: 'Not said' },
  { key: 'NOBT', name: 'Not yet obtained', group: 'Not said' },
])
export type Ethnicity = KeyOf<typeof ethnicities>
