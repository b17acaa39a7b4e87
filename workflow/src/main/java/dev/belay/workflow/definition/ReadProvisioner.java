package dev.belay.workflow.definition;

import java.util.List;
import java.util.Optional;

/**
 * A provisioner as far as it could be read.
 *
 * @param where its name
 * @param provisioner empty if something about it is wrong
 * @param facts what is known of its template
 * @param blueprint whether it deploys a blueprint
 * @param uses what its expressions take from the run
 */
record ReadProvisioner(
        String name,
        Place where,
        Optional<Provisioner> provisioner,
        Optional<TemplateFacts> facts,
        boolean blueprint,
        List<FileContext.Use> uses) {}
