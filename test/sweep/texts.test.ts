import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { uncodedLines } from './support/coded';
import { FORMATTED } from './support/formatted';
import { FREE, SECRETS } from './support/free';
import { GIVEN } from './support/given';
import { HOSTILE } from './support/hostile';
import { allSlots } from './support/manifest';
import { entries, textPlaces } from './support/reach';
import { ROLE_NAMES } from './support/role-names';
import { isReachable, Outcome, outcomeOf, outcomeOfId } from './support/texts';
import { pauseStackTraces } from '../../src/engine/stack-traces';
import { newStack, synth } from '../support/synth';

/** What the library gives, and users do not make. */
const OUTPUTS = [
  'NameParts',
  'NameRequest',
  'compliance.AcknowledgementStatus',
  'compliance.ComplianceControls',
  'compliance.ComplianceFinding',
  'compliance.ControlDecision',
  'compliance.ControlStatus',
  'compliance.UnjudgedType',
  'connectivity.ConnectivityPath',
  'connectivity.DecidingResource',
  'connectivity.NameResolution',
  'connectivity.ReportedNetwork',
  'connectivity.ReportedOrigin',
  'connectivity.ReportedResource',
  'connectivity.ReportedService',
  'connectivity.ReportedSubnet',
  'identity.ExpectedRole',
  'privatelink.DnsRecord',
  'signalr.AccessDecision',
];

/** Texts of rules that users write, and what these rules ask; they end in reports, as those of the library do. */
const OWN_RULES = [
  'compliance.Answer.unknown.because',
  'compliance.ComplianceRuleProps.controls',
  'compliance.ComplianceRuleProps.explanation',
  'compliance.ComplianceRuleProps.fix',
  'compliance.ComplianceRuleProps.id',
  'compliance.ComplianceRuleProps.link',
  'compliance.ComplianceRuleProps.name',
  'compliance.ComplianceRuleProps.resourceTypes',
  'compliance.ComplianceRuleProps.summary',
  'compliance.FoundResources.some.attribute',
  'compliance.FoundResources.some.texts',
  'compliance.JudgedConfiguration.referredBy.attribute',
  'compliance.JudgedConfiguration.referredBy.types',
  'compliance.JudgedConfiguration.referringTo.attribute',
  'compliance.JudgedConfiguration.referringTo.types',
  'compliance.JudgedConfiguration.resources.types',
  'compliance.JudgedResource.at.path',
  'compliance.ResourceValue.at.path',
  'compliance.ResourceValue.entry.name',
  'compliance.ResourceValue.isOneOf.texts',
  'compliance.RuleFinding.id',
  'compliance.RuleFinding.message',
  'compliance.RuleVerdict.compliant.reason',
  'compliance.RuleVerdict.notApplicable.reason',
  'compliance.RuleVerdict.of.compliantFor',
  'compliance.RuleVerdict.of.violatedBy',
  'compliance.RuleVerdict.unknown.reason',
];

/** Methods that ask for something, constructors that only classes of the library call, and doubles of other places. */
const QUESTIONS = [
  'appservice.FunctionSlotBase.new.slotName',
  'appservice.SlotBase.new.slotName',
  'connectivity.Origin.id.id',
  'dns.IPrivateDnsZone.resolvesFor.virtualNetworkId',
  'dns.PrivateDnsZoneBase.resolvesFor.virtualNetworkId',
  'identity.IAppHost.addAppSetting.name',
  'identity.IAppHost.addAppSetting.value',
  'identity.Role.permits.dataAction',
  'vault.KeyVaultBase.secret.name',
  'vault.KeyVaultBase.secret.version',
  ...OWN_RULES,
];

/** Texts that are for people and reports, that choose something, or that something else is made of. */
const NOT_FOR_TERRAFORM = [
  // Most roles are made with other options only; test/architectures/naming.test.ts finds each of them in the JSON.
  ...Object.keys(ROLE_NAMES),
  'Naming.pattern.pattern',
  'SecureSignalROptions.nameSeed',
  'SecureSignalROptions.workload',
  'appservice.AppOptions.notSecret.name',
  'appservice.AppOptions.notSecret.value',
  'appservice.ExistingApp.addAppSetting.name',
  'appservice.ExistingApp.addAppSetting.value',
  'compliance.Acknowledgement.expires',
  'compliance.Acknowledgement.owner',
  'compliance.Acknowledgement.reason',
  'compliance.Acknowledgement.rule',
  'compliance.Acknowledgement.ticket',
  'compliance.SecurityBaselineOptions.today',
  'connectivity.ConnectivityReportFileProps.fileName',
  'core.AzureCloud.ofLocation.location',
  'evidence.EvidenceFileProps.folderName',
  'evidence.EvidenceFileProps.title',
  'evidence.Provenance.commit',
  'evidence.Provenance.pipeline',
  'evidence.Provenance.time',
  'governance.PolicyDefinitionOptions.displayName',
  'identity.CustomRoleAttributes.dataActions',
  'identity.CustomRoleAttributes.name',
  'identity.CustomRoleAttributes.notDataActions',
  'identity.Role.builtIn.name',
  'identity.Role.definition.name',
  'observability.LogDestination.none.reason',
  'privatelink.PrivateLinkConnection.resource.hostnames',
  'runbook.RunbookFileProps.fileName',
];

/** What Azure refuses also where it has no format: no text, and too much of it. */
const NO_TEXT = ['empty', 'blank', 'long', 'longBlanks', 'longDots', 'longSlashes'];
/** Names that cdktf drops from maps. */
const DROPPED = ['proto'];

const all = Object.entries(HOSTILE);
/** How many of the texts are tried in each place with a format; each place gets others. */
const SAMPLE = 8;

/** Some of the texts, other ones for each place. */
function someTexts(turn: number): [string, string][] {
  return Array.from({ length: SAMPLE }, (_, index) => all[(turn * 5 + index * 4) % all.length]);
}

/** What is wrong with outcomes, a line each. */
function faults(
  tables: Readonly<Record<string, readonly string[]>>,
  textsOf: (turn: number) => [string, string][],
  faultOf: (outcome: Outcome, name: string, place: string) => string | undefined,
): string[] {
  return Object.keys(tables).flatMap((place, turn) =>
    textsOf(turn).flatMap(([name, text]) => {
      const outcome = outcomeOf(place, text);
      const fault = outcome.uncoded.length > 0 ? outcome.uncoded.join('\n') : faultOf(outcome, name, place);
      return fault === undefined ? [] : [`${place} ${name}: ${fault}`];
    }),
  );
}

describe('texts of the public API', () => {
  let resume: () => void;
  beforeAll(() => (resume = pauseStackTraces()));
  afterAll(() => resume());

  const places = allSlots
    .filter(({ isId }) => !isId)
    .flatMap(({ owner, slot }) => {
      const isOutput = OUTPUTS.includes(owner);
      return textPlaces(slot).map((place) => ({ place, isOutput }));
    });

  test('are all known: with a format, given, free, or no input', () => {
    const tables = [FORMATTED, GIVEN, FREE];
    const known = new Set([...tables.flatMap(Object.keys), ...SECRETS, ...QUESTIONS]);
    const given = places.filter(({ isOutput }) => !isOutput).map(({ place }) => place);
    expect(given.filter((place) => !known.has(place))).toEqual([]);
    const existing = new Set(given);
    expect([...known].filter((place) => !existing.has(place))).toEqual([]);
    expect([...known].filter((place) => !QUESTIONS.includes(place) && !isReachable(place))).toEqual([]);
    const total = tables.reduce((count, table) => count + Object.keys(table).length, 0);
    expect(new Set(tables.flatMap(Object.keys)).size).toBe(total);
  });

  test('are taken everywhere where they are good', () => {
    const refused = [FORMATTED, GIVEN, FREE]
      .flatMap(Object.keys)
      .map((place) => ({ place, ...outcomeOf(place) }))
      .filter(({ isRefused }) => isRefused);
    expect(refused.map(({ place, plan }) => `${place}: ${plan}`)).toEqual([]);
  }, 60_000);

  test('with a format are refused with a code, or are passed on', () => {
    const lost = faults(FORMATTED, someTexts, ({ isRefused, isContained }, _name, place) =>
      isRefused || isContained || NOT_FOR_TERRAFORM.includes(place) ? undefined : 'is lost',
    );
    expect(lost).toEqual([]);
  }, 120_000);

  test('that are given are passed on as they are', () => {
    const lost = faults(GIVEN, someTexts, ({ isRefused, isContained }, _name, place) =>
      isRefused || isContained || NOT_FOR_TERRAFORM.includes(place) ? undefined : 'is lost',
    );
    expect(lost).toEqual([]);
  }, 120_000);

  test('without a format reach Terraform character by character', () => {
    const changed = faults(
      FREE,
      () => all,
      ({ isRefused, isExact, isContained }, name, place) => {
        if (isRefused) {
          const mayBe = [...NO_TEXT, ...(/\.(name|value|parameters\.name)$/.test(place) ? DROPPED : [])];
          return mayBe.includes(name) ? undefined : 'is refused';
        }
        const isJson = place.startsWith('governance.Policy');
        return isExact || NOT_FOR_TERRAFORM.includes(place) || (isJson && isContained) ? undefined : 'is changed';
      },
    );
    expect(changed).toEqual([]);
  }, 120_000);

  test('are no less than those of plain cdktf', () => {
    class Plain extends TerraformResource {
      protected synthesizeAttributes(): Record<string, unknown> {
        return { texts: Object.values(HOSTILE) };
      }
    }
    const stack = newStack();
    new Plain(stack, 'Plain', { terraformResourceType: 'plain' });
    expect(synth(stack).resource!.plain.Plain.texts).toEqual(Object.values(HOSTILE));
  });
});

describe('ids of constructs', () => {
  let resume: () => void;
  beforeAll(() => (resume = pauseStackTraces()));
  afterAll(() => resume());

  const ids = entries.flatMap((entry) =>
    allSlots
      .filter(({ isId, slot }) => isId && entry.slots.some(({ place }) => place === slot.place))
      .map(({ slot }) => ({ entry, place: slot.place })),
  );

  test('are refused with a code or by constructs, or lead to what they always lead to', () => {
    expect(ids.length).toBeGreaterThan(60);
    const wrong = ids.flatMap(({ entry, place }, turn) =>
      someTexts(turn).flatMap(([name, text]) => {
        const { uncoded } = outcomeOfId(entry, place, text);
        return uncoded.length === 0 || isRefusedToOthers(text) ? [] : [`${place} ${name}: ${uncoded.join('\n')}`];
      }),
    );
    expect(wrong).toEqual([]);
  }, 120_000);
});

/** Whether a construct that is not of the library is refused such an id as well. */
function isRefusedToOthers(id: string): boolean {
  try {
    new Construct(newStack(), id);
    return false;
  } catch (error) {
    return uncodedLines(error).length > 0;
  }
}
