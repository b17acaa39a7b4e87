package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.scenarios.Bystander.Fate;
import dev.belay.scenarios.Bystander.Look;
import dev.belay.scenarios.Bystander.Request;
import dev.belay.scenarios.Bystander.Why;
import dev.belay.scenarios.BystanderScene.When;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/**
 * A colleague's lock stops an undo and is never taken away: the end says what it holds, and the
 * undo goes on once the colleague has removed it. And what an undo cannot tell from its own.
 */
class LockedByOthersTest {

    private static final String VERSION = "2023-09-01";

    @TempDir private Path temporary;

    private static int status(Scene scene, String id) {
        return scene.outside()
                .get(id, id.contains("/Microsoft.Storage/") ? "2023-05-01" : VERSION)
                .status();
    }

    @ParameterizedTest
    @CsvSource({
        "group,CanNotDelete,443",
        "group,ReadOnly,444",
        "guard,ReadOnly,444",
        "entry,CanNotDelete,443"
    })
    void a_lock_stops_the_undo_of_a_failure_and_resume_finishes_it_once_it_is_gone(
            String on, String level, String portUnderLock) {
        String holder = holder(on);
        var scene = locked(holder, level, When.DURING);

        Scene.Ran ran = scene.deploy();
        Fate lock = scene.fate();
        String port = scene.port();
        Scene.Ran still = scene.scene().belay("resume", ran.transaction());
        Fate lockStill = scene.fate();
        scene.scene().colleague(Bystanders.unlock(holder));
        Scene.Ran gone = scene.scene().belay("resume", ran.transaction());

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.report().at("/residue").orElseThrow().toText())
                .satisfiesAnyOf(
                        text ->
                                assertThat(text)
                                        .contains(
                                                "the lock 'theirs' (%s) on '%s'"
                                                        .formatted(level, holder)),
                        text -> assertThat(text).contains(scene.lookedAt()));
        assertThat(ran.report().at("/notes").orElseThrow().toText())
                .contains("belay resume " + ran.transaction());
        assertThat(port).isEqualTo(portUnderLock);
        assertThat(still.exit()).as(still.toString()).isEqualTo(4);
        assertThat(lock).isEqualTo(Fate.KEPT);
        assertThat(lockStill).isEqualTo(Fate.KEPT);
        assertThat(gone.exit()).as(gone.toString()).isZero();
        assertThat(gone.verdict()).isEqualTo("RESTORED");
        assertThat(scene.port()).isEqualTo("443");
        assertThat(status(scene.scene(), Bystanders.ENTRY)).isEqualTo(404);
        assertThat(status(scene.scene(), Bystanders.ACCOUNT)).isEqualTo(404);
    }

    @Test
    void so_it_is_with_the_undo_of_a_success() {
        var scene = locked(Bystanders.GROUP, "ReadOnly", When.AFTER);
        Scene.Ran ours = scene.deploy();
        scene.scene().colleague(lock(Bystanders.GROUP, "ReadOnly").request());

        Scene.Ran undone =
                scene.scene().belay("rollback", ours.transaction(), "--accept-deletions");
        Fate lock = scene.fate();
        scene.scene().colleague(Bystanders.unlock(Bystanders.GROUP));
        Scene.Ran gone = scene.scene().belay("resume", ours.transaction());

        assertThat(undone.exit()).as(undone.toString()).isEqualTo(4);
        assertThat(undone.report().at("/residue").orElseThrow().toText())
                .contains("the lock 'theirs' (ReadOnly) on '" + Bystanders.GROUP + "'");
        assertThat(lock).isEqualTo(Fate.KEPT);
        assertThat(gone.exit()).as(gone.toString()).isZero();
        assertThat(scene.port()).isEqualTo("443");
        assertThat(status(scene.scene(), Bystanders.ACCOUNT)).isEqualTo(404);
    }

    @Test
    void under_the_other_strategy_it_is_not_restored_until_the_lock_is_gone() {
        var scene = locked(Bystanders.GROUP, "ReadOnly", When.DURING);

        Scene.Ran ran = scene.deploy("--strategy", "complete", "--accept-deletions");
        Fate lock = scene.fate();
        scene.scene().colleague(Bystanders.unlock(Bystanders.GROUP));
        Scene.Ran gone = scene.scene().belay("resume", ran.transaction());

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(5);
        assertThat(ran.report().at("/notes").orElseThrow().toText()).contains("ScopeLocked");
        assertThat(lock).isEqualTo(Fate.KEPT);
        assertThat(gone.exit()).as(gone.toString()).isEqualTo(3);
        assertThat(scene.port()).isEqualTo("443");
        assertThat(status(scene.scene(), Bystanders.ACCOUNT)).isEqualTo(404);
    }

    @Test
    void a_setting_of_a_target_that_the_template_does_not_send_is_put_back_and_that_is_said() {
        String rules =
                "[{name:'web',properties:%s},{name:'ssh',properties:%s}]"
                        .formatted(BystanderScene.rule("444", 100), BystanderScene.rule("22", 110));
        var scene =
                BystanderScene.of(
                        temporary,
                        new Bystander(
                                "resource",
                                "changes a setting of a target",
                                Request.put(
                                        Bystanders.GUARD + "?api-version=" + VERSION,
                                        "{location:'westus',properties:{flushConnection:true,securityRules:%s}}"
                                                .formatted(rules)),
                                Look.part(
                                        Bystanders.GUARD,
                                        VERSION,
                                        "/properties/flushConnection",
                                        "true"),
                                Fate.CHANGED,
                                Why.WRITTEN_OVER),
                        When.DURING);

        Scene.Ran ran = scene.deploy();

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(scene.fate()).isNotEqualTo(Fate.KEPT);
        assertThat(ran.out()).contains("though the template does not set it", "flushConnection");
    }

    @Test
    void a_tag_on_what_the_deployment_made_goes_with_it() {
        var scene =
                BystanderScene.of(
                        temporary,
                        new Bystander(
                                "tag",
                                "tags a resource that the deployment made",
                                Request.put(
                                        Bystanders.ENTRY
                                                + "/providers/Microsoft.Resources/tags/default?api-version=2021-04-01",
                                        "{properties:{tags:{theirs:'1'}}}"),
                                Look.part(Bystanders.ENTRY, VERSION, "/tags/theirs", "'1'"),
                                Fate.DELETED,
                                Why.WITH_HOLDER),
                        When.DURING);

        Scene.Ran ran = scene.deploy();

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(scene.fate()).isEqualTo(Fate.DELETED);
    }

    private static String holder(String on) {
        return switch (on) {
            case "group" -> Bystanders.GROUP;
            case "guard" -> Bystanders.GUARD;
            case "entry" -> Bystanders.ENTRY;
            default -> throw new IllegalArgumentException(on);
        };
    }

    private BystanderScene locked(String holder, String level, When when) {
        return BystanderScene.of(temporary, lock(holder, level), when);
    }

    private static Bystander lock(String holder, String level) {
        return Bystanders.lock("locks it", holder, level, Why.LOCK_STOPS);
    }
}
