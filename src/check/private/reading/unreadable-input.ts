/** What cannot be read; the message is a sentence for the user. */
export class UnreadableInput extends Error {}
