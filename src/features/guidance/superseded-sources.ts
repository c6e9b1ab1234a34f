/** Documents that guidance once rested on and that have been replaced: an article that cites one is flagged. */
export const supersededSources: Readonly<
  Record<string, { readonly title: string; readonly by: string; readonly since: string }>
> = {
  'X-AP13': {
    title: 'Alternative provision, statutory guidance of January 2013',
    by: 'Arranging alternative provision, February 2025',
    since: '2025-02-01',
  },
  'X-REG06': {
    title: 'Education (Pupil Registration) (England) Regulations 2006',
    by: 'School Attendance (Pupil Registration) (England) Regulations 2024',
    since: '2024-08-19',
  },
  'X-CME16': {
    title: 'Children missing education, guidance of 2016',
    by: 'Children missing education, statutory guidance of September 2025',
    since: '2025-09-08',
  },
  'X-FAP21': {
    title: 'The Fair Access Protocol of March 2021',
    by: 'School Admissions Code 2021 on Fair Access Protocols',
    since: '2021-09-01',
  },
  'X-EXC22': {
    title: 'Suspension and permanent exclusion guidance before July 2026',
    by: 'Suspension and permanent exclusion guidance, 2026 edition',
    since: '2026-07-26',
  },
  'X-OFS19': {
    title: 'Ofsted’s inspection handbook before November 2025',
    by: 'Inspection information for state-funded schools, from 10 November 2025',
    since: '2025-11-10',
  },
}
