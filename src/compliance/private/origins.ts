import { Judgement } from './judgement';
import { Finding } from './rule';
import { isExpression } from '../../core/internal/expressions';
import { plain, Value } from '../../topology/values';
import { Severity } from '../severity';

const EVERY_ORIGIN = /^([a-z]+:\/\/)?\*(:.*)?$/i;
const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const LABEL = '[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?';
/**
 * Form of the header `Origin` of browsers: https://www.rfc-editor.org/rfc/rfc6454#section-6.2; a wildcard stands for
 * subdomains.
 */
const ORIGIN = new RegExp(
  `^https://(?:\\[[0-9a-f:.]+\\]|(?:\\*\\.)?${LABEL}(?:\\.${LABEL})*)(?::(?<port>\\d{1,5}))?$`,
  'i',
);
const EXPRESSION = /\$\{[^{}]*\}/g;
/** Attributes that hold a host name without a scheme. */
const HOST_NAME = /\.(default_hostname|default_site_hostname|default_host_name|hostname|host_name|fqdn|\w+_host)$/;
/** Host that a caller of the configuration decides, which may be `*`. */
const OPEN_HOST = /^https:\/\/\$\{(?:var|local|module|each)\.[^{}]*\}(:\d+)?$/i;

/** Judges the origins whose pages may call a service or an app, by what browsers send. */
export function judgeOrigins(judgement: Judgement, origins: readonly Value[]): void {
  for (const { text } of origins) {
    const found = judge(text);
    if (found) judgement.violates({ id: `Origin::${plain(text)}`, ...found });
    else if (isOpen(text)) judgement.cannotTell(`${plain(text)} is not known`);
  }
}

function judge(origin: string): Finding | undefined {
  const allows = `cors allows ${plain(origin)}`;
  if (EVERY_ORIGIN.test(origin)) return { message: `${allows}, which is every origin` };
  if (origin.toLowerCase() === 'null') {
    return { message: `${allows}, which any page sends from a sandboxed frame or a file` };
  }
  if (LOCAL.test(origin)) return { message: `${allows}, which is for development`, severity: Severity.WARNING };
  if (/^http:/i.test(origin)) return { message: `${allows}, whose pages come over http` };
  if (startsOpen(origin) || isOrigin(origin.replace(EXPRESSION, 'x'))) return undefined;
  // Azure compares with what browsers send, so such an entry lets nobody in.
  const message = `${allows}, which no browser sends; an origin is https://host or https://host:port`;
  return { message, severity: Severity.WARNING };
}

/** Reports whether an expression may give the scheme, too. */
function startsOpen(origin: string): boolean {
  return origin.startsWith('${') && !HOST_NAME.test(plain(origin));
}

function isOpen(origin: string): boolean {
  return isExpression(origin) && (startsOpen(origin) || OPEN_HOST.test(origin));
}

function isOrigin(text: string): boolean {
  const match = ORIGIN.exec(text);
  return match !== null && Number(match.groups?.port ?? 1) <= 65_535;
}
