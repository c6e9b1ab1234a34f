/**
 * What a visitor may look at in a site visit (Appendix 3 of the Virtual School pack, lines 162 to
 * 257). The pack calls the list neither prescriptive nor complete: items of one’s own are as good,
 * and what counts is a judgement for each section.
 */
export type ScrutinySection = {
  id: 'A' | 'B' | 'C' | 'D'
  title: string
  items: readonly ScrutinyItem[]
}
export type ScrutinyItem = { id: string; text: string; line: number }

export const scrutinyGrid: readonly ScrutinySection[] = [
  {
    id: 'A',
    title: 'What pupils achieve in their learning',
    items: numbered('A', 167, [
      'Information about pupils from before the placement',
      'Baseline assessments',
      'Lesson observation',
      'Books and other work',
      'Individual learning programmes',
      'Individual learning plans and agreements',
      'Breadth of what is offered',
      'Where pupils go next',
      'Curriculum plans',
      'Lesson plans',
      'Schemes of work',
      'Attainment over time, English and maths included',
      'Samples of work',
      'Talks with teachers',
      'Talks with pupils',
      'How progress is tracked and shared, and whether pupils know their own targets',
    ]),
  },
  {
    id: 'B',
    title: 'Quality of teaching',
    items: numbered('B', 203, [
      'Lesson observations',
      'Learning walks',
      'Books and other work',
      'Talks with staff',
      'Talks with pupils',
      'Schemes of work',
      'Lesson plans',
    ]),
  },
  {
    id: 'C',
    title: 'Behaviour and safety of pupils',
    items: numbered('C', 221, [
      'Agreements and contracts with schools and commissioners',
      'Talks with pupils',
      'Talks with staff',
      'Talks with parents and carers',
      'A walk round the site for safety and security',
      'Health and safety reports',
      'Records of incidents',
      'Restorative justice',
      'Consequences',
    ]),
  },
  {
    id: 'D',
    title: 'Leadership and management',
    items: numbered('D', 243, [
      'Policies in place, up to date and reviewed',
      'How leadership and management are built',
      'Health and wellbeing as part of how the place is run',
      'Breadth of the provision and its curriculum',
      'Talks with teachers',
      'Minutes of management meetings',
      'Training open to staff',
      'Self-evaluation and plans for action',
    ]),
  },
]

/** The pack prints its items on every second line. */
function numbered(section: string, firstLine: number, texts: readonly string[]): ScrutinyItem[] {
  return texts.map((text, index) => ({
    id: `SV-${section}${String(index + 1).padStart(2, '0')}`,
    text,
    line: firstLine + index * 2,
  }))
}
