package dev.belay.emulator;

import static dev.belay.emulator.Rig.STORAGE;
import static dev.belay.emulator.Rig.STORAGE_BODY;
import static dev.belay.emulator.Rig.SUBSCRIPTION;
import static dev.belay.emulator.Rig.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

/** Settings that always exist. */
final class SettingsTest {

    private static final String SECURITY = SUBSCRIPTION + "/providers/Microsoft.Security/";
    private static final String CONTACTS =
            SECURITY + "securityContacts/default?api-version=2023-12-01-preview";

    private final Rig arm = Rig.empty();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pricings/VirtualMachines|2024-01-01|pricingTier|Free|Standard",
                "pricings/keyvaults|2024-01-01|pricingTier|Free|Standard",
                "autoProvisioningSettings/default|2017-08-01-preview|autoProvision|Off|On"
            })
    void a_setting_is_there_changes_and_stays_documented(
            String name, String apiVersion, String property, String first, String changed) {
        String path = SECURITY + name + "?api-version=" + apiVersion;

        ArmResponse before = arm.get(path);
        ArmResponse put = arm.put(path, "{properties:{" + property + ":'" + changed + "'}}");
        ArmResponse deleted = arm.delete(path);

        assertThat(text(before, "/properties/" + property)).isEqualTo(first);
        assertThat(arm.send(Method.HEAD, path, "").status()).isEqualTo(204);
        assertThat(put.status()).isEqualTo(200);
        assertThat(deleted.status()).isEqualTo(405);
        assertThat(text(arm.get(path), "/properties/" + property)).isEqualTo(changed);
    }

    @Test
    void contacts_are_reset_by_a_deletion_inferred() {
        String before = arm.get(CONTACTS).body();
        arm.put(CONTACTS, "{properties:{emails:'a@example.com',isEnabled:true}}");
        String changed = text(arm.get(CONTACTS), "/properties/emails");

        ArmResponse deleted = arm.delete(CONTACTS);

        assertThat(changed).isEqualTo("a@example.com");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(arm.get(CONTACTS).body()).isEqualTo(before);
    }

    @Test
    void a_setting_of_a_resource_is_there_with_it_documented() {
        String path =
                STORAGE
                        + "shop1/providers/Microsoft.Security/advancedThreatProtectionSettings/"
                        + "current?api-version=2019-01-01";
        int without = arm.get(path).status();
        arm.make(STORAGE + "shop1", STORAGE_BODY);

        assertThat(without).isEqualTo(404);
        assertThat(arm.get(path).body()).contains("\"isEnabled\":false");
        assertThat(arm.put(path, "{properties:{isEnabled:true}}").status()).isEqualTo(200);
        assertThat(arm.get(path).body()).contains("\"isEnabled\":true");
    }

    @Test
    void an_unknown_plan_is_not_there_inferred() {
        assertThat(arm.get(SECURITY + "pricings/Nothing?api-version=2024-01-01").status())
                .isEqualTo(404);
    }

    @Test
    void a_subscription_deployment_sets_a_plan_documented() {
        String template =
                "{'$schema':'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',"
                    + "contentVersion:'1.0.0.0',resources:[{type:'Microsoft.Security/pricings',"
                    + "apiVersion:'2024-01-01',name:'KeyVaults',properties:{pricingTier:'Standard'}}]}";

        arm.put(
                SUBSCRIPTION + "/providers/Microsoft.Resources/deployments/p",
                "{location:'westus',properties:{mode:'Incremental',template:" + template + "}}");
        arm.pass(Duration.ofMinutes(1));

        assertThat(
                        text(
                                arm.get(SECURITY + "pricings/KeyVaults?api-version=2024-01-01"),
                                "/properties/pricingTier"))
                .isEqualTo("Standard");
    }
}
