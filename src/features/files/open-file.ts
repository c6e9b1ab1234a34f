import { Refusal } from '#domain/refusal.ts'

export type FileState = 'received' | 'scanning' | 'clean' | 'blocked' | 'not scanned'

/** May it be opened? One that no scanner has passed yet, or that it stopped, is read by nobody. */
export const isOpenable = (state: FileState): boolean =>
  state === 'clean' || state === 'not scanned'

export function refuseUnopenable({ state }: { readonly state: FileState }): void {
  if (state === 'blocked')
    throw new Refusal('The scanner found something harmful in this file, so nobody can open it.')
  if (!isOpenable(state))
    throw new Refusal('This file is still being checked. Look again in a few minutes.')
}
