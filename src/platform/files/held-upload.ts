import { z } from 'zod'
import { type Secret, seal, unseal } from '../secret.ts'
import type { Me } from '../sessions.ts'
import { fileKinds } from './file-kind.ts'
import type { ReceivedFile } from './receive-upload.ts'

// As long as what arrived lies there before it is swept away, and a little less.
const longest = 20 * 60 * 60 * 1000

const Held = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
  at: z.number(),
})

interface Whose {
  readonly secret: Secret
  readonly me: Pick<Me, 'userId'>
  readonly path: string
  readonly now: Date
}

const aboutUpload = ({ me, path }: Whose) => `upload ${me.userId} ${path}`
const key = ({ secret }: Whose) => secret.key('upload held for an answer')

/** A file that arrived and waits for an answer, as a word that only this person can give back, at this address. */
export const holdUpload = (whose: Whose, file: ReceivedFile): string =>
  seal(
    key(whose),
    Buffer.from(
      JSON.stringify({ ...file, mediaType: file.kind.mediaType, at: whose.now.getTime() }),
    ),
    aboutUpload(whose),
  ).toString('base64url')

/** The file again; undefined where the word is another’s, another page’s, or too old. */
export function heldUpload(whose: Whose, word: string): ReceivedFile | undefined {
  try {
    const text = unseal(key(whose), Buffer.from(word, 'base64url'), aboutUpload(whose)).toString()
    const { at, mediaType, ...file } = Held.parse(JSON.parse(text))
    const kind = Object.values(fileKinds).find(each => each.mediaType === mediaType)
    return kind && whose.now.getTime() - at < longest ? { ...file, kind } : undefined
  } catch {
    return undefined
  }
}
