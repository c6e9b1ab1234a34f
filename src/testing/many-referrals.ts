import type { Pool } from 'pg'
import { newId } from '#domain/ids.ts'
import { hiddenFields } from '#govuk/page-context.ts'
import { county } from './county.ts'
import type { LiveSite } from './live-site.ts'
import { draftBriefly } from './refer.ts'

const declaration =
  'The parents know that we share this, or we have a recorded reason not to tell them'

/** A finished draft and the form that sends it, as the page of its author holds it. */
export interface Draft {
  readonly id: string
  readonly cookie: string
  readonly form: string
}

/**
 * A school with eight people who refer, and as many finished drafts as are asked for. The first draft is written
 * through the pages; the others are copies of its rows, each about a child of its own.
 */
export async function busySchool(site: LiveSite) {
  const { member, signedIn, child, larkfield, hbep } = await county(site)
  await member('coordinator', hbep)
  const authors = await Promise.all(
    Array.from({ length: 8 }, async () => signedIn(await member('school-dsl', larkfield))),
  )
  const [first] = authors
  if (!first) throw new Error('Nobody refers')
  const childId = await child()
  const referralId = await draftBriefly(site, first, childId)
  const forms = await Promise.all(
    authors.map(async author => {
      await author.visit(`/referrals/${referralId}/check`)
      author.tick(declaration)
      return author.formData('Send the referral')
    }),
  )

  async function drafts(count: number): Promise<Draft[]> {
    const ids = Array.from({ length: count }, () => ({ child: newId(), referral: newId() }))
    await copyRows(site.admin, { childId, referralId }, ids)
    return ids.map(({ referral }, at) => {
      const form = new URLSearchParams(forms[at % forms.length])
      form.set(hiddenFields.key, newId())
      return {
        id: referral,
        cookie: authors[at % authors.length]?.cookie ?? '',
        form: String(form),
      }
    })
  }
  return { drafts, authors }
}

/** Sends a draft as its author’s browser does. `undefined`: the connection broke, so nobody knows what became of it. */
export async function sendDraft(site: LiveSite, { id, cookie, form }: Draft) {
  try {
    const answer = await site.send(`/referrals/${id}/check`, {
      method: 'POST',
      body: form,
      headers: {
        cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
    })
    await answer.arrayBuffer()
    const isSent = answer.headers.get('location') === `/referrals/${id}/sent`
    return { status: answer.status, isAcknowledged: answer.status === 303 && isSent }
  } catch {
    return undefined
  }
}

/** Everything that sending leaves behind, counted for each referral. */
export async function tracesOf(admin: Pool, drafts: readonly Draft[]) {
  const { rows } = await admin.query<{ id: string; trace: Record<string, number | string> }>(
    `select r.id, jsonb_build_object(
       'status', r.status, 'route', coalesce(r.route, 'none'),
       'versions', (select count(*) from referral_version v where v.referral_id = r.id),
       'events', (select string_agg(e.kind, ', ' order by e.kind) from case_event e where e.referral_id = r.id),
       'findings', (select count(*) from finding f where f.referral_id = r.id and f.superseded_at is null),
       'sent in the audit', (select count(*) from audit_entry a where a.subject_id = r.id and a.event = 'referral.submitted'),
       'messages', (select count(*) from message m where m.subject like 'R-' || r.reference || ' %'),
       'answers kept', (select count(*) from form_key k where k.went_to = '/referrals/' || r.id || '/sent')
     ) as trace from referral r where r.id = any ($1)`,
    [drafts.map(({ id }) => id)],
  )
  return new Map(rows.map(({ id, trace }) => [id, trace]))
}

async function copyRows(
  admin: Pool,
  template: { childId: string; referralId: string },
  ids: readonly { child: string; referral: string }[],
) {
  const children = ids.map(({ child }) => child)
  const referrals = ids.map(({ referral }) => referral)
  const copy = (table: string, change: string, column: 'id' | 'child_id' | 'referral_id') =>
    admin.query(
      `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || ${change})).*
         from ${table} t, unnest($2::uuid[], $3::uuid[]) as n (child, referral) where t.${column} = $1`,
      [
        column === 'referral_id' || table === 'referral' ? template.referralId : template.childId,
        children,
        referrals,
      ],
    )
  await copy(
    'child',
    `jsonb_build_object('id', n.child, 'reference', nextval('child_reference'))`,
    'id',
  )
  for (const table of ['enrolment', 'special_needs', 'care_status', 'child_address', 'contact'])
    await copy(
      table,
      `jsonb_build_object('id', gen_random_uuid(), 'child_id', n.child)`,
      'child_id',
    )
  await copy(
    'referral',
    `jsonb_build_object('id', n.referral, 'child_id', n.child, 'reference', nextval('referral_reference'))`,
    'id',
  )
  for (const table of ['response_step', 'attendance_summary', 'case_event'])
    await copy(
      table,
      `jsonb_build_object('id', gen_random_uuid(), 'referral_id', n.referral)`,
      'referral_id',
    )
}
