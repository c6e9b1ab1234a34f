import { NotFound } from '#domain/refusal.ts'
import type { Visit } from '#platform/http/visit.ts'
import { type ProviderNamed, providerNamed } from './keep.query.ts'
import { looksInto } from './provider-layout.tsx'

/** A provider whose evidence the person asking may know of. To another provider there is nothing here. */
export async function ownOrCommissioned(
  { tx, me }: Pick<Visit, 'tx' | 'me'>,
  providerId: string,
): Promise<ProviderNamed> {
  const provider = await providerNamed(tx, providerId)
  if (!looksInto(me, provider.id)) throw new NotFound()
  return provider
}
