import { usesOf } from '../counting/commissioning.ts'
import { pounds } from '../counting/money.ts'
import { commissionerKind } from '../counting/placement-days.ts'
import type { Id, Pence, Provider } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { commissionerName, providerName } from '../spoken.ts'
import type { World } from '../world.ts'

/** Cover below the Council’s guide: a breach for what the authority commissions, information for everyone else. */
export function belowGuide(
  provider: Provider,
  what: string,
  cover: Pence | undefined,
  expected: Pence,
  world: World,
): Draft[] {
  const commissioners = usesOf(provider.id, world).map(({ commissioner }) => commissioner)
  const shown = cover === undefined ? `no ${what}` : `${what} of ${pounds(cover)}`
  const said = `${providerName(provider.id, world)} shows ${shown}; the Council’s guide is ${pounds(expected)}.`
  const draft = (commissioner?: Id): Draft => {
    const isAuthority = commissionerKind(commissioner, world) === 'authority'
    return {
      level: isAuthority ? 'breach' : 'info',
      amounts: { cover, expected },
      values: { commissioner },
      message: isAuthority
        ? `${said} The authority expects it of what it commissions: ask for more cover.`
        : commissioner === undefined
          ? said
          : `${said} It does not stop ${commissionerName(commissioner, world)}.`,
    }
  }
  return commissioners.length ? commissioners.map(draft) : [draft()]
}
