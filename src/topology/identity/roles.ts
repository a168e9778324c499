import { ModelResource } from '../../model/model-resource';
import { Value } from '../values';

/** What a role gives on a SignalR service. */
export enum RoleKind {
  /** Data actions of SignalR. */
  DATA,
  /** More than an application needs: the keys, all management, or the right to give roles. */
  TOO_MUCH,
  /** Nothing that opens the service. */
  NOTHING,
  /** Not known. */
  UNKNOWN,
}

/** A role, as far as it is known. */
export interface Role {
  readonly kind: RoleKind;
  /** Name or id; `undefined` where it is only known when Terraform runs. */
  readonly name?: string;
}

export const SERVICE_OWNER = 'SignalR Service Owner';
export const REST_API_OWNER = 'SignalR REST API Owner';
export const REST_API_READER = 'SignalR REST API Reader';
export const APP_SERVER = 'SignalR App Server';

const { DATA, TOO_MUCH, NOTHING } = RoleKind;

/** Built-in roles: kind, id of the definition, name, former names. */
const BUILT_IN: readonly [RoleKind, string, string, ...string[]][] = [
  [DATA, '420fcaa2-552c-430f-98ca-3264be4806c7', APP_SERVER, 'SignalR App Server (Preview)'],
  [DATA, '7e4f1700-ea5a-4f59-8f37-079cfe29dce3', SERVICE_OWNER, 'SignalR Service Owner (Preview)'],
  [DATA, 'fd53cd77-2268-407a-8f46-7e7863d0f521', REST_API_OWNER, 'SignalR Serverless Contributor (Preview)'],
  [DATA, 'ddde6b66-c0df-4114-a159-3618637b3035', REST_API_READER, 'SignalR Service Reader (Preview)'],
  [TOO_MUCH, '04165923-9d83-45d5-8227-78b77b0a687e', 'SignalR AccessKey Reader'],
  [TOO_MUCH, '8cf5e20a-e4b2-4e9d-b3a1-5ceb692c2761', 'SignalR/Web PubSub Contributor', 'SignalR Contributor'],
  [TOO_MUCH, '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner'],
  [TOO_MUCH, 'b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor'],
  [TOO_MUCH, '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator'],
  [TOO_MUCH, 'f58310d9-a9f6-439a-9e8d-f62e7b41a168', 'Role Based Access Control Administrator'],
  [NOTHING, 'acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader'],
];

const BY_KEY: ReadonlyMap<string, Role> = new Map(
  BUILT_IN.flatMap(([kind, id, ...names]) =>
    [id, ...names].map((key): [string, Role] => [key.toLowerCase(), { kind, name: names[0] }]),
  ),
);

const DEFINITION = 'azurerm_role_definition';
const ID = /roleDefinitions\/([0-9a-f-]{36})(?:\||$)/i;
const LIST_KEYS = 'Microsoft.SignalRService/SignalR/listKeys/action';
const DATA_ACTION = /^(?:Microsoft\.SignalRService\/SignalR\/|Microsoft\.SignalRService\/\*|\*)/i;

/** The role that an assignment gives. */
export function roleOf(assignment: ModelResource): Role {
  const [id, name] = [assignment.at('role_definition_id'), assignment.at('role_definition_name')];
  const definition = id.resource ?? name.resource;
  if (definition?.type === DEFINITION) return definedRole(definition);
  const key = ID.exec(id.text)?.[1] ?? name.knownText;
  if (key === undefined) return { kind: RoleKind.UNKNOWN };
  return BY_KEY.get(key.toLowerCase()) ?? { kind: RoleKind.UNKNOWN, name: key };
}

/** A role that the tree defines, or looks up by its name or id. */
function definedRole(definition: ModelResource): Role {
  const name = definition.name ?? definition.path;
  if (definition.isManaged) return { kind: customKind(definition), name };
  const key = definition.at('role_definition_id').knownText ?? name;
  return BY_KEY.get(key.toLowerCase()) ?? { kind: RoleKind.UNKNOWN, name };
}

function customKind(definition: ModelResource): RoleKind {
  const permissions = definition.blocks('permissions');
  const lists = permissions?.map((block) => ({
    actions: known(block.at('actions')),
    notActions: known(block.at('not_actions')),
    dataActions: known(block.at('data_actions')),
  }));
  if (lists?.some(({ actions, notActions }) => permits(actions, LIST_KEYS) && !permits(notActions, LIST_KEYS))) {
    return RoleKind.TOO_MUCH;
  }
  if (lists?.some(({ dataActions }) => dataActions?.some((action) => DATA_ACTION.test(action)))) return RoleKind.DATA;
  const isKnown = lists?.every(({ actions, dataActions }) => actions && dataActions);
  return isKnown ? RoleKind.NOTHING : RoleKind.UNKNOWN;
}

function known(value: Value): string[] | undefined {
  const texts = value.elements?.map(({ knownText }) => knownText);
  return texts?.every((text) => text !== undefined) ? texts : undefined;
}

/** An asterisk stands for any characters, slashes included. */
function permits(patterns: readonly string[] | undefined, action: string): boolean {
  return (patterns ?? []).some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 'i').test(action);
  });
}
