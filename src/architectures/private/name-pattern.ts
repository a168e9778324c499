import { NameKind } from './name-kinds';
import { withHash } from '../../core/internal/fitted-names';
import { holdsToken } from '../../core/internal/tokens';
import { Problem, withCode } from '../../core/internal/violations';
import { NameParts } from '../inaming';

const PLACEHOLDERS = ['prefix', 'workload', 'environment', 'region', 'role', 'hash'] as const;
const PLACEHOLDER = /\{([^{}]*)\}/g;
/** Stands for a placeholder without a value; no name holds it. */
const NOTHING = '\0';
/** Placeholders without a value, with the separators around them, of which one is left between others. */
const GAP = new RegExp(`(?:[-_.]?${NOTHING})+[-_.]?`, 'g');

/** A text with placeholders, of which names are made. */
export class NamePattern {
  public constructor(private readonly pattern: string) {}

  /** Reports why the pattern cannot make names. */
  public problems(): Problem[] {
    const { pattern } = this;
    const known = PLACEHOLDERS.map((name) => `{${name}}`).join(', ');
    const problem = (message: string) => withCode('core/name-pattern', [message]);
    if (holdsToken(pattern)) {
      return problem(
        'the pattern is only known when Terraform runs, but names are made at synth; give it as plain text',
      );
    }
    const unknown = [...pattern.matchAll(PLACEHOLDER)].filter(([, name]) => !isPlaceholder(name));
    if (unknown.length > 0) {
      const given = unknown.map(([placeholder]) => placeholder).join(', ');
      return problem(`the pattern "${pattern}" has ${given}; use ${known}`);
    }
    if (/[{}]/.test(pattern.replace(PLACEHOLDER, ''))) {
      return problem(`the pattern "${pattern}" has a brace without its other one; use ${known}`);
    }
    if (pattern.includes('{role}')) return [];
    // Both subnets, security groups and so on would get one name.
    return problem(`the pattern "${pattern}" has no {role}, so resources of one type get one name; add it`);
  }

  /** The name that the parts give, within what its type takes. */
  public render(parts: NameParts, kind: NameKind): string {
    const values = { ...parts, hash: kind.rule.global ? parts.hash : undefined };
    const text = this.pattern
      .replace(PLACEHOLDER, (_, name: string) => (isPlaceholder(name) && values[name]) || NOTHING)
      .replace(GAP, (gap, at: number, whole: string) => {
        const isInner = at > 0 && at + gap.length < whole.length;
        return isInner ? (gap.match(/[-_.]/g)?.at(-1) ?? '') : '';
      });
    const adapted = kind.adapt?.(text) ?? text;
    const { maxLength } = kind.rule;
    if (adapted.length <= maxLength) return adapted;
    const shortened = withHash(adapted, text, maxLength);
    return kind.adapt?.(shortened) ?? shortened;
  }
}

function isPlaceholder(name: string): name is (typeof PLACEHOLDERS)[number] {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}
