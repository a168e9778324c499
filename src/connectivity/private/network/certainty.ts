/** Whether something applies, as far as the tree tells. */
export enum Certainty {
  NO = 'no',
  MAYBE = 'maybe',
  YES = 'yes',
}

/** Whether all of some conditions apply. */
export function all(conditions: readonly Certainty[]): Certainty {
  if (conditions.includes(Certainty.NO)) return Certainty.NO;
  return conditions.includes(Certainty.MAYBE) ? Certainty.MAYBE : Certainty.YES;
}

/** Whether at least one of some conditions applies. */
export function any(conditions: readonly Certainty[]): Certainty {
  if (conditions.includes(Certainty.YES)) return Certainty.YES;
  return conditions.includes(Certainty.MAYBE) ? Certainty.MAYBE : Certainty.NO;
}

/** What is known for sure. */
export function certainly(holds: boolean): Certainty {
  return holds ? Certainty.YES : Certainty.NO;
}
