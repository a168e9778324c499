import { Verdict } from '../../../../connectivity/verdict';
import { Certainty } from '../../../../core/internal/certainty';
import { PrivateLinkZone } from '../../../../dns/values/private-link-zone';
import { ModelResource } from '../../../../model/model-resource';
import { APPS_AND_SLOTS, FLEX_APP, LEGACY_SITES, LOGIC_APP } from '../../../../topology/apps/app-types';
import { BY_IDENTITY, mayPull } from '../../../../topology/registry/registries';
import { Value } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement, onlyWhere, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

export const appPullsImage: Rule = {
  id: 'REG2',
  name: 'AppPullsImage',
  severity: Severity.WARNING,
  types: APPS_AND_SLOTS.filter((type) => ![FLEX_APP, LOGIC_APP, ...LEGACY_SITES].includes(type)),
  controls: { benchmark: ['PA-7', 'IM-1', 'NS-2'] },
  summary: 'An app has the right and a path to pull its image from a container registry of the configuration.',
  explanation:
    'App Service pulls the image with an identity of the app that holds AcrPull. From a registry that is closed to the public network it pulls through the subnet of the app, in which the name of the registry resolves to a private endpoint. Otherwise the app does not start.',
  link: 'https://learn.microsoft.com/azure/app-service/configure-custom-container#use-managed-identity-to-pull-image-from-azure-container-registry',
  fix: `Set ${BY_IDENTITY}, add azurerm_role_assignment with AcrPull for the identity, and a private endpoint whose zone is linked to the network of the app; in this library ContainerImage.inRegistry, and addPrivateEndpoint of the architecture.`,
  evaluate(app, context) {
    const { model, topology } = context;
    const { isThere, host, registry, mayBeIn, isByIdentity } = topology.registries.imageOf(app);
    if (isThere.isNo) return RuleVerdict.notApplicable('it runs no container');
    if (!registry && mayBeIn) return RuleVerdict.unknown(`whether its image is in ${mayBeIn.path} is not known`);
    if (!registry) {
      if (host.isUnknown) return RuleVerdict.unknown(runtimeOnly('the registry of its image', host.decidedBy));
      return RuleVerdict.notApplicable('its image is in no registry of the configuration');
    }
    const judgement = new Judgement();
    if (isByIdentity.isMaybe) {
      judgement.cannotTell(runtimeOnly(BY_IDENTITY, isByIdentity.because));
    } else if (isByIdentity.isNo) {
      judgement.violates({ id: 'Identity', message: `${BY_IDENTITY} is not true, so it needs a password to pull` });
    } else {
      const may = mayPull(app, registry, model);
      const who = `whether its identity may pull images of ${registry.path} is not known`;
      if (may.isMaybe) {
        judgement.cannotTell(`${who}: ${may.because}`);
      } else if (may.isNo) {
        judgement.violates({ id: 'Role', message: `no role permits its identity to pull images of ${registry.path}` });
      }
    }
    judgePath(judgement, app, { registry, host }, context);
    const runs = Certainty.all([isThere, registry.presence]);
    const because = `whether it pulls an image from ${registry.path} depends on ${runs.because}`;
    return onlyWhere(runs, because, judgement.verdict(`it pulls its image from ${registry.path}`));
  },
};

/** Of a registry that callers reach over the internet, the way of the image is another rule's. */
function judgePath(
  judgement: Judgement,
  app: ModelResource,
  { registry, host }: { readonly registry: ModelResource; readonly host: Value },
  { topology, connectivity }: RuleContext,
): void {
  const { registries, integrations } = topology;
  const endpoints = registries.endpointsOf(registry);
  // Without an endpoint the registry itself is to blame.
  if (endpoints.length === 0) return;
  const isPublic = registries.isPublic(registry);
  if (isPublic.isYes) return;
  if (!integrations.subnetOf(app.path)) {
    const message = `it calls out through no subnet, and ${registry.path} has private endpoints for its callers`;
    if (isPublic.isNo) judgement.violates({ id: 'Path', message });
    else judgement.cannotTell(`${message}; whether others reach it is not known`);
    return;
  }
  const { verdict, reason, code } = connectivity.privateCall(app, {
    service: registry.path,
    hostname: registries.hostnameOf(registry, host),
    zone: PrivateLinkZone.CONTAINER_REGISTRY,
    endpoints,
    mayHaveOthers: registries.endpoints.doubtOf(registry.path) !== undefined,
  });
  if (verdict === Verdict.ALLOWED) return;
  const found = `${registry.path}: ${reason} [${code}]`;
  if (verdict === Verdict.DENIED && isPublic.isNo) judgement.violates({ id: 'Path', message: found });
  else judgement.cannotTell(`whether its image gets here is not known, ${found}`);
}
