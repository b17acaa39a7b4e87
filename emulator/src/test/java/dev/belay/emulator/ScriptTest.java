package dev.belay.emulator;

import static dev.belay.emulator.Rig.GROUP;
import static dev.belay.emulator.Rig.NETWORK;
import static dev.belay.emulator.Rig.STORAGE;
import static dev.belay.emulator.Rig.STORAGE_BODY;
import static dev.belay.emulator.Rig.code;
import static dev.belay.emulator.Rig.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.json.Json;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

/** Faults, timeline and latencies of the world file. */
final class ScriptTest {

    private static final String PUT_STORAGE =
            "when:{method:'PUT',type:'Microsoft.Storage/storageAccounts'";
    private static final String PLAN = GROUP + "/providers/Microsoft.Web/serverfarms/plan";
    private static final String PLAN_BODY = "{location:'westus',sku:{name:'B1'},properties:{}}";

    @Test
    void a_request_fault_refuses_once_and_leaves_nothing() {
        Rig arm =
                Rig.with(
                        ",faults:[{"
                                + PUT_STORAGE
                                + "},then:{fail:{status:409,code:'Quota',message:'Full.'}}}]");

        ArmResponse first = arm.put(STORAGE + "shop1", STORAGE_BODY);
        ArmResponse missing = arm.get(STORAGE + "shop1");
        ArmResponse second = arm.put(STORAGE + "shop1", STORAGE_BODY);

        assertThat(first.status()).isEqualTo(409);
        assertThat(code(first)).isEqualTo("Quota");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(second.status()).isEqualTo(202);
    }

    @Test
    void a_fault_counts_to_its_nth_attempt() {
        Rig arm =
                Rig.with(
                        ",faults:[{"
                                + PUT_STORAGE
                                + ",nth:2},then:{fail:{status:500,code:'Oops'}},times:1}]");

        assertThat(arm.put(STORAGE + "shop1", STORAGE_BODY).status()).isEqualTo(202);
        assertThat(arm.put(STORAGE + "shop2", STORAGE_BODY).status()).isEqualTo(500);
        assertThat(arm.put(STORAGE + "shop3", STORAGE_BODY).status()).isEqualTo(202);
    }

    @Test
    void failed_provisioning_leaves_a_failed_resource_that_a_get_shows() {
        Rig arm =
                Rig.with(
                        ",faults:[{when:{method:['PUT'],stage:'provisioning',id:'"
                                + NETWORK
                                + "networkSecurityGroups/nsg'},then:{fail:{status:409,code:'Broken'}}}]");

        arm.put(NETWORK + "networkSecurityGroups/nsg", "{location:'westus'}");
        arm.pass(Duration.ofMinutes(1));
        ArmResponse shown = arm.get(NETWORK + "networkSecurityGroups/nsg");

        assertThat(text(shown, "/properties/provisioningState")).isEqualTo("Failed");
    }

    @Test
    void a_failed_update_keeps_the_old_body_unless_it_was_applied() {
        Rig arm =
                Rig.with(
                        ",resources:[{id:'"
                                + PLAN
                                + "',apiVersion:'2022-03-01',body:"
                                + PLAN_BODY
                                + "}],faults:[{when:{method:'PUT',stage:'provisioning',sent:{'/sku/name':'S1'}},"
                                + "then:{fail:{status:500,code:'A'}}},"
                                + "{when:{method:'PUT',stage:'provisioning',sent:{'/sku/name':'P1v2'}},"
                                + "then:{applyThenFail:{status:500,code:'B'}}}]");

        ArmResponse accepted =
                arm.put(PLAN + "?api-version=2022-03-01", PLAN_BODY.replace("B1", "S1"));
        arm.pass(Duration.ofMinutes(1));
        ArmResponse kept = arm.get(PLAN + "?api-version=2022-03-01");
        arm.put(PLAN + "?api-version=2022-03-01", PLAN_BODY.replace("B1", "P1v2"));
        arm.pass(Duration.ofMinutes(1));
        ArmResponse applied = arm.get(PLAN + "?api-version=2022-03-01");

        assertThat(accepted.headers().first("Azure-AsyncOperation")).isPresent();
        assertThat(text(kept, "/sku/name")).isEqualTo("B1");
        assertThat(text(kept, "/properties/provisioningState")).isEqualTo("Failed");
        assertThat(text(applied, "/sku/name")).isEqualTo("P1v2");
    }

    @Test
    void a_lost_answer_has_its_effect_and_a_hanging_request_has_none() {
        Rig arm =
                Rig.with(
                        ",faults:[{"
                                + PUT_STORAGE
                                + "},then:{loseAnswer:true}},{"
                                + PUT_STORAGE
                                + "},then:{hang:true}}]");
        var one = STORAGE + "shop1?api-version=2023-01-01";
        var two = STORAGE + "shop2?api-version=2023-01-01";

        var lost = arm.send(ArmRequest.of(Method.PUT, URI.create(one), STORAGE_BODY));
        var hung = arm.send(ArmRequest.of(Method.PUT, URI.create(two), STORAGE_BODY));

        assertThat(lost).isEmpty();
        assertThat(hung).isEmpty();
        assertThat(arm.get(one).status()).isEqualTo(200);
        assertThat(arm.get(two).status()).isEqualTo(404);
    }

    @Test
    void throttling_tells_how_long_to_wait_and_live_looks_at_what_stands() {
        Rig arm =
                Rig.with(
                        ",faults:[{when:{method:'GET',live:{'/location':'westus'}},"
                                + "then:{answer:429,retryAfter:7}}]");
        ArmResponse throttled = arm.get(GROUP);
        ArmResponse free = arm.get(GROUP);

        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.headers().first("Retry-After")).contains("7");
        assertThat(free.status()).isEqualTo(200);
    }

    @Test
    void others_act_at_a_time_or_after_a_moment() {
        Rig arm =
                Rig.with(
                        ",timeline:[{at:'PT3M',by:'eve',request:{method:'PUT',path:'"
                                + GROUP
                                + "9?api-version=2021-04-01',body:{location:'westus'}}},"
                                + "{after:{ended:'"
                                + NETWORK
                                + "networkSecurityGroups/nsg'},request:{method:'DELETE',path:'"
                                + PLAN
                                + "?api-version=2022-03-01'}}]");
        arm.make(PLAN + "?api-version=2022-03-01", PLAN_BODY);
        arm.put(NETWORK + "networkSecurityGroups/nsg", "{location:'westus'}");

        ArmResponse before = arm.get(PLAN + "?api-version=2022-03-01");
        arm.pass(Duration.ofSeconds(10));
        ArmResponse after = arm.get(PLAN + "?api-version=2022-03-01");
        arm.pass(Duration.ofMinutes(3));

        assertThat(before.status()).isEqualTo(200);
        assertThat(after.status()).isEqualTo(404);
        assertThat(arm.get(GROUP + "9").status()).isEqualTo(200);
    }

    @Test
    void a_latency_makes_a_write_take_its_time_or_wait_for_a_moment() {
        Rig arm =
                Rig.with(
                        ",latencies:[{id:'"
                                + PLAN
                                + "',method:'PUT',takes:'PT7M'},{type:'Microsoft.Network/networkSecurityGroups',"
                                + "takes:{after:{ended:'"
                                + PLAN
                                + "'},plus:'PT1M'}}]");
        arm.put(NETWORK + "networkSecurityGroups/nsg", "{location:'westus'}");
        arm.put(PLAN + "?api-version=2022-03-01", PLAN_BODY);

        arm.pass(Duration.ofSeconds(419));
        Json early = arm.get(PLAN + "?api-version=2022-03-01").json().orElseThrow();
        arm.pass(Duration.ofSeconds(1));
        Json done = arm.get(PLAN + "?api-version=2022-03-01").json().orElseThrow();
        ArmResponse waiting = arm.get(NETWORK + "networkSecurityGroups/nsg");
        arm.pass(Duration.ofMinutes(1));
        ArmResponse released = arm.get(NETWORK + "networkSecurityGroups/nsg");

        assertThat(early.textAt("/properties/provisioningState")).contains("Creating");
        assertThat(done.textAt("/properties/provisioningState")).contains("Succeeded");
        assertThat(text(waiting, "/properties/provisioningState")).isEqualTo("Updating");
        assertThat(text(released, "/properties/provisioningState")).isEqualTo("Succeeded");
    }

    /** Inferred: a write that was refused has failed, for what waits for that. */
    @Test
    void what_waits_for_a_failure_goes_on_when_the_write_is_refused() {
        Rig arm =
                Rig.with(
                        ",latencies:[{type:'Microsoft.Network/networkSecurityGroups',"
                                + "takes:{after:{failed:'"
                                + NETWORK
                                + "virtualNetworks/none/subnets/one'},plus:'PT1M'}}]");
        arm.put(NETWORK + "networkSecurityGroups/nsg", "{location:'westus'}");
        arm.pass(Duration.ofHours(1));
        ArmResponse waiting = arm.get(NETWORK + "networkSecurityGroups/nsg");

        ArmResponse refused =
                arm.put(
                        NETWORK + "virtualNetworks/none/subnets/one",
                        "{properties:{addressPrefix:'10.0.0.0/24'}}");
        arm.pass(Duration.ofMinutes(1));

        assertThat(text(waiting, "/properties/provisioningState")).isEqualTo("Updating");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(
                        text(
                                arm.get(NETWORK + "networkSecurityGroups/nsg"),
                                "/properties/provisioningState"))
                .isEqualTo("Succeeded");
    }
}
