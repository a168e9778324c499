export * from './values/private-link-zone';
