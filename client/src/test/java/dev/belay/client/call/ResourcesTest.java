package dev.belay.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;

import org.junit.jupiter.api.Test;

class ResourcesTest {

    private static final ResourceId SHOP =
            ResourceId.of(
                    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/shop");

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}";
    }

    private static Read get(int status, String body) {
        return new Resources(new ScriptedArm().then(status, body).client()).get(SHOP, "2023-01-01");
    }

    @Test
    void a_found_resource_keeps_its_version_and_etag() {
        Read read = get(200, "{\"etag\":\"W/1\"}");

        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Found.class,
                        found -> {
                            assertThat(found.etag()).contains("W/1");
                            assertThat(found.resource().apiVersion()).isEqualTo("2023-01-01");
                        });
    }

    @Test
    void only_a_404_of_the_thing_itself_proves_absence() {
        assertThat(get(404, error("ResourceNotFound"))).isInstanceOf(Read.Missing.class);
        assertThat(get(404, error("ParentResourceNotFound"))).isInstanceOf(Read.Missing.class);
        assertThat(get(404, error("ResourceGroupNotFound"))).isInstanceOf(Read.Missing.class);
        assertThat(get(404, error("RoleDefinitionDoesNotExist"))).isInstanceOf(Read.Missing.class);
        assertThat(get(404, error("InvalidResourceType"))).isInstanceOf(Read.Refused.class);
        assertThat(get(404, error("SubscriptionNotFound"))).isInstanceOf(Read.Refused.class);
        assertThat(get(404, "")).isInstanceOf(Read.Refused.class);
        assertThat(get(403, error("AuthorizationFailed"))).isInstanceOf(Read.Refused.class);
    }

    @Test
    void a_list_is_read_through_its_pages_at_the_same_origin() {
        var arm =
                new ScriptedArm()
                        .then(
                                200,
                                "{\"value\":[{\"n\":1}],\"nextLink\":\"https://management.azure.com/a?%24skiptoken=x\"}")
                        .then(200, "{\"value\":[{\"n\":2}]}");

        ReadList list = new Resources(arm.client()).inScope(new Scope.ResourceGroup("s", "rg"));

        assertThat(((ReadList.Items) list).items()).hasSize(2);
        assertThat(arm.asked()).contains("GET /a?%24skiptoken=x");
    }

    @Test
    void a_page_at_another_origin_is_refused() {
        var arm =
                new ScriptedArm()
                        .then(200, "{\"value\":[],\"nextLink\":\"https://evil.example/a\"}");

        assertThat(new Resources(arm.client()).inScope(Scope.TENANT))
                .isInstanceOf(ReadList.Refused.class);
    }
}
