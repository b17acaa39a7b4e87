package dev.belay.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;

class ResourceIdTest {

    private static final String GROUP =
            "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/shop";

    @Test
    void a_child_in_a_group_has_scope_type_names_and_container() {
        var id =
                ResourceId.of(
                        GROUP
                                + "/providers/Microsoft.Storage/storageAccounts/s1/blobServices/default");

        assertThat(id.scope()).isEqualTo(Scope.parse(GROUP).orElseThrow());
        assertThat(id.type()).hasToString("Microsoft.Storage/storageAccounts/blobServices");
        assertThat(id.names()).containsExactly("s1", "default");
        assertThat(id.container())
                .contains(ResourceId.of(GROUP + "/providers/Microsoft.Storage/storageAccounts/s1"));
        assertThat(id.isExtension()).isFalse();
    }

    @Test
    void an_extension_resource_hangs_on_another_resource_at_any_depth() {
        String lock =
                GROUP
                        + "/providers/Microsoft.Storage/storageAccounts/s1"
                        + "/providers/Microsoft.Authorization/locks/l1";
        var id = ResourceId.of(lock);

        assertThat(id.isExtension()).isTrue();
        assertThat(id.parent())
                .isEqualTo(
                        ResourceId.of(GROUP + "/providers/Microsoft.Storage/storageAccounts/s1"));
        assertThat(id.scope()).isInstanceOf(Scope.ResourceGroup.class);
        assertThat(ResourceId.of(lock + "/providers/A.B/c/d").parent()).isEqualTo(id);
        assertThat(id.path()).isEqualTo(lock);
    }

    @Test
    void ids_are_the_same_without_case_and_print_the_fixed_words_as_arm_does() {
        var lower = ResourceId.of("/SUBSCRIPTIONS/x/resourcegroups/Rg/PROVIDERS/a.b/C/n");
        var upper = ResourceId.of("/subscriptions/X/resourceGroups/rg/providers/A.B/c/N");

        assertThat(lower).isEqualTo(upper).hasSameHashCodeAs(upper);
        assertThat(lower).hasToString("/subscriptions/x/resourceGroups/Rg/providers/a.b/C/n");
    }

    @Test
    void groups_and_subscriptions_are_resources_too() {
        var group = ResourceId.of(GROUP);

        assertThat(group.type()).isEqualTo(ResourceType.RESOURCE_GROUP);
        assertThat(group.path()).isEqualTo(GROUP);
        assertThat(group.asScope())
                .isEqualTo(Scope.parse(GROUP.toUpperCase(java.util.Locale.ROOT)));
        assertThat(ResourceId.of("/subscriptions/x").type()).isEqualTo(ResourceType.SUBSCRIPTION);
        assertThat(ResourceId.of("/providers/Microsoft.Management/managementGroups/m1").asScope())
                .contains(new Scope.ManagementGroup("m1"));
        assertThat(ResourceId.of("/subscriptions/x/providers/A.B/c/d").scope())
                .isEqualTo(new Scope.Subscription("x"));
    }

    @Test
    void what_hangs_on_a_management_group_lies_in_its_scope() {
        String path = "/providers/Microsoft.Management/managementGroups/m/providers/A.B/policies/p";

        ResourceId id = ResourceId.of(path);

        assertThat(id.path()).isEqualTo(path);
        assertThat(id.scope()).isEqualTo(new Scope.ManagementGroup("m"));
        assertThat(id.parent()).isEqualTo(new Scope.ManagementGroup("m"));
        assertThat(id.isExtension()).isFalse();
    }

    @Test
    void containment_follows_whole_segments() {
        var account = ResourceId.of(GROUP + "/providers/Microsoft.Storage/storageAccounts/s1");

        assertThat(account.contains(account.child("blobServices", "default"))).isTrue();
        assertThat(account.contains(account)).isTrue();
        assertThat(account.contains(ResourceId.of(account.path() + "1"))).isFalse();
        assertThat(ResourceId.of(GROUP).contains(account)).isTrue();
    }

    @Test
    void what_is_no_id_is_refused() {
        for (String text :
                List.of(
                        "",
                        "x",
                        "/",
                        "/subscriptions",
                        "/subscriptions/x/providers",
                        "/subscriptions/x/providers/A.B",
                        "/subscriptions/x/providers/A.B/c",
                        "/subscriptions/x//providers/A.B/c/d",
                        "/foo/x/providers/A.B/c/d",
                        GROUP + "/")) {
            assertThat(ResourceId.parse(text)).as(text).isEmpty();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResourceId.of(Scope.TENANT, ResourceType.of("A.B/c/d"), "one"))
                .withMessageContaining("needs 2 names");
    }

    @Test
    void scopes_contain_what_their_paths_say() {
        var subscription = new Scope.Subscription("X");

        assertThat(subscription.contains(new Scope.ResourceGroup("x", "g"))).isTrue();
        assertThat(subscription.contains(new Scope.ResourceGroup("y", "g"))).isFalse();
        assertThat(Scope.TENANT.contains(subscription)).isTrue();
        assertThat(Scope.parse("/subscriptions/x/")).contains(new Scope.Subscription("X"));
        assertThat(Scope.parse("/providers/Microsoft.Storage/storageAccounts/m")).isEmpty();
    }
}
