import { Assignment } from './assignment';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Block, Value } from '../values';

/** Kind of a role by its permissions on a SignalR service. */
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
  /** The action for which it is too much, where the configuration defines the role. */
  readonly power?: string;
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

/** Actions that give more than calls of a service: its keys, its settings, and roles for others. */
const POWERS = [
  'Microsoft.SignalRService/SignalR/listKeys/action',
  // It answers with the new key.
  'Microsoft.SignalRService/SignalR/regenerateKey/action',
  'Microsoft.SignalRService/SignalR/write',
  'Microsoft.Authorization/roleAssignments/write',
  'Microsoft.Authorization/roleDefinitions/write',
];
const DATA_ACTION = /^(?:Microsoft\.SignalRService\/SignalR\/|Microsoft\.SignalRService\/\*|\*)/i;

/** The role that an assignment gives. */
export function roleOf(assignment: Assignment): Role {
  const [id, name] = [assignment.at('role_definition_id'), assignment.at('role_definition_name')];
  const definition = id.resource ?? name.resource;
  if (definition?.type === DEFINITION) return definedRole(definition);
  const key = ID.exec(id.text)?.[1] ?? name.knownText;
  if (key === undefined) return { kind: RoleKind.UNKNOWN };
  return BY_KEY.get(key.toLowerCase()) ?? { kind: RoleKind.UNKNOWN, name: key };
}

/** The id of the definition of a role without its scope; `undefined` where the configuration does not name it. */
export function roleIdOf(assignment: Assignment): string | undefined {
  const id = assignment.at('role_definition_id');
  return ID.exec(id.text)?.[1] ?? id.resource?.at('role_definition_id').knownText;
}

/** A role that the tree defines, or looks up by its name or id. */
function definedRole(definition: ModelResource): Role {
  const name = definition.name ?? definition.path;
  if (definition.isManaged) return { ...customRole(definition), name };
  const key = definition.at('role_definition_id').knownText ?? name;
  return BY_KEY.get(key.toLowerCase()) ?? { kind: RoleKind.UNKNOWN, name };
}

function customRole(definition: ModelResource): Role {
  const permissions = definition.blocks('permissions');
  if (!permissions) return { kind: RoleKind.UNKNOWN };
  const powers = POWERS.map((power) => permits(permissions, power));
  const held = POWERS.find((_, index) => powers[index].isYes);
  if (held) return { kind: RoleKind.TOO_MUCH, power: held };
  if (powers.some(({ isMaybe }) => isMaybe)) return { kind: RoleKind.UNKNOWN };
  const data = Certainty.any(permissions.map(hasDataAction));
  if (data.isMaybe) return { kind: RoleKind.UNKNOWN };
  return { kind: data.isYes ? RoleKind.DATA : RoleKind.NOTHING };
}

/** Each block gives its actions without those that the same block takes away. */
function permits(permissions: readonly Block[], action: string): Certainty {
  return Certainty.any(
    permissions.map((block) =>
      Certainty.all([matches(block.at('actions'), action), matches(block.at('not_actions'), action).not]),
    ),
  );
}

function hasDataAction(block: Block): Certainty {
  const { elements } = block.at('data_actions');
  const actions = elements?.map(({ isUnknown, text }) => {
    if (isUnknown) return Certainty.MAYBE;
    return DATA_ACTION.test(text) ? matches(block.at('not_data_actions'), text).not : Certainty.NO;
  });
  return actions ? Certainty.any(actions) : Certainty.MAYBE;
}

function matches({ elements }: Value, action: string): Certainty {
  if (!elements) return Certainty.MAYBE;
  return Certainty.any(
    elements.map(({ isUnknown, text }) => (isUnknown ? Certainty.MAYBE : Certainty.of(isMatch(text, action)))),
  );
}

/** An asterisk stands for any characters, slashes included. */
function isMatch(pattern: string, action: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(action);
}
