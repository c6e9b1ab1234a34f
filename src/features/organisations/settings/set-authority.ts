import type { Doer } from '#platform/http/visit.ts'

export interface AuthoritySetting {
  /** As the rules call it, of `localAuthorities`. */
  readonly key: string
  readonly name: string
  /** The department’s three digits, by which the national register files its schools. */
  readonly number: string
}

/** Says which authority this installation serves, and names the authority’s own organisation so. */
export async function setAuthority({ tx, me, now, audit }: Doer, setting: AuthoritySetting) {
  const value = JSON.stringify(setting)
  await tx
    .insertInto('setting')
    .values({ key: 'authority', value, changed_at: now, changed_by: me.userId })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet({ value, changed_at: now, changed_by: me.userId }),
    )
    .execute()
  await tx
    .updateTable('organisation')
    .set({ name: setting.name })
    .where('kind', '=', 'authority')
    .where('name', '<>', setting.name)
    .execute()
  audit({ event: 'setting.changed', subjectKind: 'setting', detail: { key: 'authority' } })
}
