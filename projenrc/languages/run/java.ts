import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { copyJava, ENGINE, generated, LIBRARY, manifestOf, mavenOf, pacmak, PROVIDER, ROOT } from './generated';
import { GENERATED, Language, Origin, Program, SERVED } from './language';
import { Workspace } from './workspace';

const DEPLOY = 'org.apache.maven.plugins:maven-deploy-plugin:3.1.2:deploy-file';
const GET = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:get';
const EXEC = 'org.codehaus.mojo:exec-maven-plugin:3.5.0:java';

/** The settings of Maven: its repository of packages that were built here, and a cache which nothing else uses. */
const settingsOf = (workspace: Workspace) => `<settings>
  <localRepository>${workspace.path('m2')}</localRepository>
  <profiles>
    <profile>
      <id>built</id>
      <repositories>
        <repository>
          <id>built</id>
          <url>file://${workspace.path('dist', 'java')}</url>
        </repository>
      </repositories>
    </profile>
  </profiles>
  <activeProfiles>
    <activeProfile>built</activeProfile>
  </activeProfiles>
</settings>
`;

/** Also what was not found before is looked for again, as packages are built one after another. */
const mavenArguments = (workspace: Workspace) => [
  '--batch-mode',
  '--quiet',
  '-U',
  '-s',
  workspace.path('settings.xml'),
];

/** Builds a package from its sources and puts it into the repository of built packages. */
function deploy(workspace: Workspace, name: string, sources: string): void {
  const maven = [...mavenArguments(workspace), '-f', join(sources, 'pom.xml')];
  const { artifactId } = manifestOf(name).jsii.targets.java.maven;
  const jar = join(sources, 'target', `${artifactId}-${manifestOf(name).version}.jar`);
  workspace.run('mvn', [...maven, '-Dmaven.javadoc.skip=true', '-Dmaven.source.skip=true', 'package']);
  const to = `-Durl=file://${workspace.path('dist', 'java')}`;
  workspace.run('mvn', [...maven, DEPLOY, to, `-Dfile=${jar}`, `-DpomFile=${join(sources, 'pom.xml')}`]);
}

/** Takes a package from Maven Central, or builds it from generated sources. */
function required(workspace: Workspace, name: string, users: readonly string[]): Origin {
  const get = [...mavenArguments(workspace), GET, `-Dartifact=${mavenOf(name)}`, '-Dtransitive=false'];
  if (spawnSync('mvn', get, { cwd: workspace.folder }).status === 0) return { name, from: SERVED };
  const sources = workspace.path('sources', name);
  copyJava(generated(name, 'java'), sources, manifestOf(name).jsii.targets.java.package, name === ENGINE ? [] : users);
  deploy(workspace, name, sources);
  return { name, from: GENERATED };
}

/** The class of a program. */
const classOf = ({ source }: Program) => /^public class (\w+)/m.exec(source)![1];

/** Installs the library by the `pom.xml` of the documentation, out of a repository in a folder. */
export const JAVA: Language = {
  name: 'Java',
  needs: ['javac', 'mvn'],
  install: (workspace, programs) => {
    workspace.write('settings.xml', settingsOf(workspace));
    pacmak(LIBRARY, workspace.path('sources'), ['java'], true);
    const library = workspace.path('sources', 'java');
    const pom = readFileSync(join(ROOT, 'test', 'languages', 'java', 'pom.xml'), 'utf8');
    workspace.write(join('java', 'pom.xml'), pom);
    programs.forEach((program) =>
      workspace.write(join('java', 'src', 'main', 'java', `${classOf(program)}.java`), program.source),
    );
    const users = [library, workspace.path('java')];
    const origins = [ENGINE, PROVIDER].map((name) => required(workspace, name, users));
    deploy(workspace, LIBRARY, library);
    workspace.run('mvn', [...mavenArguments(workspace), '-f', join('java', 'pom.xml'), 'compile']);
    return [{ name: LIBRARY, from: 'jsii-pacmak' }, ...origins];
  },
  run: (workspace, program) => {
    const maven = [...mavenArguments(workspace), '-f', join('java', 'pom.xml'), EXEC];
    const main = `-Dexec.mainClass=${classOf(program)}`;
    return workspace.synthesize(`java-${program.name}`, 'mvn', [...maven, main], program.files);
  },
};
