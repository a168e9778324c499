import { isExpression } from './expressions';
import { nearestName } from './near-names';
import { ConditionTokens } from './role-condition-tokens';

/** A condition is at most 8 KB long: https://learn.microsoft.com/azure/role-based-access-control/conditions-faq. */
const LONGEST = 8192;

const FUNCTIONS = ['ActionMatches', 'SubOperationMatches'];
const SOURCES = ['@Resource', '@Request', '@Principal', '@Environment'];

const ORDERED = ['Equals', 'NotEquals', 'GreaterThan', 'GreaterThanEquals', 'LessThan', 'LessThanEquals'];
const TEXT = ['Equals', 'StartsWith', 'Like'].flatMap((kind) => [kind, `Not${kind}`]);
const OPERATORS = [
  ...TEXT.flatMap((kind) => [`String${kind}`, `String${kind}IgnoreCase`]),
  ...['Numeric', 'DateTime'].flatMap((type) => ORDERED.map((kind) => `${type}${kind}`)),
  ...['Bool', 'Guid'].flatMap((type) => [`${type}Equals`, `${type}NotEquals`]),
];
const PREFIX = /^For(Any|All)Of(Any|All)Values:/i;
/** Operators of these kinds are all known; those of another kind may be newer than this library. */
const FAMILY = /^(String|Numeric|DateTime|Bool|Guid|For\w+:)/i;

const AND_OR = /^(AND|OR|&&|\|\|)$/i;
const NOT = /^(NOT|!)$/i;

/**
 * Fault in the condition of a role assignment that is certain, by the grammar that Azure documents; nothing where the
 * condition may be valid.
 *
 *     expression = term { (AND | OR | && | ||) term }
 *     term       = (NOT | !) term | "(" expression ")" | function "{" text "}" | Exists attribute
 *                | operand operator operand
 *     operand    = attribute | value | "{" value { "," value } "}"
 *     attribute  = (@Resource | @Request | @Principal | @Environment) "[" name "]"
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/conditions-format (read on 2026-11-30)
 */
export function conditionFault(condition: string): string | undefined {
  if (isExpression(condition)) return undefined;
  if (condition.length > LONGEST) return `has ${condition.length} characters; use at most ${LONGEST}`;
  const tokens = new ConditionTokens(condition);
  const fault = expression(tokens);
  if (fault !== undefined) return fault;
  if (tokens.isAtEnd) return undefined;
  return tokens.next === ')' ? tokens.fault('a ")" that nothing opens') : tokens.fault('no AND or OR before it');
}

/** Description of a fault, or nothing. */
type Fault = string | undefined;

/** Reads terms in a loop, with the parentheses that are open: a condition may nest more of them than calls may. */
function expression(tokens: ConditionTokens): Fault {
  const opened: Pick<ConditionTokens, 'fault'>[] = [];
  do {
    for (; NOT.test(tokens.next) || tokens.next === '('; tokens.take()) {
      if (tokens.next === '(') opened.push(tokens.mark());
    }
    const fault = term(tokens);
    if (fault !== undefined) return fault;
    for (; opened.length > 0 && tokens.next === ')'; tokens.take()) opened.pop();
  } while (takeAndOr(tokens));
  const last = opened.at(-1);
  if (!last) return undefined;
  return tokens.isAtEnd ? last.fault('a "(" that nothing closes') : tokens.fault('no AND, OR or ")" before it');
}

function takeAndOr(tokens: ConditionTokens): boolean {
  const isThere = AND_OR.test(tokens.next);
  if (isThere) tokens.take();
  return isThere;
}

/** A term without what is before it. */
function term(tokens: ConditionTokens): Fault {
  if (tokens.isAtEnd) return tokens.fault('no expression');
  if (/^Exists$/i.test(tokens.next)) {
    tokens.take();
    return tokens.isAttribute ? attribute(tokens) : tokens.fault('no attribute behind Exists');
  }
  return tokens.isWord && tokens.afterNext === '{' ? call(tokens) : comparison(tokens);
}

function call(tokens: ConditionTokens): Fault {
  const name = tokens.next;
  const isKnown = FUNCTIONS.some((each) => each.toLowerCase() === name.toLowerCase());
  const meant = isKnown ? undefined : nearestName(name, FUNCTIONS);
  if (meant !== undefined) return tokens.fault(`no such function; use ${meant}`);
  tokens.take();
  if (isKnown && !tokens.afterNextIsText) return tokens.fault(`no text in quotes for ${name}`);
  return values(tokens);
}

function comparison(tokens: ConditionTokens): Fault {
  return operand(tokens) ?? operator(tokens) ?? operand(tokens);
}

function operand(tokens: ConditionTokens): Fault {
  if (tokens.isAttribute) return attribute(tokens);
  if (tokens.next === '{') return values(tokens);
  if (!tokens.isValue) return tokens.fault('no attribute or value');
  tokens.take();
  return undefined;
}

function operator(tokens: ConditionTokens): Fault {
  if (!tokens.isWord || AND_OR.test(tokens.next)) return tokens.fault('no operator');
  const name = tokens.next;
  const [prefix = ''] = PREFIX.exec(name) ?? [];
  const bare = name.slice(prefix.length).toLowerCase();
  if (FAMILY.test(name) && !OPERATORS.some((each) => each.toLowerCase() === bare)) {
    const meant = nearestName(bare, OPERATORS) ?? 'StringEquals';
    return tokens.fault(`no such operator; use one such as ${prefix}${meant}`);
  }
  tokens.take();
  return undefined;
}

function attribute(tokens: ConditionTokens): Fault {
  const [source, name] = tokens.attributeParts;
  if (!SOURCES.some((each) => each.toLowerCase() === source.toLowerCase())) {
    return tokens.fault(`an attribute of no known source; use ${SOURCES.join(', ')}`);
  }
  if (name === undefined) return tokens.fault(`no name in closed brackets behind ${source}`);
  if (name.trim() === '') return tokens.fault(`no name in the brackets behind ${source}`);
  tokens.take();
  return undefined;
}

function values(tokens: ConditionTokens): Fault {
  const opened = tokens.mark();
  do {
    tokens.take();
    if (!tokens.isValue) return tokens.isAtEnd ? opened.fault('a "{" that nothing closes') : tokens.fault('no value');
    tokens.take();
  } while (tokens.next === ',');
  if (tokens.next !== '}') {
    return tokens.isAtEnd ? opened.fault('a "{" that nothing closes') : tokens.fault('no comma or "}" before it');
  }
  tokens.take();
  return undefined;
}
