/** Raised for an accept file that cannot be used; a line for each problem, with its place. */
export class InvalidAcceptFile extends Error {}
