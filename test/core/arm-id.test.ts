import { TerraformVariable } from 'cdktf';
import { ArmIdForm, isArmId, isResourceId, isResourceType, spelledArmId } from '../../src/core/internal/arm-id';
import { messageOf, newStack } from '../support/synth';

const GROUP = '/subscriptions/Sub/resourceGroups/Rg/providers';
const ID = `${GROUP}/Microsoft.SignalRService/signalR/Chat`;
const CHILD_ID = `${ID}/customCertificates/One`;

const form = new ArmIdForm('Microsoft.SignalRService/signalR', 'signalr/service-id', 'a service');
const childForm = new ArmIdForm(
  'Microsoft.SignalRService/signalR/customCertificates',
  'signalr/service-id',
  'a certificate',
);
const unknown = new TerraformVariable(newStack(), 'id', {}).stringValue;

describe('ArmIdForm', () => {
  test('spells the fixed segments as Azure does, and leaves names as they are', () => {
    for (const id of [ID, ID.replace('signalR', 'signalr'), ID.replace('resourceGroups', 'resourcegroups')]) {
      expect([form.problems(id), form.spelled(id)]).toEqual([[], ID]);
    }
    const shouted = '/SUBSCRIPTIONS/Sub/RESOURCEGROUPS/Rg/PROVIDERS/MICROSOFT.SIGNALRSERVICE/SIGNALR/Chat';
    expect(form.spelled(shouted)).toBe(ID);
    expect(childForm.spelled(`${shouted}/customcertificates/One`)).toBe(CHILD_ID);
  });

  test('keeps names that look like patterns or like words of the form', () => {
    const odd = ID.replace('Sub', '$1').replace('Rg', 'NAME').replace('Chat', 'ID');
    expect(form.spelled(odd)).toBe(odd);
  });

  test.each([
    '',
    'chat',
    '/subscriptions/Sub/signalr',
    `${ID}/`,
    `${ID} `,
    ` ${ID}`,
    CHILD_ID,
    ID.slice(1),
    ID.replace('Chat', ''),
    ID.replace('SignalRService', 'Web'),
    ID.replace('Microsoft.', 'Microsoftx'),
  ])('refuses "%s"', (id) => {
    expect(form.problems(id)).toEqual([
      {
        code: 'signalr/service-id',
        message: `"${id}" is not the id of a service; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.SignalRService/signalR/NAME`,
      },
    ]);
    expect(form.spelled(id)).toBe(id);
  });

  test('does not judge what only Terraform knows, not even in part', () => {
    for (const id of [unknown, `/subscriptions/x/${unknown}`]) {
      expect([form.problems(id), form.spelled(id)]).toEqual([[], id]);
    }
  });

  test('may be that of resource groups', () => {
    const groupForm = new ArmIdForm(undefined, 'signalr/service-id', 'a group');
    expect(groupForm.problems('/subscriptions/Sub/resourcegroups/Rg')).toEqual([]);
    expect(groupForm.problems(ID)).toEqual([
      {
        code: 'signalr/service-id',
        message: `"${ID}" is not the id of a group; use one such as /subscriptions/ID/resourceGroups/NAME`,
      },
    ]);
  });

  test('takes no quotes, which functions of Terraform take from cdktf in no known text', () => {
    expect(form.problems(ID.replace('Rg', '${file("x")}'))).toHaveLength(1);
  });

  test('does not judge an id that is not given', () => {
    expect(form.problems(undefined)).toEqual([]);
  });

  test('tells the construct that is given a wrong id', () => {
    const stack = newStack();
    expect(form.acceptedBy(stack, ID.toLowerCase())).toBe(
      '/subscriptions/sub/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat',
    );
    expect(messageOf(() => childForm.acceptedBy(stack, ID))).toBe(
      `Prod: [signalr/service-id] "${ID}" is not the id of a certificate; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.SignalRService/signalR/NAME/customCertificates/NAME`,
    );
  });
});

describe('an id of any type', () => {
  test.each([
    ID,
    CHILD_ID,
    '/subscriptions/Sub',
    '/subscriptions/Sub/resourceGroups/Rg',
    '/subscriptions/Sub/providers/Microsoft.Network/x/y',
    `${ID}/providers/Microsoft.Insights/diagnosticSettings/logs`,
    '/providers/Microsoft.Management/managementGroups/Mg',
  ])('is %s, in any letter case', (id) => {
    expect([isArmId(id), isArmId(id.toUpperCase())]).toEqual([true, true]);
    expect(spelledArmId(id)).toBe(id);
  });

  test.each([
    '',
    'chat',
    'https://example.com',
    '/subscriptions',
    `${ID}/`,
    `${ID}/x`,
    `${GROUP}`,
    `${GROUP}/Microsoft.Web`,
    '/providers/x/y/z',
  ])('is not "%s"', (id) => {
    expect(isArmId(id)).toBe(false);
  });

  test('is spelled as Azure does where all ids are alike, but for what only Terraform knows', () => {
    expect(spelledArmId('/Subscriptions/Providers/resourcegroups/PROVIDERS/Providers/a/b/c')).toBe(
      '/subscriptions/Providers/resourceGroups/PROVIDERS/providers/a/b/c',
    );
    expect(spelledArmId(unknown)).toBe(unknown);
  });
});

describe('the id of a resource', () => {
  test.each([ID, CHILD_ID, '/subscriptions/Sub/providers/Microsoft.Network/x/y'])('is %s, in any letter case', (id) => {
    expect([isResourceId(id), isResourceId(id.toUpperCase())]).toEqual([true, true]);
  });

  test.each(['', 'chat', '/subscriptions/Sub', '/subscriptions/Sub/resourceGroups/Rg', `${ID}/`, `${ID}/x`])(
    'is not "%s"',
    (id) => expect(isResourceId(id)).toBe(false),
  );
});

describe('a resource type', () => {
  test.each(['Microsoft.Web/serverFarms', 'Microsoft.Storage/storageAccounts/blobServices', 'NGINX.NGINXPLUS/a'])(
    'is %s',
    (type) => expect(isResourceType(type)).toBe(true),
  );

  test.each(['', 'Microsoft.Web', 'serverFarms', 'Web/serverFarms', 'Microsoft.Web/', '/Microsoft.Web/x', 'a.b/c d'])(
    'is not "%s"',
    (type) => expect(isResourceType(type)).toBe(false),
  );
});
