import type { Provider } from '../facts.ts'

/** The duty follows being an employer, whatever the legal form: of a sole trader it must be asked. */
export const isSoleTraderOfUnknownStaff = ({ legalForm, employsAnyone }: Provider): boolean =>
  legalForm === 'sole-trader' && employsAnyone === undefined
