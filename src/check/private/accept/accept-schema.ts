import { RequestType } from '../../../signalr/values';

const REQUEST = {
  description: 'A kind of request, as Azure names it.',
  enum: Object.values(RequestType) as string[],
};

const PLACE = { type: 'string', minLength: 1 };

/** The JSON schema of an accept file, which is published with the package. */
export const ACCEPT_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'What secure-signalr accepts and expects',
  type: 'object',
  additionalProperties: false,
  properties: {
    acknowledgements: {
      description: 'Findings that are accepted, and why.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'reason'],
        properties: {
          rule: {
            description: 'Id of a rule, such as SIG5, or of one finding, such as SIG5[Origin::http://localhost:3000].',
            type: 'string',
            pattern: '^[A-Z]+[0-9]+(\\[.+\\])?$',
          },
          where: {
            ...PLACE,
            description:
              'Terraform address (that of a module covers what is below it), Azure name or id. Default: everywhere.',
          },
          reason: { description: 'Why it is accepted.', type: 'string', minLength: 10 },
          owner: { description: 'Who answers for it: a person or a team.', type: 'string', minLength: 1 },
          ticket: { description: 'Where it was decided.', type: ['string', 'integer'] },
          expires: {
            description: 'The last day on which it is accepted, as YYYY-MM-DD in UTC.',
            type: 'string',
            pattern: '^\\d{4}-\\d{2}-\\d{2}$',
          },
        },
      },
    },
    expectations: {
      description: 'What must hold, whatever the rules say.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['expect', 'from'],
        properties: {
          expect: {
            description: 'denied, allowed, or private: through a private endpoint, and through that alone.',
            enum: ['denied', 'allowed', 'private'],
          },
          request: {
            description: 'A kind of request, or a list of them; not with private.',
            ...{ if: { type: 'array' }, then: { minItems: 1, items: REQUEST }, else: REQUEST },
          },
          from: { ...PLACE, description: 'internet, or an app, subnet or network by address, Azure name or id.' },
          to: { ...PLACE, description: 'any, or a service by address, Azure name or id. Default: any.' },
        },
        if: { required: ['expect'], properties: { expect: { const: 'private' } } },
        then: { properties: { request: false } },
        else: { required: ['request'] },
      },
    },
  },
};
