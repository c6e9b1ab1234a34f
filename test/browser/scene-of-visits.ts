import { planVisit, writeWholeVisit } from '#testing/visited.ts'
import { aPicture } from './a-picture.ts'
import { peopleByRole } from './people.ts'
import { linkOn, type Stage } from './scene.ts'

/** Visits to a provider in every state: planned, being written, to be moderated, moderated, and in the library. */
export async function visitsAreMade({ site, as, leave }: Stage) {
  const cora = as('coordinator')
  const quinn = as('quality-assurance')
  const mona = as('provider-manager')
  const provider = (await peopleByRole(site)).get('provider-manager')?.organisation ?? ''
  const today = site.site.now().toISOString().slice(0, 10)
  const plan = () => planVisit(cora, today, { provider })
  const whole = async () => {
    const visit = await plan()
    await writeWholeVisit(cora, visit)
    return visit
  }
  const submitted = async () => {
    const visit = await whole()
    for (const action of ['Write down each fire drill', 'Mend the fence']) {
      await cora.visit(`${visit}/actions/add`)
      await cora.fill('What is the provider to do?', action).press('Add the action')
    }
    await cora.visit(`${visit}/submit`)
    await cora.press('Submit the report')
    return visit
  }
  const moderated = async () => {
    const visit = await submitted()
    await quinn.visit(`${visit}/moderate`)
    await quinn.press('I have moderated it')
    return visit
  }

  leave('coordinator', await plan())
  const draft = await whole()
  await cora.visit(`${draft}/photographs`)
  cora.attach('Add a photograph or document', aPicture('room.png'))
  await cora.press('Add the photograph or document')
  const photograph = linkOn(cora, /\/photographs\/[0-9a-f-]{36}(\/view)?$/).replace(/\/view$/, '')
  leave('coordinator', draft, `${photograph}/picture?page=1`)
  leave('quality-assurance', await submitted())
  const answered = await moderated()
  await mona.visit(answered)
  await mona.visit(linkOn(mona, /\/actions\/[0-9a-f-]{36}\/done$/))
  await mona.fill('What did you do?', 'A book lies in the office').press('It is done')
  for (const role of ['provider-manager', 'coordinator', 'quality-assurance'] as const)
    leave(role, answered)
  const published = await moderated()
  await quinn.visit(`${published}/publish`)
  await quinn.tick('Publish it without the reply: waiting is worse').press('Publish the report')
  leave('quality-assurance', published)
}
