import { Fn } from 'cdktf';
import { AppCors, AppLogLevel, AppLogs } from '../../src/appservice';

describe('AppCors', () => {
  test('names origins, with credentials or without', () => {
    expect(AppCors.allowOrigins('https://a.example')._render()).toEqual({
      allowedOrigins: ['https://a.example'],
      supportCredentials: false,
    });
    expect(
      AppCors.allowOriginsWithCredentials('http://localhost:3000', 'https://*.example.com', Fn.lower('b'))._problems(),
    ).toEqual([]);
    expect(AppCors.allowOriginsWithCredentials('https://a.example').supportCredentials).toBe(true);
  });

  test('lets every page in only by name, and without credentials', () => {
    const cors = AppCors.allowAnyOrigin();
    expect(cors._problems()).toEqual([]);
    expect(cors._render()).toEqual({ allowedOrigins: ['*'], supportCredentials: false });
  });

  test.each([
    [AppCors.allowOrigins(), 'no origin given; name at least one, such as https://example.com'],
    [
      AppCors.allowOriginsWithCredentials('*'),
      '"*" allows every web page; name the origins, or use AppCors.allowAnyOrigin()',
    ],
    [
      AppCors.allowOrigins('https://www.*.example.com'),
      '"https://www.*.example.com" is not an origin; use scheme and host without a path, such as https://example.com',
    ],
    [
      AppCors.allowOrigins('https://example.com/'),
      '"https://example.com/" is not an origin; use scheme and host without a path, such as https://example.com',
    ],
  ])('is refused: %#', (cors, message) => {
    expect(cors._problems()).toEqual([{ code: 'appservice/cors', message }]);
  });
});

describe('AppLogs', () => {
  test('keep lines for requests for a week unless told otherwise', () => {
    expect(AppLogs.fileSystem(AppLogLevel.ERROR)._render()).toEqual({
      applicationLogs: { fileSystemLevel: 'Error' },
      httpLogs: { fileSystem: { retentionInDays: 7, retentionInMb: 35 } },
    });
  });

  test.each([
    [0, 25],
    [365, 100],
  ])('take %s days and %s MB', (days, size) => {
    expect(AppLogs.fileSystem(AppLogLevel.VERBOSE, days, size)._problems()).toEqual([]);
  });

  test.each([
    [1.5, 35, '1.5 days of logs given; use a whole number of days, or 0 to keep logs permanently'],
    [7, 101, '101 MB of logs given; use a whole number from 25 to 100'],
    [7, 30.5, '30.5 MB of logs given; use a whole number from 25 to 100'],
  ])('are refused with %s days and %s MB', (days, size, message) => {
    expect(AppLogs.fileSystem(AppLogLevel.ERROR, days, size)._problems()).toEqual([
      { code: 'appservice/logs', message },
    ]);
  });
});
