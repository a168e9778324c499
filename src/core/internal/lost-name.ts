/** A name that cdktf drops from maps without a word: to set it on an object gives the object another prototype. */
export const LOST_NAME = '__proto__';
