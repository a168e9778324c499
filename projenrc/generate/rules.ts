import { writeFileSync } from 'fs';
import { join } from 'path';
import { renderRules } from '../../src/compliance/private/render-rules';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';

writeFileSync(join(__dirname, '..', '..', 'RULES.md'), renderRules(CATALOGUE));
