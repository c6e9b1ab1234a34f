import { FolderInUse, type Log, PostgresFault } from './fault.ts'
import { layOut } from './place.ts'
import { probe } from './probe.ts'
import { type Embedded, faceOf, startEmbedded } from './start.ts'

/**
 * For an operator's command: the server of the Onroll that runs on this folder, or one of our own
 * when none does. `stop` leaves a server alone that is not ours.
 */
export async function useEmbedded(options: { folder: string; log: Log }): Promise<Embedded> {
  try {
    return await startEmbedded(options)
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    const place = layOut(options.folder)
    const { state } = await probe(place)
    if (state !== 'answers')
      throw new PostgresFault(`${error.message} Its database does not answer at the moment.`)
    return { ...faceOf(place), onDown: () => {}, onUp: () => {}, stop: async () => {} }
  }
}
