/** These words and nothing else, for `like`: what it reads as “anything” in them stands for itself. */
export const exactly = (words: string): string => words.replaceAll(/[\\%_]/g, mark => `\\${mark}`)

/** These words anywhere, for `like`. */
export const containing = (words: string): string => `%${exactly(words)}%`
