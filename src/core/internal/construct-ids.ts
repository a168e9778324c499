import { IConstruct } from 'constructs';
import type { Code } from './codes/codes';
import type { Problem } from './problem';
import { holdsToken } from './tokens';

/** A construct id that only Terraform knows; logical ids, and names that are not given, are made of it at synth. */
export function constructIdProblems(id: string): Problem[] {
  if (!holdsToken(id)) return [];
  const message = `the construct id "${id}" holds a value that only Terraform knows, but logical ids and names are made of the id at synth; use plain text`;
  return [{ code: 'core/construct-id', message }];
}

/** A name that only Terraform knows, of which the library makes a construct id. */
export function nameAsIdProblems(code: Code, noun: string, name: string): Problem[] {
  if (!holdsToken(name)) return [];
  const message = `the name of ${noun} is "${name}", which only Terraform knows, but a construct id is made of the name at synth; give name as plain text`;
  return [{ code, message }];
}

/** Ids in the path of a construct that only Terraform knows. */
export function pathProblems({ node }: IConstruct): Problem[] {
  return node.scopes.flatMap((scope) => constructIdProblems(scope.node.id));
}
