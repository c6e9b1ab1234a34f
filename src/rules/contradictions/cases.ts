import type { Contradiction } from '../contradictions.ts'
import { exclusionFunding, financeRegulations2024 } from '../sources/money.ts'
import { exclusionGuidance, offSiteRegulations2010 } from '../sources/moves.ts'
import { virtualSchoolHead } from '../sources/schools.ts'
import { cite, faq, pack } from '../sources.ts'

/** Where the sources disagree about children, routes, money and moves. */
export const caseContradictions: readonly Contradiction[] = [
  {
    id: 'C-10',
    topic: 'Whose child a looked-after child is',
    rules: ['LAC-01'],
    readings: [
      { source: cite(faq, '11'), says: 'has lived in Leicestershire for some time' },
      { source: cite(pack, '3, 10'), says: 'Leicestershire looked-after children' },
      { source: cite(virtualSchoolHead), says: 'the authority that looks after the child' },
    ],
    applied: 'The authority that looks after the child.',
    because: 'The duty lies there; a length of residence is no legal test.',
  },
  {
    id: 'C-15',
    topic: 'Whether full cost recovery can be enforced',
    rules: ['FCR-07', 'FCR-11', 'FCR-12'],
    readings: [
      { source: cite(faq, '82, 92'), says: 'the authority will secure it; it is mandatory' },
      { source: cite(faq, '90'), says: 'not legally enforceable' },
      {
        source: cite(exclusionFunding),
        says: 'no more than the regulations without a separate agreement',
      },
    ],
    applied: 'Two parts: the statutory one, and a remainder labelled by how far it binds.',
    because: 'Only the regulation’s sum is due by law.',
  },
  {
    id: 'C-16',
    topic: 'The average, or the pupil’s own amount',
    rules: ['FCR-03', 'FCR-04', 'FCR-08'],
    readings: [
      { source: cite(faq, '86'), says: 'the average pupil cost is the statutory reduction' },
      {
        source: cite(financeRegulations2024),
        says: 'the amount for a pupil of that age and those circumstances',
      },
    ],
    applied: 'Two amounts in two fields, with the gap between them shown.',
    because: 'They are different sums that happen to lie close together.',
  },
  {
    id: 'C-17',
    topic: 'Children with a City address',
    rules: ['OOA-05', 'OOA-06'],
    readings: [
      { source: cite(faq, '154'), says: 'a referral is made by the City’s rules' },
      { source: cite(faq, '156'), says: 'responsibility passes and the City pays everything' },
    ],
    applied: 'Pending until the City’s acceptance date; the partnership keeps the case meanwhile.',
    because: 'Nobody should be without a case-holder between the two.',
  },
  {
    id: 'C-18',
    topic: 'EHCP children and the panel',
    rules: ['RTE-06', 'OOA-03', 'SEN-04'],
    readings: [
      { source: cite(faq, '154'), says: 'considered without reference to the home address' },
      { source: cite(faq, '188'), says: 'should not come to your normal panel' },
    ],
    applied: 'SEND is routed first, the address second.',
    because: 'The plan decides who reviews; only then is there a panel.',
  },
  {
    id: 'C-19',
    topic: 'What governs managed moves and off-site direction',
    rules: ['MMV-01', 'OSD-01'],
    readings: [
      { source: cite(faq, '104'), says: 'the Exclusion Regulations' },
      { source: cite(faq, '107'), says: 'the guidance for alternative provision gives the power' },
      { source: cite(exclusionGuidance), says: 'statutory guidance on managed moves' },
      { source: cite(offSiteRegulations2010), says: 'the power is section 29A' },
    ],
    applied: 'Statutory guidance for moves; section 29A and its regulations for direction.',
    because: 'Guidance explains a power and does not give one.',
  },
  {
    id: 'C-20',
    topic: 'Which year a sum is for',
    rules: ['SEN-01', 'SEN-10', 'FCR-03', 'QST-01'],
    readings: [
      { source: cite(faq, '180'), says: 'top-up: a school year' },
      { source: cite(faq, '86'), says: 'average pupil cost: a financial year' },
      { source: cite(faq, '198'), says: 'specialist rate: per annum' },
      { source: cite(pack, '10'), says: 'questionnaires: from the academic year' },
    ],
    applied: 'Each amount keeps its own kind of year.',
    because: 'Adding them up across kinds would be wrong by months.',
  },
  {
    id: 'C-22',
    topic: 'Numbering in the FAQ',
    rules: ['FA-06', 'FA-07'],
    readings: [
      { source: cite(faq, '73'), says: 'a second step 5' },
      { source: cite(faq, '61-75'), says: 'steps 1 to 6 with two fives' },
    ],
    applied: 'Our own numbers.',
    because: 'A number must name one thing.',
  },
  {
    id: 'C-23',
    topic: 'What “home partnership” means',
    rules: ['RTE-01', 'RTE-04'],
    readings: [
      { source: cite(faq, '121'), says: 'the home partnership must not delay' },
      { source: cite(faq, '121'), says: 'the home address does not decide' },
    ],
    applied: 'The partnership that holds the referral.',
    because: 'It is the only one that can answer.',
  },
]
