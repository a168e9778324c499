import { isKnown, Problem, withCode } from '../../core/internal/violations';
import { AlertReceiver } from '../alert-receiver';

/** Problems with the receivers of one action group. */
export function receiverProblems(receivers: readonly AlertReceiver[]): Problem[] {
  const code = 'alerts/receiver';
  if (receivers.length === 0) {
    return [
      {
        code,
        message:
          'no receiver given, so the alert would notify no one; give at least one, such as AlertReceiver.email(...)',
      },
    ];
  }
  const names = receivers.map(({ name }) => name.toLowerCase());
  const named = (name: string) => isKnown(name) && name !== '';
  const repeated = receivers.filter(({ name }, index) => named(name) && names.indexOf(name.toLowerCase()) < index);
  return [
    ...receivers.flatMap((receiver) => receiver._problems()),
    ...withCode(
      code,
      repeated.map(({ name }) => `two receivers have the name "${name}"; give each its own`),
    ),
  ];
}
