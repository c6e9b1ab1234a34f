import { z } from 'zod'
import { TextInput } from '#govuk/index.ts'
import { optionalUpn, reasonForCorrection } from '../answers.ts'
import { childForm } from '../record/child-page.tsx'
import { changeIdentity } from './change-identity.ts'
import { detailsOf } from './details.query.ts'
import { detailsAsked, namesAsked, toAnswer } from './identity-answers.ts'
import { DetailFields, NameFields, UpnField } from './identity-fields.tsx'

export const changeIdentityPage = childForm({
  path: '/children/:child/identity',
  section: 'overview',
  permission: 'child.change',
  title: 'Change names and details',
  load: ({ tx }, { child }) => detailsOf(tx, child.id),
  schema: () =>
    z.object({
      ...namesAsked,
      upn: optionalUpn(),
      ...detailsAsked,
      reason: reasonForCorrection(),
    }),
  initial: details => ({
    forename: details.forename,
    surname: details.surname,
    preferredForename: details.preferredForename ?? '',
    preferredSurname: details.preferredSurname ?? '',
    sex: details.sex ?? '',
    uln: details.uln ?? '',
    ethnicity: details.ethnicity ?? '',
    firstLanguage: details.firstLanguage ?? '',
    interpreterNeeded: toAnswer(details.interpreterNeeded),
    freeSchoolMeals: toAnswer(details.freeSchoolMeals),
    youngCarer: toAnswer(details.youngCarer),
  }),
  version: details => details.version,
  fields: (form, details) => (
    <>
      <NameFields form={form} />
      {details.upn === null && <UpnField form={form} />}
      <DetailFields form={form} />
      <TextInput name="reason" label="What has changed, or was wrong?" form={form} />
    </>
  ),
  saved: 'The details have been changed',
  submit: async (visit, details, { reason, ...input }) => {
    await changeIdentity(visit, details, input, reason)
    return undefined
  },
})
