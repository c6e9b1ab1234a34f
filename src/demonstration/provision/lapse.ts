import { addDays } from '#domain/dates.ts'
import { addEvidence, keepPerson } from '#features/providers/index.ts'
import { momentOn } from '../days.ts'
import { otherProcedures } from '../documents.ts'
import type { Stage } from '../stage.ts'
import type { ProviderCast } from './told-placement.ts'

/** What went wrong at one provider in the last days, after all that has been agreed: new papers that say too little, and no deputy. */
export const letLapse = (stage: Stage, { id, manager }: ProviderCast) =>
  stage.as(manager, momentOn(addDays(stage.today, -5), 3), async doer => {
    const issued = { providerId: id, issuedOn: doer.today, expiresOn: addDays(doer.today, 365) }
    await addEvidence(doer, { ...issued, document: 'DOC-08', expiresOn: null })
    await addEvidence(doer, { ...issued, document: 'DOC-13', procedures: otherProcedures })
    const deputy = await doer.tx
      .selectFrom('provider_person')
      .selectAll()
      .where('provider_id', '=', id)
      .where('role', '=', 'deputy-safeguarding-lead')
      .executeTakeFirstOrThrow()
    await keepPerson(
      doer,
      id,
      {
        name: deputy.name,
        role: 'deputy-safeguarding-lead',
        worksAs: deputy.works_as,
        inSeniorLeadership: false,
        email: deputy.email,
        telephone: deputy.telephone,
        firstAider: deputy.first_aider ?? false,
        regulatedActivity: true,
        checkKind: 'enhanced with barred lists',
        checkedOn: deputy.checked_on,
        checkNumber: null,
        updateService: deputy.update_service ?? false,
        referencesSeenOn: deputy.references_seen_on,
        rightToWorkSeenOn: deputy.right_to_work_seen_on,
        qualificationsSeenOn: deputy.qualifications_seen_on,
        fromOn: deputy.from_on,
        toOn: addDays(doer.today, -1),
      },
      deputy,
    )
  })
