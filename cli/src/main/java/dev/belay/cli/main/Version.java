package dev.belay.cli.main;

/** Which Belay this is. */
final class Version {

    private Version() {}

    /** As the jar's manifest says; {@code development} where classes are run without a jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
