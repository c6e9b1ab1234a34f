// What invented schools write about invented children. Plain, short, and about nobody.

export const reasons = [
  'Arguments in unstructured time have turned into two fights this term. Lessons go well in the morning and break down after lunch.',
  'Attendance has fallen since the summer. When in school the child stays in the corridor and will not enter lessons with more than a few others.',
  'Leaves lessons without permission several times a day and is found near the gate. Nobody has been hurt, but staff cannot keep the child safe.',
  'A run of suspensions for defiance. The school has used up what it can offer alone and wants a fresh start to be thought about.',
  'Has not settled after the move from primary school. Reading is far behind, and behaviour is worst where there is most to read.',
  'Lost a close relative in the spring. Since then there has been swearing at staff, tears, and long absences.',
  'Has brought things to school that must not be there, and says it was to feel safe on the way home.',
  'Friendships outside school worry the family. Homework has stopped, and lateness is now daily.',
]
export const strengths = [
  'Kind to younger pupils; plays the cornet.',
  'Very good with machines and anything that can be taken apart.',
  'A strong runner; wants to work with animals.',
  'Draws beautifully and explains ideas well when calm.',
  'Good at mental arithmetic; loves cooking.',
]
export const voices = [
  '“I like practical lessons. I cannot sit that long. I want to stay at my school.”',
  '“Nobody listens until I shout. I would like one person that I can go to.”',
  '“I don’t mind trying somewhere else for some days if I can come back for maths.”',
  '“The corridors are too loud. I am better when I start early.”',
]
export const parentVoices = [
  'Wants things to work at this school and would support some days elsewhere.',
  'Is worried about safety on the bus. Asks for one named person to talk to.',
  'Feels that the school has tried hard. Would agree to a fresh start.',
  'Thinks that an assessment is overdue, and asks for it to come first.',
]
export const steps = [
  ['Daily check-in with a mentor', 'Mornings improved for a few weeks'],
  ['Reduced movement between lessons', 'Fewer incidents, but lessons were missed'],
  ['Educational psychologist’s consultation', 'Strategies shared with staff'],
  ['Small-group literacy, three times a week', 'Reading age rose by five months'],
  ['Report card with the head of year', 'Helped for two weeks'],
  ['Family meeting and a behaviour support plan', 'The plan is reviewed each half-term'],
] as const
export const risks = [
  ['Leaves the site', 'The child', 'Radio call, two staff, call home within ten minutes'],
  ['Throws things when upset', 'Pupils and staff nearby', 'Quiet exit agreed; cleared desk'],
  [
    'Argues with a group in the same year',
    'The child and others',
    'Separate breaks; seating plans',
  ],
] as const
export const decisionReasons = [
  'The school has done what it can alone. The panel agrees that the child needs a different week for a while.',
  'There is room in the year, the subjects match, and the journey is short.',
  'The support has begun to work and should be given another half-term before anything else.',
  'A mentor from outside the school can hold the child through the change of term.',
  'The family and both schools see a fresh start as the best chance.',
]
export const minutes =
  'Welcome and apologies. The minutes of the last meeting were agreed.\n\nCases were taken in the order of the agenda; decisions and reasons are recorded with each case.\n\nThe partnership looked at who has taken whom this year. No school felt that its share was unfair.\n\nThe next meeting is in the calendar.'
export const providerWords = {
  one: ['Otter', 'Windpump', 'Fenland', 'Heron', 'Harbour'],
  two: ['Bridge Farm', 'Skills', 'Motor Workshop', 'Learning Barn', 'Boat School'],
} as const
