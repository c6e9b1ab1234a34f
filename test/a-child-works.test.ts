import { expect, test } from 'vitest'
import { suggestedCode } from '#features/attendance/attendance-code.ts'
import { county } from '#testing/county.ts'
import { fillHost } from '#testing/directing.ts'
import { fillDays, placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

const today = '2026-11-20'
const site = await testSite({ today })
const scene = await county(site)
const { member, organisation, signedIn, child, hbep, larkfield, wilfrids } = scene
const { caseOf } = placing(site, scene, today)
const referrer = await member('school-referrer', larkfield)
const coordinator = await member('coordinator', hbep)
const farm = await organisation('provider', 'Meadow Farm')

const checked = {
  host: { name: 'Sample Garage', employsAnyone: true, employersLiabilityPence: 500_000_000 },
  goal: 'post-16-transition',
  lebcCheckDate: '2026-11-02',
  genuineDeclarationDate: '2026-11-02',
  attendanceCode: 'W',
} as Parameters<typeof fillHost>[1]

async function arranged(host: Parameters<typeof fillHost>[1], pupil: string) {
  const browser = await signedIn(referrer)
  await browser.visit(`/children/${pupil}/work-experience/new`)
  fillHost(browser, host)
    .fill('What is it for?', 'To find out whether this is a trade to learn')
    .fillDate('startOn', '2026-11-16')
  await fillDays(browser, ['Tuesday']).press('Save the arrangement')
  return { browser, path: browser.url.replace('/work-experience', '') }
}

test('Work experience starts when its host is checked, and the code is W', async () => {
  const pupil = await child({ year: 11, forename: 'Wim', surname: 'Working' })
  const school = await signedIn(referrer)
  await school.visit(`/children/${pupil}/programme`)
  await school.follow('Arrange work experience')
  await school.press('Save the arrangement')
  expect(school.text).toContain('Enter the name of the host')
  school.fill('Employers’ liability cover, in pounds', 'lots').fill('Host', 'Sample Garage')
  await school.press('Save the arrangement')
  expect(school.text).toContain('The cover must be an amount in pounds')
  expect(school.body).toContain('value="lots"')

  const { browser, path } = await arranged({ host: { name: 'Sample Garage' } }, pupil)
  for (const words of [
    'Record what the work experience is for',
    'has not been checked by LEBC',
    'has not declared that this is genuine',
    'No certificate of employers’ liability',
    'The code for work experience is W',
  ])
    expect(browser.text).toContain(words)
  await browser.follow('Record the start')
  expect(browser.text).toContain('It cannot start yet')
  await browser.fillDate('startedOn', today).press('Record the start')
  expect(browser.status).toBe(409)

  await browser.visit(`${path}/work-experience`)
  await browser.follow('Change the host and its checks')
  await fillHost(browser, checked).press('Save')
  expect(browser.text).toContain('Look again by 2 November 2027')
  expect(browser.text).toContain('Nothing stands in the way')
  await browser.follow('Record the start')
  await browser.fillDate('startedOn', today).press('Record the start')
  expect(browser.text).toContain('The work experience is live')
  expect(browser.text).toContain('Sample Garage')
  const { rows } = await site.admin.query(
    'select kind, arranged_under, dual_registered, supervised, status from placement where id = $1',
    [path.split('/')[2]],
  )
  expect(rows[0].status).toBe('live')
  expect(
    suggestedCode(rows[0], { happened: true, mark: 'present', minutes_late: null, reason: null }),
  ).toEqual({ code: 'W', why: 'Attended work experience that the school or authority arranged' })
  for (const each of browser.links.filter(({ href }) => href.startsWith(path))) {
    await browser.visit(each.href)
    expect(browser.status, each.href).toBe(200)
  }
  await site.admin.query(
    `update work_experience set lebc_check_on = '2025-12-01' where placement_id = $1`,
    [path.split('/')[2]],
  )
  await browser.visit('/')
  expect(browser.text).toContain('Have the host of work experience checked again')
  await browser.visit(path)
  await browser.follow('End it')
  await browser.fill('Why does it end?', 'The weeks are over').press('End the placement')
  expect(browser.text).toContain('The placement has ended')
})

test('What is alternative provision under another name is treated as that, and its evidence is asked for', async () => {
  const pupil = await child({ year: 10, forename: 'Fay', surname: 'Farming' })
  const { browser, path } = await arranged(
    {
      ...checked,
      host: { ...checked.host, name: 'Meadow Farm', fullyAudited: false },
      indicators: ['group-activity', 'tuition', 'fee-per-session'],
    },
    pupil,
  )
  expect(browser.text).toContain('This looks like alternative provision')
  await browser.follow('Treat as alternative provision')
  await browser.press('Treat as alternative provision')
  expect(browser.text).toContain('Say why it is alternative provision')
  await browser
    .choose('Which provider is the host?', 'Meadow Farm')
    .choose('Tier 3: part-time alternative provision')
    .choose('Behaviour')
    .fill('Why is it alternative provision?', 'Six pupils with a tutor, paid by the session')
    .press('Treat as alternative provision')
  expect(browser.url).toBe(`/providers/${farm}/evidence`)
  expect(browser.text).toContain('It is alternative provision now')
  await browser.visit(`${path}/work-experience`)
  expect(browser.text).toContain('Six pupils with a tutor, paid by the session')
  await browser.follow('The placement that took its place')
  expect(browser.text).toContain('Meadow Farm')
  expect(browser.text).toContain('Alternative provision')
  expect(browser.text).toContain('Tue')
  await browser.visit(`${path}/work-experience/provision`)
  expect(browser.status).toBe(409)
  const { rows } = await site.admin.query(
    `select because from placement_event where what = 'treated as provision' and placement_id = $1`,
    [path.split('/')[2]],
  )
  expect(rows).toHaveLength(1)
})

test('Another school, a provider and who only reads it do nothing with it', async () => {
  const { id: pupil } = await caseOf({ year: 11 })
  const { path } = await arranged(checked, pupil)
  for (const person of [
    await member('school-dsl', wilfrids),
    await member('provider-manager', farm),
    await member('panel-member', larkfield),
  ]) {
    const browser = await signedIn(person)
    for (const page of ['', '/edit', '/start', '/provision']) {
      await browser.visit(`${path}/work-experience${page}`)
      expect([403, 404], `${person.role} at ${page}`).toContain(browser.status)
      expect(browser.body).not.toContain('Sample Garage')
    }
  }
  const reader = await signedIn(coordinator)
  await reader.visit(`${path}/work-experience`)
  expect(reader.text).toContain('Sample Garage')
  expect(reader.text).not.toContain('Treat as alternative provision')
  await reader.visit(`${path}/work-experience/edit`)
  expect(reader.status).toBe(404)
})
