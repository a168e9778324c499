import { existsSync, readFileSync } from 'fs';
import { join, relative } from 'path';
import { App, Manifest } from 'cdktf';
import { ChatStack } from './secure-signalr-app/main';

const app = new App({ outdir: join(__dirname, '..', 'cdktf.out') });
new ChatStack(app, 'secure-signalr-app');
app.synth();
