package dev.belay.workflow.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step as far as it could be read.
 *
 * @param act what it does, e.g. {@code shell}; empty if that is not clear
 * @param provisioner the name of the provisioner that it deploys, and where that stands
 * @param step empty if something about it is wrong
 * @param inner the steps of a parallel one
 * @param uses what its expressions take from the run, without those of inner steps
 */
record ReadStep(
        String name,
        String id,
        Place where,
        String act,
        Optional<Named> provisioner,
        Optional<Step> step,
        List<ReadStep> inner,
        List<FileContext.Use> uses) {

    /** A name and where it stands. */
    record Named(String name, Place where) {}

    /** This step and those inside it. */
    Stream<ReadStep> withInner() {
        return Stream.concat(Stream.of(this), inner.stream());
    }

    boolean isNamed(String nameOrId) {
        return name.equals(nameOrId) || id.equals(nameOrId);
    }
}
