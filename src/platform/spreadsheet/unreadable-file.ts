/** The file cannot be read as a table. The message is a sentence or two for the person who uploaded it. */
export class UnreadableFile extends Error {}
