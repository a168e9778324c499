import { Cors, Sku } from '../../src/signalr';

const PLAIN = { publicNetworkAccess: true, privateEndpoint: false };

describe('Sku', () => {
  test.each([
    [Sku.free(), 'Free_F1', 1],
    [Sku.standard(100), 'Standard_S1', 100],
    [Sku.premium(3), 'Premium_P1', 3],
    [Sku.premiumP2(1000), 'Premium_P2', 1000],
  ])('%j is one that Azure offers', (sku, name, units) => {
    expect(sku).toMatchObject({ name, units });
    expect(sku._problems(PLAIN)).toEqual([]);
  });

  test.each([
    [Sku.standard(0), 'Standard_S1 with 0 units given; use 1 to 10, 20, 30 ... 100'],
    [Sku.standard(15), 'Standard_S1 with 15 units given; use 1 to 10, 20, 30 ... 100'],
    [Sku.premium(200), 'Premium_P1 with 200 units given; use 1 to 10, 20, 30 ... 100'],
    [Sku.premiumP2(1), 'Premium_P2 with 1 units given; use 100, 200 ... 1000'],
  ])('%j is refused', (sku, message) => {
    expect(sku._problems(PLAIN)).toEqual([{ code: 'signalr/capacity', message }]);
  });

  test('Free can neither close the public network nor have private endpoints', () => {
    expect(Sku.free()._problems({ publicNetworkAccess: false, privateEndpoint: true })).toEqual([
      {
        code: 'signalr/free-tier-public-access',
        message: 'Free_F1 cannot disable public network access; choose Sku.standard(1) or higher',
      },
      {
        code: 'signalr/free-tier-private-endpoint',
        message: 'Free_F1 cannot have private endpoints; choose Sku.standard(1) or higher',
      },
    ]);
  });
});

describe('Cors', () => {
  test('takes origins, and every origin only by its own word', () => {
    expect(
      Cors.allowOrigins('https://a.example.com', 'https://*.b.example.com', 'http://localhost:3000')._problems(),
    ).toEqual([]);
    expect(Cors.allowAnyOrigin()._problems()).toEqual([]);
  });

  test.each([
    [[], 'no origin given; name at least one, such as https://example.com'],
    [['*'], '"*" allows every web page; name the origins, or use Cors.allowAnyOrigin()'],
    [['https://a.com', '*'], '"*" allows every web page; name the origins, or use Cors.allowAnyOrigin()'],
    [
      ['https://a.com/'],
      '"https://a.com/" is not an origin; use scheme and host without a path, such as https://example.com',
    ],
    [['a.com'], '"a.com" is not an origin; use scheme and host without a path, such as https://example.com'],
  ])('refuses %j', (origins, message) => {
    expect(Cors.allowOrigins(...origins)._problems()).toEqual([{ code: 'signalr/cors', message }]);
  });
});
