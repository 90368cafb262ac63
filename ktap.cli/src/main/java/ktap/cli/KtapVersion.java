package ktap.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class KtapVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = KtapVersion.class.getPackage().getImplementationVersion();
        return new String[] { "ktap " + (version == null ? "(not packaged)" : version) };
    }
}
