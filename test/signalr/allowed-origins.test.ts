import { Cors } from '../../src/signalr';
import { newService } from '../support/links';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, synth } from '../support/synth';

const origins = (stack: ReturnType<typeof newService>['stack']) =>
  only(stack, 'azurerm_signalr_service').cors[0].allowed_origins;

describe('SignalRService.addAllowedOrigins', () => {
  test('adds to the origins that there are, each once', () => {
    const cors = Cors.allowOrigins('https://a.example.com');
    const { stack, service } = newService({ cors });
    service.addAllowedOrigins('https://b.example.com', 'https://a.example.com');
    service.addAllowedOrigins('https://*.example.org');
    expect(origins(stack)).toEqual(['https://a.example.com', 'https://b.example.com', 'https://*.example.org']);
    expect(cors.allowedOrigins).toEqual(['https://a.example.com']);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('leaves a service open that lets every page in', () => {
    const { stack, service } = newService({ cors: Cors.allowAnyOrigin() });
    service.addAllowedOrigins('https://a.example.com');
    expect(origins(stack)).toEqual(['*']);
  });

  test('fails for what is no origin, and without any', () => {
    const { service } = newService();
    expect(messageOf(() => service.addAllowedOrigins('https://a.example.com/chat', '*'))).toBe(
      [
        'Prod/SignalR: [signalr/cors] "https://a.example.com/chat" is not an origin; use scheme and host without a path, such as https://example.com',
        'Prod/SignalR: [signalr/cors] "*" allows every web page; name the origins, or use Cors.allowAnyOrigin()',
      ].join('\n'),
    );
    expect(messageOf(() => service.addAllowedOrigins())).toBe(
      'Prod/SignalR: [signalr/cors] no origin given; name at least one, such as https://example.com',
    );
  });
});
