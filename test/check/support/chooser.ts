import { Choose } from './json-places';

/** The same numbers for the same seed: https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
export function chooser(seed: number): Choose {
  const modulus = 2 ** 31 - 1;
  let state = (seed % (modulus - 1)) + 1;
  return (below) => {
    state = (state * 48_271) % modulus;
    return Math.floor((state / modulus) * below);
  };
}
