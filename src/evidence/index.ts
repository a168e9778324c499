export * from './evidence-file';
export * from './provenance';
