import { publicAccess } from '../../../topology/values';
import { expecting } from '../../internal/commands';
import { Context } from '../context';
import { AppEntry } from '../inventory';
import { check, Item, troubleshooting } from '../text';

/** Checks of whether the app runs, and of who gets to it and to its deployment site. */
export function deploymentChecks(context: Context): string[][] {
  const { apps } = context.inventory;
  return [
    check(
      'The app and its deployment site',
      'An app that is stopped, or whose code was never deployed, has no server connection either.',
      apps.map((entry) => stateItem(context, entry)),
      [
        `stopped, or no deployment: start it, or deploy; ${troubleshooting('No server connection')}.`,
        'the deployment gets 403: it comes from a network that the rules of the deployment site do not name.',
      ],
    ),
  ];
}

function stateItem(context: Context, entry: AppEntry): Item {
  const { commands, app, label } = entry;
  const { flags } = context.app({ entry });
  const { isOn } = publicAccess(app);
  const access = isOn.isMaybe
    ? 'the public access that Terraform decides'
    : `public access ${isOn.isYes ? 'on' : 'off'}`;
  const query = '{state:state, publicNetworkAccess:publicNetworkAccess, hosts:enabledHostNames}';
  return {
    label,
    code: [
      expecting(
        `Running; ${access}; a host with .scm. for the deployment site`,
        `az ${commands} show ${flags} --query "${query}"`,
      ),
      `az ${commands} config access-restriction show ${flags}`,
      `az ${commands === 'webapp' ? 'webapp log' : 'functionapp log'} deployment list ${flags} --output table`,
    ].join('\n'),
  };
}
