package dev.belay.transaction.capture;

import dev.belay.arm.Fanout;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Resources;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.types.catalog.TypeFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lists what lies right inside a resource: its children, one list per child type that the catalog
 * has, and the extension resources that people put on things. A child that is an item of the
 * resource's own body is left out.
 */
public final class Inside {

    private static final List<Extension> EXTENSIONS =
            List.of(
                    new Extension("Microsoft.Authorization/locks", "2020-05-01"),
                    new Extension("Microsoft.Authorization/roleAssignments", "2022-04-01"),
                    new Extension("Microsoft.Insights/diagnosticSettings", "2021-05-01-preview"));

    private static final List<Extension> SCOPE_EXTENSIONS =
            Stream.concat(
                            EXTENSIONS.stream(),
                            Stream.of(
                                    new Extension(
                                            "Microsoft.Authorization/policyAssignments",
                                            "2022-06-01"),
                                    new Extension(
                                            "Microsoft.Authorization/policyDefinitions",
                                            "2021-06-01"),
                                    new Extension(
                                            "Microsoft.Authorization/policySetDefinitions",
                                            "2021-06-01")))
                    .toList();

    private final Resources resources;
    private final Fanout fanout;
    private final TypeKnowledge knowledge;

    public Inside(ArmClient client, Fanout fanout, TypeKnowledge knowledge) {
        this.resources = new Resources(client);
        this.fanout = fanout;
        this.knowledge = knowledge;
    }

    private record Extension(String type, String apiVersion) {}

    /** The lists; they may show more than what lies inside. */
    public List<ReadList> lists(ResourceId id) {
        List<Supplier<ReadList>> lists = new ArrayList<>();
        for (Extension extension : id.asScope().isPresent() ? SCOPE_EXTENSIONS : EXTENSIONS) {
            lists.add(
                    () ->
                            resources.extensions(
                                    id, ResourceType.of(extension.type()), extension.apiVersion()));
        }
        for (ResourceType child : childTypes(id)) {
            String version = knowledge.catalog().type(child).orElseThrow().apiVersion();
            lists.add(() -> resources.children(id, child, version));
        }
        return fanout.all(lists);
    }

    /** The ids that a list shows; none if it could not be read. */
    public static List<ResourceId> ids(ReadList list) {
        return list instanceof ReadList.Items(var items)
                ? items.stream()
                        .flatMap(item -> item.textAt("/id").flatMap(ResourceId::parse).stream())
                        .toList()
                : List.of();
    }

    private List<ResourceType> childTypes(ResourceId id) {
        return knowledge.catalog().children(id.type()).stream()
                .filter(child -> knowledge.catalog().type(child).filter(Inside::listed).isPresent())
                .filter(child -> knowledge.twinList(id.child(child.name(), "x")).isEmpty())
                .toList();
    }

    private static boolean listed(TypeFacts facts) {
        return !facts.readableScopes().isEmpty();
    }
}
