import { createHash } from 'crypto';
import { isKnown, Problem } from '../../core/internal/violations';

/** Prefix and maximum length of the names of one resource type. */
export interface NameRule {
  /** Abbreviation of the Cloud Adoption Framework. */
  readonly abbreviation: string;
  readonly maxLength: number;
  /** Set where the name must be unique in all of Azure. */
  readonly global?: boolean;
  /** Set where only the workload fits into the name: environment and region are in the hash. */
  readonly short?: boolean;
  /** Separator between the parts; a dash unless given. */
  readonly separator?: string;
}

/** A rule with what distinguishes the name from others of its kind. */
export interface RoleRule {
  readonly rule: NameRule;
  readonly role?: string;
}

/** Parts of the names of one workload. */
export interface ResourceNamesProps {
  readonly workload: string;
  readonly environment?: string;
  readonly location: string;
  /** Distinguishes this workload from others of the same name, for the hash in global names. */
  readonly uniqueTo: string;
}

const HASH_LENGTH = 6;
const SHORTEST_WORKLOAD = 3;
const NAME_PART = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * Names by the Cloud Adoption Framework: `ABBREVIATION-WORKLOAD[-ROLE][-ENVIRONMENT]-REGION[-HASH]`.
 *
 * The same input gives the same names on every machine. Global names carry a hash. A name that would be too long
 * loses the end of its workload and carries the hash instead, which keeps it unique. Short names have no environment
 * and region; the hash stands for both.
 */
export class ResourceNames {
  private readonly hash: string;

  public constructor(private readonly props: ResourceNamesProps) {
    const identity = [props.uniqueTo, props.workload, props.environment ?? '', props.location];
    this.hash = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, HASH_LENGTH);
  }

  /** Parts of the names. */
  public get parts() {
    const { workload, environment, location: region } = this.props;
    return { workload, environment, region, hash: this.hash };
  }

  /** Parts that no Azure name takes. */
  public partProblems(): Problem[] {
    const parts = { workload: this.props.workload, environment: this.props.environment };
    return Object.entries(parts).flatMap(([name, value]) => namePartProblems(name, value));
  }

  /** Parts that leave no room for the workload. */
  public lengthProblems(named: readonly RoleRule[]): Problem[] {
    const needed = Math.min(SHORTEST_WORKLOAD, this.props.workload.length);
    const tooLong = named.find(({ rule, role }) => this.room(rule, role) < needed);
    if (!tooLong) return [];
    const { rule, role } = tooLong;
    const { environment, location } = this.props;
    const part = environment === undefined ? `region than "${location}"` : `environment than "${environment}"`;
    const message = `${this.join(rule, this.props.workload, role, true)} cannot be shortened to ${rule.maxLength} characters; use a shorter ${part}`;
    return [{ code: 'core/name-too-long', message }];
  }

  /** The name of a resource; `role` distinguishes resources of one type. */
  public of(rule: NameRule, role?: string): string {
    const whole = this.join(rule, this.props.workload, role, rule.global ?? false);
    if (whole.length <= rule.maxLength) return whole;
    const shortened = this.props.workload.slice(0, this.room(rule, role)).replace(/-+$/, '');
    return this.join(rule, shortened, role, true);
  }

  private room(rule: NameRule, role: string | undefined): number {
    return rule.maxLength - this.join(rule, '', role, true).length;
  }

  private join(rule: NameRule, workload: string, role: string | undefined, hashed: boolean): string {
    const { environment, location } = this.props;
    const { separator = '-' } = rule;
    const place = rule.short ? [] : [environment, location];
    const optional = [role, ...place, hashed ? this.hash : undefined].filter((part) => part);
    const workloadPart = rule.short ? workload.replace(/-+/g, separator) : workload;
    return [rule.abbreviation, workloadPart, ...optional].join(separator);
  }
}

function namePartProblems(name: string, value: string | undefined): Problem[] {
  if (value === undefined || (isKnown(value) && NAME_PART.test(value))) return [];
  const message = isKnown(value)
    ? `${name} "${value}" cannot be part of Azure names; use lower-case letters, digits and inner dashes`
    : `${name} is only known when Terraform runs, but names are made at synth; give it as plain text`;
  return [{ code: 'core/name-part', message }];
}
