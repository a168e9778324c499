/** Puts a few rules in the place of the catalogue; to be imported before whatever reads it. */
jest.mock('../../src/compliance/private/rules/catalogue', () => ({
  CATALOGUE: jest.requireActual('./fake-rules').FAKE_RULES,
}));
