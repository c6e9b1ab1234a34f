import { NotFound } from '#domain/refusal.ts'
import { type ProviderNamed, providerNamed } from '#features/providers/index.ts'
import type { Visit } from '#platform/http/visit.ts'

/** A provider whose approval the person asking may read: a provider its own, everybody else all. */
export async function providerToWeigh(
  { tx, me }: Pick<Visit, 'tx' | 'me'>,
  id: string,
): Promise<ProviderNamed> {
  const provider = await providerNamed(tx, id)
  if (me.organisationKind === 'provider' && me.organisationId !== provider.id) throw new NotFound()
  return provider
}
