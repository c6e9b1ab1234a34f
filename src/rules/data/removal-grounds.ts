export interface RemovalGround {
  readonly key: string
  /** Its letter in regulation 9(1) of the School Attendance (Pupil Registration) (England) Regulations 2024. */
  readonly letter: string
  readonly statement: string
  /** What the school has to hold before it deletes the name on this ground. */
  readonly needs: string
}

/** The fifteen grounds on which a name is deleted from the admission register, in the order of the regulation. */
export const removalGrounds: readonly RemovalGround[] = [
  {
    key: 'registered-at-another-school',
    letter: 'a',
    statement: 'Registered at another school',
    needs: 'The other school has confirmed that the child is registered there.',
  },
  {
    key: 'not-continuing-after-nursery',
    letter: 'b',
    statement: 'Not going on after nursery education',
    needs: 'The nursery year has ended, and no place in the school was offered or taken.',
  },
  {
    key: 'dual-registration-ended',
    letter: 'c',
    statement: 'Registered elsewhere too, and the other school agrees',
    needs: 'The other school where the child is registered agrees to it.',
  },
  {
    key: 'attendance-order-changed',
    letter: 'd',
    statement: 'A school attendance order now names another school',
    needs: 'The changed order.',
  },
  {
    key: 'attendance-order-revoked',
    letter: 'e',
    statement: 'A school attendance order was revoked',
    needs: 'The authority’s notice that it revoked the order.',
  },
  {
    key: 'educated-otherwise',
    letter: 'f',
    statement: 'The parent has written that the child is educated otherwise than at school',
    needs: 'The parent’s notice, in writing.',
  },
  {
    key: 'moved-away',
    letter: 'g',
    statement: 'No longer lives within a reasonable distance',
    needs: 'Where the child lives now, and that the school cannot be reached from there.',
  },
  {
    key: 'not-returned-from-leave',
    letter: 'h',
    statement: 'Has not returned from leave',
    needs: 'School and authority have looked for the child together, and no sickness is believed.',
  },
  {
    key: 'continuous-absence',
    letter: 'i',
    statement: 'Absent for 20 school days without a break',
    needs:
      'At least 20 school days coded G, N or O and no other code, no reason to believe sickness or an unavoidable cause, and school and authority have looked for the child together.',
  },
  {
    key: 'custody',
    letter: 'j',
    statement: 'Detained under a sentence',
    needs: 'A final sentence of detention, and that the child is not expected back.',
  },
  { key: 'died', letter: 'k', statement: 'Has died', needs: 'Nothing more.' },
  {
    key: 'over-compulsory-school-age',
    letter: 'l',
    statement: 'Will be over compulsory school age and does not go on to a sixth form',
    needs: 'The child or parent said so, or does not meet what the sixth form asks for.',
  },
  {
    key: 'boarding-fees-unpaid',
    letter: 'm',
    statement: 'A boarder whose fees are unpaid',
    needs: 'The fees of a maintained boarding school or academy, not paid by the end of the term.',
  },
  {
    key: 'left-independent-school',
    letter: 'n',
    statement: 'No longer a pupil of an independent or non-maintained special school',
    needs: 'The school is one of these, and the contract has ended.',
  },
  {
    key: 'permanently-excluded',
    letter: 'o',
    statement: 'Permanently excluded',
    needs:
      'The governing board upheld it, and the time for a review is over or the review is finished.',
  },
]

export const removalGround = (key: string): RemovalGround | undefined =>
  removalGrounds.find(ground => ground.key === key)
