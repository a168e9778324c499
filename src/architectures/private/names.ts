import { Token } from 'cdktf';
import { NameKind } from './name-kinds';
import { ResourceNames } from './resource-names';
import { Role, RoleForm, ROLES } from './roles';
import { given } from '../../core/internal/input/given';
import { isUnresolved } from '../../core/internal/input/unresolved';
import { isKnown, Problem } from '../../core/internal/violations';
import { Naming } from '../naming';

/** Inputs for the names of one architecture. */
export interface NamesProps {
  readonly naming: Naming;
  readonly framework: ResourceNames;
  /** Tags that distinguish roles in this architecture, where the usual ones do not. */
  readonly tags?: Partial<Record<Role, string>>;
}

/** The names of one architecture, by role. */
export class Names {
  private readonly answers = new Map<Role, unknown>();

  public constructor(private readonly props: NamesProps) {}

  /** The name of a role that has a default. */
  public of(role: Role): string {
    return this.optional(role)!;
  }

  /** The name of a role; `undefined` where Azure makes it up. */
  public optional(role: Role): string | undefined {
    return this.givenTo(role) ?? this.defaultOf(role);
  }

  /** The name that the user's naming gives. */
  public givenTo(role: Role): string | undefined {
    const answer = this.answerTo(role);
    return typeof answer === 'string' ? answer : undefined;
  }

  /** A name by the Cloud Adoption Framework. */
  public byFramework({ rule }: NameKind, tag?: string): string {
    return this.props.framework.of(rule, tag);
  }

  /** Reports why names cannot be made for some roles. */
  public problems(made: readonly Role[]): Problem[] {
    const { framework, naming } = this.props;
    const ofNaming = [...framework.partProblems(), ...naming._problems()];
    if (ofNaming.length > 0) return ofNaming;
    const defaults = made.filter((role) => this.givenTo(role) === undefined && !ROLES[role].fallback);
    return [
      ...framework.lengthProblems(defaults.map((role) => ({ rule: ROLES[role].kind.rule, role: this.tagOf(role) }))),
      ...made.flatMap((role) => this.problemsOf(role)),
      ...this.duplicates(made),
    ];
  }

  /** Roles that are named one by one, but not made. */
  public unused(made: readonly Role[]): string[] {
    return this.props.naming._roles.filter((role) => !made.includes(role as Role));
  }

  /** Returns the answer of the user's naming, which may be any value; each role is asked for once. */
  private answerTo(role: Role): unknown {
    if (!this.answers.has(role)) this.answers.set(role, this.ask(role));
    return this.answers.get(role);
  }

  private ask(role: Role): unknown {
    const form = ROLES[role];
    const { kind } = form;
    const parts = { ...this.props.framework.parts, prefix: kind.rule.abbreviation, role: this.tagOf(role) };
    const request = { role, resourceType: kind.type, parts, defaultName: this.defaultOf(role) };
    const answer: unknown = this.props.naming._nameOf(request, kind) ?? undefined;
    return isUnresolved(answer) ? Token.asString(answer) : answer;
  }

  private defaultOf(role: Role): string | undefined {
    const form: RoleForm = ROLES[role];
    return form.fallback ? form.fallback(this) : this.byFramework(form.kind, this.tagOf(role));
  }

  private tagOf(role: Role): string | undefined {
    return this.props.tags?.[role] ?? ROLES[role].tag;
  }

  private problemsOf(role: Role): Problem[] {
    const name = this.answerTo(role);
    if (name === undefined) return [];
    if (typeof name !== 'string') {
      return [{ code: 'core/name-part', message: `naming gives ${role} ${given(name, role)}; give text` }];
    }
    const { kind } = ROLES[role];
    if (kind.isPlain && !isKnown(name)) {
      const message = `the name of ${role} is only known when Terraform runs, but host names are made of it at synth; give it as plain text`;
      return [{ code: 'core/name-part', message }];
    }
    return kind.problems(name).map(({ code, message }) => ({ code, message: `${role}: ${message}` }));
  }

  /** Two of one kind with one name, in a place that takes it once. */
  private duplicates(made: readonly Role[]): Problem[] {
    const byName = new Map<string, Role[]>();
    made.forEach((role) => {
      const name = this.optional(role);
      if (!isKnown(name) || !ROLES[role].kind.duplicate) return;
      const key = [ROLES[role].kind.type, name.toLowerCase()].join(' ');
      byName.set(key, [...(byName.get(key) ?? []), role]);
    });
    return [...byName.values()]
      .filter((roles) => roles.length > 1)
      .map((roles) => ({
        code: ROLES[roles[0]].kind.duplicate!,
        message: `${roles.join(' and ')} are both named "${this.of(roles[0])}"; give one of them another name`,
      }));
  }
}
