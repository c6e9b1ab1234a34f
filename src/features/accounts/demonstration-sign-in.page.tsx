import { z } from 'zod'
import { publicDownload, publicForm } from '#platform/http/public-page.tsx'
import { startSession } from '#platform/sessions.ts'
import { demonstrationPeople } from './demonstration.query.ts'
import { placeAfterSignIn } from './next.ts'

/** Who can be tried out, for scripts. The shape is promised to people outside. */
export const demonstrationPeopleList = publicDownload({
  path: '/demo/people.json',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  load: visitor => visitor.inTransaction('demo', ({ tx }) => demonstrationPeople(tx)),
  body: people =>
    Response.json(
      people.map(({ email, name, role, organisation, organisationType }) => ({
        email,
        name,
        role,
        organisation,
        organisationType,
      })),
    ),
})

/** Signs in as an invented person. Other sites cannot send it: browsers tell where a form comes from. */
export const demonstrationSignIn = publicForm({
  path: '/demo/sign-in',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  token: 'not needed',
  load: async () => undefined,
  schema: z.object({ email: z.string('Choose a person'), next: z.string().optional() }),
  async submit(visitor, _, { email, next }) {
    const token = await visitor.inTransaction('sign-in', async ({ tx, audit }) => {
      const [person] = await demonstrationPeople(tx, email.trim().toLowerCase())
      if (!person) return undefined
      audit({
        event: 'session.started',
        subjectKind: 'user',
        subjectId: person.userId,
        userId: person.userId,
        detail: { demonstration: true },
      })
      return startSession(tx, {
        userId: person.userId,
        membershipId: person.membershipId,
        secondFactor: true,
        device: visitor.device,
        address: visitor.address,
      })
    })
    if (!token) return { errors: { email: 'There is nobody with this email address here' } }
    visitor.keepSession(token)
    return placeAfterSignIn(visitor, next)
  },
})
