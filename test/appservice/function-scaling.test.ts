import { Token } from 'cdktf';
import * as fc from 'fast-check';
import { FunctionScaling, PlanSku } from '../../src/appservice';

const messages = (scaling: FunctionScaling) =>
  scaling._problems(scaling.isFlex, scaling.isFlex ? PlanSku.FC1 : PlanSku.EP1).map(({ message }) => message);

describe('FunctionScaling.elastic', () => {
  test.each<[FunctionScaling, string]>([
    [FunctionScaling.elastic(0), '0 instances at most given; use a whole number from 1 to 100'],
    [FunctionScaling.elastic(101), '101 instances at most given; use a whole number from 1 to 100'],
    [FunctionScaling.elastic(1.5), '1.5 instances at most given; use a whole number from 1 to 100'],
    [FunctionScaling.elastic(30, 21), '21 instances at least given; use a whole number from 1 to 20'],
    [FunctionScaling.elastic(2, 3), 'at most 2 instances given, but at least 3; give the larger number as the maximum'],
    [
      FunctionScaling.elastic(2).withAlwaysReady('http', 1),
      'withAlwaysReady and withHttpConcurrency are for FunctionScaling.flex(...); leave them out',
    ],
    [
      FunctionScaling.elastic(2).withHttpConcurrency(1),
      'withAlwaysReady and withHttpConcurrency are for FunctionScaling.flex(...); leave them out',
    ],
  ])('fails for %j', (scaling, message) => {
    expect(messages(scaling)).toEqual([message]);
  });

  test('takes every pair of numbers in order', () => {
    const pairs = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 80 }));
    fc.assert(
      fc.property(pairs, ([least, more]) => messages(FunctionScaling.elastic(least + more, least)).length === 0),
    );
  });

  test('is one instance at least', () => {
    expect(FunctionScaling.elastic(5)).toMatchObject({ maximum: 5, minimum: 1, isFlex: false });
  });

  test('is not judged by a plan of which nothing is known, nor where numbers are not', () => {
    expect(FunctionScaling.elastic(5)._problems(false, undefined)).toEqual([]);
    expect(messages(FunctionScaling.elastic(Token.asNumber('${var.most}'), 3))).toEqual([]);
    expect(messages(FunctionScaling.elastic(1, Token.asNumber('${var.least}')))).toEqual([]);
  });
});

describe('FunctionScaling.flex', () => {
  test.each<[FunctionScaling, string]>([
    [FunctionScaling.flex(39), '39 instances at most given; use a whole number from 40 to 1000'],
    [FunctionScaling.flex(1001), '1001 instances at most given; use a whole number from 40 to 1000'],
    [FunctionScaling.flex(40, 1024), '1024 MB of memory given; use 512, 2048, 4096'],
    [
      FunctionScaling.flex(40).withAlwaysReady('queue', 1),
      '"queue" given as functions to keep ready; use http, blob, durable or function:NAME',
    ],
    [
      FunctionScaling.flex(40).withAlwaysReady('http', -1),
      '-1 instances always ready given; use a whole number from 0 to 1000',
    ],
    [
      FunctionScaling.flex(40).withAlwaysReady('http', 30).withAlwaysReady('blob', 11),
      '41 instances always ready given, but at most 40; give a larger maximum',
    ],
    [FunctionScaling.flex(40).withHttpConcurrency(0), '0 HTTP calls at once given; use a whole number from 1 to 1000'],
  ])('fails for %j', (scaling, message) => {
    expect(messages(scaling)).toEqual([message]);
  });

  test.each([512, 2048, 4096])('takes %d MB of memory', (memory) => {
    expect(messages(FunctionScaling.flex(1000, memory).withHttpConcurrency(1000))).toEqual([]);
  });

  test('is not judged where values are only known when Terraform runs', () => {
    const unknown = Token.asNumber('${var.number}');
    expect(messages(FunctionScaling.flex(unknown, unknown).withAlwaysReady('http', 50))).toEqual([]);
    expect(
      messages(
        FunctionScaling.flex(40).withAlwaysReady(Token.asString({ resolve: () => 'name', creationStack: [] }), unknown),
      ),
    ).toEqual([]);
  });

  test('stays as it was when more is asked for', () => {
    const scaling = FunctionScaling.flex(40);
    scaling.withAlwaysReady('http', 1).withHttpConcurrency(2);
    expect(scaling._renderFlex()).toEqual({
      maximumInstanceCount: 40,
      instanceMemoryInMb: 2048,
      httpConcurrency: undefined,
      alwaysReady: undefined,
    });
  });
});
