import { AZURERM, BlockSchema } from '../../provider-schema';

export type Type = string | [string, Type] | ['object', Record<string, Type>];

/** An attribute in the schema of the provider. */
export interface Attribute {
  readonly type: Type;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
}

/** The attributes and blocks of a resource, or of a block of one. */
export interface Block {
  readonly attributes?: Record<string, Attribute>;
  readonly block_types?: Record<string, { readonly block: Block; readonly nesting_mode: 'single' | 'list' | 'set' }>;
}

const given: Attribute = { type: 'string' };
const id: Attribute = { type: 'string', computed: true };
const settings: Attribute = { type: ['map', 'string'], computed: true };
const SWIFT = { id, app_service_id: given, subnet_id: given };

/** Types that the library does not define, and whose schemas are not among the fixtures; from the provider's documents. */
const OTHERS: Record<string, Block> = {
  azurerm_virtual_network_dns_servers: {
    attributes: { id, virtual_network_id: given, dns_servers: { type: ['list', 'string'] } },
  },
  azurerm_app_service_virtual_network_swift_connection: { attributes: SWIFT },
  azurerm_app_service_slot_virtual_network_swift_connection: { attributes: { ...SWIFT, slot_name: given } },
  azurerm_logic_app_standard: {
    attributes: {
      id,
      app_service_plan_id: given,
      app_settings: settings,
      default_hostname: id,
      location: given,
      name: given,
      public_network_access: given,
      resource_group_name: given,
      service_plan_id: given,
      storage_account_access_key: { type: 'string', sensitive: true },
      storage_account_name: given,
      virtual_network_subnet_id: given,
    },
    block_types: {
      site_config: {
        nesting_mode: 'list',
        block: {
          attributes: {
            always_on: { type: 'bool' },
            vnet_route_all_enabled: { type: 'bool', computed: true },
            public_network_access_enabled: { type: 'bool', computed: true },
          },
        },
      },
    },
  },
};

/** The schema of a type. */
export function schemaOf(type: string): Block {
  const schema = (AZURERM.resource_schemas as Record<string, BlockSchema>)[type] ?? OTHERS[type];
  if (!schema) throw new Error(`there is no schema of ${type}`);
  return schema as Block;
}

/** Whether an attribute is written as blocks, and read as a list of objects. */
export function isObjects(type: Type): type is [string, ['object', Record<string, Type>]] {
  return Array.isArray(type) && (type[0] === 'set' || type[0] === 'list') && type[1][0] === 'object';
}
