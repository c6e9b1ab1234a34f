import { Tag, type Tone } from '#govuk/index.ts'

const statusWords: Readonly<Record<string, { word: string; tone: Tone }>> = {
  asked: { word: 'Waits', tone: 'yellow' },
  agreed: { word: 'Agreed', tone: 'green' },
  refused: { word: 'Refused', tone: 'orange' },
  withdrawn: { word: 'Taken back', tone: 'grey' },
}

export const ChangeTag = ({ status }: { status: string }) => (
  <Tag tone={statusWords[status]?.tone ?? 'grey'}>{statusWords[status]?.word ?? status}</Tag>
)
