import { expect, test } from 'vitest'
import { county, refer } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, child, larkfield, hbep } = await county(site)

test('A school refers a child, and the co-ordinator of its partnership accepts', async () => {
  const school = await signedIn(await member('school-dsl', larkfield))
  const referral = await refer(school, await child({ forename: 'Alex' }))

  expect(school.text).toContain('It went to Harbour Bay Education Partnership')
  expect(school.text).toContain('Within 5 school days, by 24 November 2026')

  const coordinator = await signedIn(await member('coordinator', hbep))
  await coordinator.visit('/inbox')
  expect(coordinator.text).toContain('Alex Sample')
  await coordinator.follow('Alex Sample')
  expect(coordinator.text).toContain('Read the referral and accept, return or refer on')
  await coordinator.follow('Accept')
  await coordinator.press('Accept the referral')
  expect(coordinator.text).toContain('The referral is accepted')
  expect(coordinator.url).toBe(`/cases/${referral}`)
})
