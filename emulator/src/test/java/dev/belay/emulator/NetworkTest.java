package dev.belay.emulator;

import static dev.belay.emulator.Rig.NETWORK;
import static dev.belay.emulator.Rig.code;
import static dev.belay.emulator.Rig.message;
import static dev.belay.emulator.Rig.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.json.Json;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

/** Networks: long-running writes, entity tags, inline twins, what is in use. */
final class NetworkTest {

    private static final String VNET = NETWORK + "virtualNetworks/net";
    private static final String BODY =
            "{location:'West US',properties:{addressSpace:{addressPrefixes:['10.0.0.0/16']},"
                    + "subnets:[{name:'a',properties:{addressPrefix:'10.0.0.0/24'}}]}}";

    private static final String TAGGED = "tags:{a:'1'},properties:{addressSpace";
    private static final String STATE = "/properties/provisioningState";

    private final Rig arm = Rig.empty();

    @Test
    void a_network_is_updating_until_its_operation_has_ended() {
        ArmResponse created = arm.put(VNET, BODY);
        String operation =
                URI.create(created.headers().first("Azure-AsyncOperation").orElseThrow()).getPath()
                        + "?api-version=2023-09-01";
        ArmResponse going = arm.get(operation);
        arm.pass(Duration.ofSeconds(10));
        ArmResponse ended = arm.get(operation);

        assertThat(created.status()).isEqualTo(201);
        assertThat(text(created, "/properties/provisioningState")).isEqualTo("Updating");
        assertThat(text(created, "/location")).isEqualTo("westus");
        assertThat(created.headers().first("ETag").orElseThrow()).startsWith("W/\"");
        assertThat(going.body()).isEqualTo("{\"status\":\"InProgress\"}");
        assertThat(ended.body()).isEqualTo("{\"status\":\"Succeeded\"}");
        assertThat(text(arm.get(VNET), "/properties/provisioningState")).isEqualTo("Succeeded");
    }

    @Test
    void a_subnet_of_the_list_and_the_child_resource_are_one_thing() {
        arm.make(VNET, BODY);

        Json inline = arm.get(VNET + "/subnets/a").json().orElseThrow();
        arm.make(VNET + "/subnets/b", "{properties:{addressPrefix:'10.0.1.0/24'}}");
        Json network = arm.get(VNET).json().orElseThrow();
        arm.delete(VNET + "/subnets/a");
        arm.pass(Duration.ofMinutes(1));
        Json after = arm.get(VNET).json().orElseThrow();

        assertThat(inline.textAt("/properties/addressPrefix")).contains("10.0.0.0/24");
        assertThat(network.textAt("/properties/subnets/1/name")).contains("b");
        assertThat(network.textAt("/properties/subnets/1/id")).contains(VNET + "/subnets/b");
        assertThat(after.textAt("/properties/subnets/0/name")).contains("b");
        assertThat(after.at("/properties/subnets/1")).isEmpty();
        assertThat(arm.get(VNET + "/subnets/a").status()).isEqualTo(404);
    }

    @Test
    void a_put_with_a_list_removes_subnets_and_a_put_without_one_keeps_them() {
        arm.make(VNET, BODY);

        Json kept =
                arm.make(
                        VNET,
                        "{location:'westus',properties:{addressSpace:{addressPrefixes:['10.0.0.0/16']}}}");
        Json removed = arm.make(VNET, BODY.replace("name:'a'", "name:'c'"));

        assertThat(kept.textAt("/properties/subnets/0/name")).contains("a");
        assertThat(removed.textAt("/properties/subnets/0/name")).contains("c");
        assertThat(arm.get(VNET + "/subnets/a").status()).isEqualTo(404);
        assertThat(arm.get(VNET + "/subnets/c").status()).isEqualTo(200);
    }

    @Test
    void a_put_of_a_network_without_peerings_keeps_them_and_what_the_server_gave_them() {
        arm.make(VNET, BODY);
        arm.make(NETWORK + "virtualNetworks/far", BODY);
        String peering = VNET + "/virtualNetworkPeerings/there";
        arm.make(
                peering,
                "{properties:{remoteVirtualNetwork:{id:'"
                        + NETWORK
                        + "virtualNetworks/far'},allowForwardedTraffic:false}}");
        Json before = arm.get(VNET).json().orElseThrow();

        Json after = arm.make(VNET, BODY.replace("properties:{addressSpace", TAGGED));

        assertThat(before.textAt("/properties/virtualNetworkPeerings/0/name")).contains("there");
        assertThat(after.at("/properties/virtualNetworkPeerings"))
                .isEqualTo(before.at("/properties/virtualNetworkPeerings"));
        assertThat(arm.get(peering).status()).isEqualTo(200);
    }

    @Test
    void a_failed_subnet_shows_in_its_network_and_succeeds_with_the_networks_next_put() {
        String subnet = VNET + "/subnets/a";
        Rig failing =
                Rig.with(
                        ",faults:[{when:{method:'PUT',id:'"
                                + subnet
                                + "',stage:'provisioning'},then:{fail:{status:409,code:'Conflict',message:'no'}}}]");
        failing.make(VNET, BODY);
        failing.put(subnet, "{properties:{addressPrefix:'10.0.0.0/25'}}");
        failing.pass(Duration.ofMinutes(1));
        String inside = text(failing.get(VNET), "/properties/subnets/0" + STATE);
        String itself = text(failing.get(subnet), STATE);

        failing.make(VNET, BODY);

        assertThat(inside).isEqualTo("Failed");
        assertThat(itself).isEqualTo("Failed");
        assertThat(text(failing.get(VNET), "/properties/subnets/0" + STATE)).isEqualTo("Succeeded");
        assertThat(text(failing.get(subnet), STATE)).isEqualTo("Succeeded");
    }

    @Test
    void a_label_of_a_public_address_gets_a_name_in_its_region() {
        Json address =
                arm.make(
                        NETWORK + "publicIPAddresses/p",
                        "{location:'West"
                            + " US',properties:{publicIPAllocationMethod:'Dynamic',dnsSettings:{domainNameLabel:'Shop'}}}");

        assertThat(address.textAt("/properties/dnsSettings/fqdn"))
                .contains("shop.westus.cloudapp.azure.com");
    }

    @Test
    void a_subnet_in_use_cannot_go_by_any_way() {
        arm.make(VNET, BODY);
        arm.make(
                NETWORK + "networkInterfaces/nic",
                "{location:'westus',properties:{ipConfigurations:[{name:'one',properties:{subnet:{id:'"
                        + VNET
                        + "/subnets/a'}}}]}}");

        ArmResponse child = arm.delete(VNET + "/subnets/a");
        ArmResponse whole = arm.delete(VNET);
        ArmResponse list = arm.put(VNET, BODY.replace("name:'a'", "name:'c'"));

        assertThat(child.status()).isEqualTo(400);
        assertThat(code(child)).isEqualTo("InUseSubnetCannotBeDeleted");
        assertThat(message(child)).startsWith("Subnet a is in use by " + NETWORK);
        assertThat(code(whole)).isEqualTo("InUseSubnetCannotBeDeleted");
        assertThat(code(list)).isEqualTo("InUseSubnetCannotBeDeleted");
    }

    @Test
    void a_security_group_is_in_use_while_a_subnet_names_it() {
        String group = NETWORK + "networkSecurityGroups/nsg";
        arm.make(
                group,
                "{location:'westus',properties:{securityRules:[{name:'r',properties:{protocol:'Tcp',"
                    + "sourceAddressPrefix:'*',destinationAddressPrefix:'*',access:'Allow',"
                    + "priority:100,direction:'Inbound',sourcePortRange:'*',"
                    + "destinationPortRange:'443'}}]}}");
        arm.make(
                VNET,
                BODY.replace(
                        "addressPrefix:'10.0.0.0/24'",
                        "addressPrefix:'10.0.0.0/24',networkSecurityGroup:{id:'" + group + "'}"));

        ArmResponse refused = arm.delete(group);

        assertThat(code(refused)).isEqualTo("InUseNetworkSecurityGroupCannotBeDeleted");
        assertThat(message(refused)).contains(VNET + "/subnets/a. In order");
        assertThat(arm.get(group + "/securityRules/r").status()).isEqualTo(200);
    }

    @Test
    void a_write_with_an_old_entity_tag_is_refused() {
        arm.make(VNET, BODY);
        String etag = arm.get(VNET).headers().first("ETag").orElseThrow();
        arm.make(VNET, BODY);

        ArmResponse stale =
                arm.send(
                                ArmRequest.of(
                                                Method.PUT,
                                                URI.create(VNET + "?api-version=2023-09-01"),
                                                BODY)
                                        .withHeader("If-Match", etag))
                        .orElseThrow();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(code(stale)).isEqualTo("PreconditionFailed");
    }

    @Test
    void a_second_write_while_the_first_goes_on_is_refused() {
        arm.put(VNET, BODY);

        ArmResponse second = arm.put(VNET, BODY);

        assertThat(second.status()).isEqualTo(409);
        assertThat(code(second)).isEqualTo("AnotherOperationInProgress");
    }
}
