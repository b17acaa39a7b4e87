package dev.belay.workflow.execution;

import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.Provisioning.GitTemplate;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.source.GitFile;
import dev.belay.workflow.source.GitPins;

import java.util.Optional;
import java.util.stream.Stream;

/** What the log of a run says that it found in Git. */
record KeptPins(RunLog log) implements GitPins {

    @Override
    public Optional<String> commit(String repository, String ref) {
        return kept().filter(each -> each.repository().equals(repository) && each.ref().equals(ref))
                .map(GitTemplate::commit)
                .findFirst();
    }

    @Override
    public Optional<String> text(GitFile file) {
        return kept().filter(
                        each ->
                                each.repository().equals(file.repository())
                                        && each.commit().equals(file.commit())
                                        && each.path().equals(file.path()))
                .findFirst()
                .flatMap(each -> log.blob(each.template()));
    }

    private Stream<GitTemplate> kept() {
        return log.state().provisioned().stream()
                .map(AttemptState::provisioning)
                .flatMap(Optional::stream)
                .map(Provisioning::git)
                .flatMap(Optional::stream);
    }
}
