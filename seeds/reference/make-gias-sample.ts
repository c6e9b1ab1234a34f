import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { stringify } from 'csv-stringify/sync'
import { establishmentTypes } from '#domain/codes/establishment-type.ts'
import {
  closedSchool,
  county,
  otherSchools,
  partnerships,
  type SampleSchool,
  secondarySchools,
} from './fennshire.ts'
import { giasHeadings } from './gias-headings.ts'

/** The schools of the invented county as the national register would publish them: the bytes of `gias-sample.csv`. */
export function giasSample(): Buffer {
  const open = [...secondarySchools, ...otherSchools].map((school, place) => ({
    ...valuesOf(school, place),
    'EstablishmentStatus (code)': '1',
    'EstablishmentStatus (name)': 'Open',
  }))
  const closed = {
    ...valuesOf(closedSchool, open.length),
    'EstablishmentStatus (code)': '2',
    'EstablishmentStatus (name)': 'Closed',
    'ReasonEstablishmentClosed (name)': 'Academy Converter',
    OpenDate: '01-09-1998',
    CloseDate: '31-08-2012',
  }
  const rows = [...open, closed].map((values: Record<string, string>) =>
    giasHeadings.map(heading => values[heading] ?? ''),
  )
  return inWindows1252(
    stringify([[...giasHeadings], ...rows], {
      quoted: true,
      quoted_empty: true,
      record_delimiter: 'windows',
    }),
  )
}

function valuesOf([code, name, type, [low, high]]: SampleSchool, place: number) {
  const area = partnerships.find(one => one.code === code)
  const two = String(place + 1).padStart(2, '0')
  const typeName = establishmentTypes.find(type)?.name ?? ''
  const phase = phaseOf(type, low, high)
  return {
    URN: `9900${two}`,
    'LA (code)': county.number,
    'LA (name)': county.name,
    EstablishmentNumber: String((high === 11 ? 2000 : 4000) + place + 1),
    EstablishmentName: name,
    'TypeOfEstablishment (code)': type,
    'TypeOfEstablishment (name)': typeName,
    OpenDate: `01-09-${2012 + (place % 9)}`,
    'PhaseOfEducation (name)': phase,
    StatutoryLowAge: String(low),
    StatutoryHighAge: String(high),
    'Gender (name)': 'Mixed',
    'OfficialSixthForm (name)': high > 16 ? 'Has a sixth form' : 'Does not have a sixth form',
    'Trusts (name)': /academ|free|technical|studio/i.test(typeName)
      ? `${area?.district} Invented Trust`
      : '',
    UKPRN: `109900${two}`,
    Street: `${place + 1} Imaginary Road`,
    Town: area?.town ?? '',
    'County (name)': county.name,
    Postcode: `${area?.outward} ${place % 10}${'AB'[Math.floor(place / 10) % 2]}${'ABDEFG'[Math.floor(place / 10)]}`,
    SchoolWebsite: `https://school${two}.example`,
    TelephoneNum: `016329600${two}`,
    'HeadTitle (name)': 'Dr',
    HeadFirstName: 'Example',
    HeadLastName: `Headteacher-${two}`,
    'DistrictAdministrative (name)': area?.district ?? '',
    'Country (name)': 'Nowhere',
    LastChangedDate: '01-09-2026',
  }
}

function phaseOf(type: string, low: number, high: number): string {
  const kind = establishmentTypes.find(type)?.kind
  if (kind === 'special' || kind === 'pru') return 'Not applicable'
  return low < 11 && high === 11 ? 'Primary' : 'Secondary'
}

// The register is published in Windows-1252, and our reader has to find that out by itself.
function inWindows1252(text: string): Buffer {
  const beyondLatin: Record<string, number> = { '’': 0x92, '–': 0x96, '€': 0x80 }
  return Buffer.from([...text].map(char => beyondLatin[char] ?? char.charCodeAt(0)))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(new URL('gias-sample.csv', import.meta.url), giasSample())
