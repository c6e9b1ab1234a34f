import { z } from 'zod'
import { type Secret, seal, unseal } from '#platform/secret.ts'

const shape = z.object({
  place: z.string().nullable(),
  street: z.string().nullable(),
  town: z.string().nullable(),
  postcode: z.string().nullable(),
  telephone: z.string().nullable(),
  note: z.string().nullable(),
})
/** Where a child is who must not be found. It lies sealed, each place to its own row. */
export type SealedLocation = z.infer<typeof shape>

export const keyNumber = 1
const about = (id: string) => `protected_location ${id}`

export const sealLocation = (secret: Secret, id: string, location: SealedLocation): Buffer =>
  seal(secret.key('protected-location'), Buffer.from(JSON.stringify(location)), about(id))

export const openLocation = (secret: Secret, id: string, sealed: Buffer): SealedLocation =>
  shape.parse(JSON.parse(unseal(secret.key('protected-location'), sealed, about(id)).toString()))
