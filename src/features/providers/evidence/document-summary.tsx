import type { IsoDate } from '#domain/dates.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { SummaryList, Tag } from '#govuk/index.ts'
import { safeguardingProcedures } from '#rules/data/documents.ts'
import type { ParameterVersions } from '#rules/parameter.ts'
import { amountInWords, insuranceWords, judgeCover } from './cover.ts'
import { centralRecord, type EvidenceKind, safeguardingProceduresDocument } from './documents.ts'
import type { EvidenceItem } from './evidence.query.ts'

/** What the version that stands says, as the provider entered it. */
export const WhatItSays = ({
  item,
  kind,
  today,
  parameters,
}: {
  item: EvidenceItem
  kind: EvidenceKind
  today: IsoDate
  parameters: ParameterVersions
}) => {
  const held = new Set<string>(item.procedures)
  return (
    <SummaryList
      card={{
        title: item.notApplicableBecause
          ? 'The provider says that it does not apply'
          : 'What it says',
      }}
      rows={[
        item.notApplicableBecause !== null && { key: 'Why', value: item.notApplicableBecause },
        item.insurer !== null && { key: 'Insurer', value: item.insurer },
        item.policyNumber !== null && { key: 'Policy number', value: item.policyNumber },
        item.insuranceKind !== null &&
          item.amountPence !== null && {
            key: `${insuranceWords[item.insuranceKind]} cover`,
            value: (
              <Cover
                kind={item.insuranceKind}
                amountPence={item.amountPence}
                today={today}
                parameters={parameters}
              />
            ),
          },
        item.issuedOn !== null && { key: 'From', value: dayInWords(item.issuedOn) },
        {
          key: 'Until',
          value: item.expiresOn ? dayInWords(item.expiresOn) : 'It has no last day',
        },
        kind.id === centralRecord && { key: 'Staff', value: item.staffCount ?? 'It does not say' },
        kind.id === centralRecord && {
          key: 'First-aiders',
          value: item.firstAiderCount ?? 'It does not say',
        },
        kind.id === safeguardingProceduresDocument && {
          key: 'Procedures',
          value: safeguardingProcedures.map(({ id, title }) => (
            <div>
              {title}: {held.has(id) ? 'there' : 'missing'}
            </div>
          )),
        },
        item.note !== null && { key: 'Note', value: item.note },
        { key: 'Brought', value: `${momentInWords(item.addedAt)}, ${item.addedBy ?? ''}` },
      ]}
    />
  )
}

function Cover({
  kind,
  amountPence,
  today,
  parameters,
}: {
  kind: NonNullable<EvidenceItem['insuranceKind']>
  amountPence: number
  today: IsoDate
  parameters: ParameterVersions
}) {
  const { levels, word, tone } = judgeCover(kind, amountPence, today, parameters)
  return (
    <>
      <div>
        {amountInWords(amountPence)} <Tag tone={tone}>{word}</Tag>
      </div>
      {levels.map(({ asks, amountPence: wanted, enough }) => (
        <div>
          {asks}: {amountInWords(wanted)} – {enough ? 'met' : 'not met'}
        </div>
      ))}
    </>
  )
}
