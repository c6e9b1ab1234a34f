import { hash } from '@node-rs/argon2'
import { generateSync } from 'otplib'
import { seal } from '#platform/secret.ts'
import { Browser } from './browser.ts'
import type { TestSite } from './site.ts'
import type { Member } from './world.ts'

export const goodPassword = 'three wet herons on a gate'
export const knownSeed = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** Gives people of a test passwords and authenticator apps, as if they had set them up before it began. */
export function signingIn(test: TestSite) {
  const cheap = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
  async function withPassword(member: Member, password = goodPassword) {
    await test.admin.query('update onroll.user_account set password_hash = $1 where id = $2', [
      await hash(password, cheap),
      member.userId,
    ])
    return member
  }
  async function withApp(member: Member, seed = knownSeed) {
    await withPassword(member)
    await test.admin.query('update onroll.user_account set totp_secret = $1 where id = $2', [
      seal(test.site.secret.key('authenticator'), Buffer.from(seed), member.userId),
      member.userId,
    ])
    return member
  }
  /** What the app shows at a moment, so many half minutes later. */
  const code = (later = 0, seed = knownSeed) =>
    generateSync({
      secret: seed,
      epoch: Math.floor(test.site.now().getTime() / 1000) + later * 30,
    })
  /** A browser that comes from another network address than every other one of the test. */
  let places = 0
  function elsewhere(cookie?: string) {
    places += 1
    const env = { incoming: { socket: { remoteAddress: `192.0.2.${places}` } } }
    return new Browser(async request => test.app.fetch(request, env), cookie)
  }
  return { withPassword, withApp, code, elsewhere }
}
