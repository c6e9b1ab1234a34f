/** A short word that names one record, and points to it from another. */
export type Id = string

/** A day, or a time on a day with its offset. `World.happened` turns it into a Europe/London day. */
export type Moment = string

/** `HH:MM` on the 24-hour clock. */
export type Clock = string

/** A year that runs over the New Year, by its two halves: `2026-27`. */
export type YearLabel = string

/** Whole pence. */
export type Pence = number
