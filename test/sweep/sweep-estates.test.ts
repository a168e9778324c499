import { describeEstates } from './support/describe-estates';

describeEstates(800);
