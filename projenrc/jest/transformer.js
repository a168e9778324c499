const { createHash } = require('crypto');
const { readFileSync } = require('fs');
const { join } = require('path');
const { transformSync, version } = require('esbuild');

const OPTIONS = {
  loader: 'ts',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'external',
  sourcesContent: false,
  tsconfigRaw: { compilerOptions: { target: 'ES2022' } },
};
const LAZY_LOADING = join(__dirname, '..', 'build', 'lazy-loading.ts');
const ours = [LAZY_LOADING, __filename].map((file) => readFileSync(file, 'utf8'));

/** What rewrites the compiled library; jest takes no transformer in TypeScript, and so no import of one. */
const { withLazyProviders } = load(ours[0]);

function load(source) {
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
  const module = { exports: {} };
  new Function('require', 'module', code)(require, module);
  return module.exports;
}

/** TypeScript for jest, without its types, in a tenth of the time of the compiler; `typecheck` is for the types. */
module.exports = {
  getCacheKey: (source, path, { configString, instrument }) =>
    createHash('sha256')
      .update([version, ...ours, source, path, configString, String(instrument)].join('\0'))
      .digest('hex')
      .slice(0, 32),

  /** Provider files are loaded when they are first used, as users load them; what esbuild adds is not to be covered. */
  process(source, path, { instrument }) {
    const { code, map } = transformSync(source, { ...OPTIONS, sourcefile: path });
    const rewritten = instrument ? code.replace(/^var __/gm, '/* istanbul ignore next */ $&') : withLazyProviders(code);
    return { code: rewritten, map };
  },
};
