import type { Provider } from '../facts.ts'

/** Registered: a DfE number, or a kind of school that needs none shown. A provider we know nothing of is not shown to be. */
export const isRegistered = (provider: Provider | undefined): boolean =>
  provider !== undefined &&
  (provider.dfeUrn !== undefined ||
    provider.kind === 'state-school' ||
    provider.kind === 'non-maintained-special-school')
