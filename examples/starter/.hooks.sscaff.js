const { execFileSync } = require('child_process');
const { copyFileSync, readdirSync } = require('fs');
const { join } = require('path');

/** Runs once the command line has copied the files: brings the packed library along where there is one, and installs. */
exports.post = () => {
  const archive = join(__dirname, '..');
  const packed = readdirSync(archive).filter((file) => file.endsWith('.tgz'));
  packed.forEach((file) => copyFileSync(join(archive, file), file));
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { stdio: 'inherit', shell: process.platform === 'win32' });
};
