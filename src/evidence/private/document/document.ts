import { identitySections } from './identities';
import { nameSections } from './names';
import { originSection } from './origin';
import { ruleSections } from './rules';
import { acknowledgementSection, controlSections, failureSections, unjudgedSection } from './verdicts';
import { ComplianceReport } from '../../../compliance/compliance-report';
import { ConnectivityData } from '../../../connectivity/connectivity-data';
import { markup } from '../../../page/markup';
import { renderPage } from '../../../page/page';
import { withoutSecrets } from '../facts';
import { Acknowledgements, ControlFact } from '../findings';
import { PrivateNames } from '../private-names';
import { ProvenanceFacts } from '../provenance-facts';
import { Roles } from '../roles';
import { SecurityRules } from '../security-rules';

/** Content of the document. */
export interface DocumentParts {
  readonly provenance: ProvenanceFacts;
  readonly connectivity: ConnectivityData;
  readonly compliance: ComplianceReport;
  readonly controls: readonly ControlFact[];
  readonly acknowledgements: Acknowledgements;
  readonly rules: SecurityRules;
  readonly names: PrivateNames;
  readonly roles: Roles;
}

/** Below the style of all pages: a document is read from top to bottom, and each part of it may begin a sheet. */
const STYLE = `ul { margin: .25rem 0; padding-left: 1.25rem; }
h3 { margin: 1.5rem 0 .25rem; font-size: 1.1rem; }
th, td { min-width: 5.75rem; }
@media print {
  body { padding: 0; max-width: none; font-size: .75rem; }
  h2 { margin-top: 1.5rem; }
  h3 { break-after: avoid; }
}
`;

const SUMMARY =
  'What the configuration defines, as it was read before Azure was asked: a value that is only known when Terraform runs is unknown, and unknown is never taken for allowed or compliant.';

/** All of a pack in one page, to be printed. */
export function renderDocument(parts: DocumentParts): string {
  const { provenance, connectivity, compliance, controls, acknowledgements, rules, names, roles } = parts;
  const { findings, unjudgedTypes } = compliance;
  return renderPage({
    title: `Evidence: ${provenance.title}`,
    summary: SUMMARY,
    style: STYLE,
    skipTo: { id: 'evidence', name: 'the evidence' },
    content: markup`<div id="evidence" tabindex="-1">
${originSection(withoutSecrets(provenance))}${failureSections(withoutSecrets(connectivity), withoutSecrets(findings), controls)}${controlSections(withoutSecrets(controls))}${acknowledgementSection(withoutSecrets(acknowledgements))}${ruleSections(rules)}${nameSections(names)}${identitySections(roles)}${unjudgedSection(unjudgedTypes)}</div>
`,
  });
}
