import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { newStack } from './synth';
import { ComplianceReport, ComplianceStatus, SecurityProfile } from '../../src/compliance';
import { verdictOf } from '../../src/compliance/private/evaluation';
import { EVERY_TYPE, Finding, Rule } from '../../src/compliance/private/rule';
import { RuleContext } from '../../src/compliance/private/rule-context';
import { ConstructModel } from '../../src/model/construct-model';

const { PUBLIC_CLIENTS } = SecurityProfile;
const QUIET = [ComplianceStatus.COMPLIANT, ComplianceStatus.NOT_APPLICABLE];

/** Everything but compliant and not applicable findings, as `RULE[ID] status severity path: reason`. */
export function tellingFindings(report: ComplianceReport): string[] {
  return report.findings
    .filter(({ status }) => !QUIET.includes(status))
    .map(({ rule, id, status, severity, path, reason }) => {
      const key = id === undefined ? rule : `${rule}[${id}]`;
      return `${key} ${status} ${severity} ${path}: ${reason}`;
    });
}

/** What a rule says of each resource that it judges, with the path of the resource. */
function judged(rule: Rule, scope: IConstruct, profile: SecurityProfile) {
  const context = new RuleContext(ConstructModel.of(scope));
  const { model } = context;
  const isEvery = rule.types === EVERY_TYPE;
  const resources = isEvery ? model.all.filter(({ isManaged }) => isManaged) : model.resources(...rule.types);
  return resources
    .map((resource) => {
      const { status, reason, findings } = verdictOf(rule, resource, context, profile);
      return { path: resource.path, status, reason, findings };
    })
    .filter(({ status }) => !isEvery || status !== ComplianceStatus.NOT_APPLICABLE);
}

/**
 * What a rule says of each resource that it judges, a line each: path, status, and either the reason or the findings
 * with severity, id and message.
 */
export function verdicts(rule: Rule, scope: IConstruct, profile: SecurityProfile = PUBLIC_CLIENTS): string[] {
  return judged(rule, scope, profile).map(({ path, status, reason, findings }) => {
    const told = findings.length > 0 ? findings.map((finding) => shown(finding, rule)).join('; ') : reason;
    return `${path} ${status}: ${told}`;
  });
}

/** The same for a rule that judges one resource of a stack, without its path. */
export function verdict(rule: Rule, scope: IConstruct, profile?: SecurityProfile): string {
  const lines = verdicts(rule, scope, profile);
  if (lines.length !== 1) throw new Error(`${lines.length} verdicts, expected one:\n${lines.join('\n')}`);
  return lines[0].replace(/^\S+ /, '');
}

/**
 * What a rule says of each resource that it judges: a line `PATH: SEVERITY [FINDING] MESSAGE` for each finding, or
 * `PATH: STATUS, REASON`; without the reason where it is compliant.
 */
export function outcomes(rule: Rule, scope: IConstruct, profile: SecurityProfile = PUBLIC_CLIENTS): string[] {
  return judged(rule, scope, profile).flatMap(({ path, status, reason, findings }) => {
    const name = path.replace(/^Prod\//, '');
    if (status === ComplianceStatus.VIOLATED) {
      return findings.map(
        ({ id = '', message, severity = rule.severity }) => `${name}: ${severity} [${id}] ${message}`,
      );
    }
    return status === ComplianceStatus.COMPLIANT ? `${name}: ${status}` : `${name}: ${status}, ${reason}`;
  });
}

/** A title, what is defined, and the outcomes; for the profile with public clients unless another is named. */
export type Case = [string, (stack: TerraformStack) => unknown, string[], SecurityProfile?];

/** Holds a rule to what it must say. */
export function checkRule(rule: Rule, cases: readonly Case[]): void {
  describe(`${rule.id} ${rule.name}`, () => {
    test.each(cases)('%s', (_title, define, expected, profile = PUBLIC_CLIENTS) => {
      const stack = newStack();
      define(stack);
      expect(outcomes(rule, stack, profile)).toEqual(expected);
    });
  });
}

function shown({ id, message, severity }: Finding, rule: Rule): string {
  return [severity ?? rule.severity, ...(id === undefined ? [] : [`[${id}]`]), message].join(' ');
}
