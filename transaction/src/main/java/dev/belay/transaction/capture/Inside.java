package dev.belay.transaction.capture;

import dev.belay.arm.Fanout;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Resources;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.types.catalog.Fact;
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

    private static final Extension DIAGNOSTICS =
            new Extension("Microsoft.Insights/diagnosticSettings", "2021-05-01-preview");

    private static final List<Extension> EXTENSIONS =
            List.of(
                    new Extension("Microsoft.Authorization/locks", "2020-05-01"),
                    new Extension("Microsoft.Authorization/roleAssignments", "2022-04-01"),
                    DIAGNOSTICS);

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

    /** All lists; they may show more than what lies inside. */
    public List<ReadList> lists(ResourceId id) {
        List<Supplier<ReadList>> lists =
                extensions(id, id.asScope().isPresent() ? SCOPE_EXTENSIONS : EXTENSIONS);
        children(id.type())
                .filter(child -> !twin(id, child))
                .forEach(child -> lists.add(children(id, child)));
        return fanout.all(lists);
    }

    /**
     * Only those lists in which something may be that somebody made. Settings, which exist with
     * their parent and have no DELETE, and what has no PUT at all (views such as detectors,
     * advisors, instances) are nobody's: such a type is listed only where something else may lie in
     * it, and not even then if its names are known, see {@link #known}.
     *
     * @param below whether the locks and role assignments of something above are listed anyway:
     *     those lists show what is below (locks: recorded; role assignments: documented)
     */
    public List<ReadList> made(ResourceId id, boolean below) {
        List<Extension> here = id.asScope().isPresent() ? SCOPE_EXTENSIONS : EXTENSIONS;
        List<Supplier<ReadList>> lists = extensions(id, below ? List.of(DIAGNOSTICS) : here);
        holders(id)
                .filter(child -> onlyNames(child).isEmpty())
                .forEach(child -> lists.add(children(id, child)));
        return fanout.all(lists);
    }

    /** The children of known names that are nobody's, but in which something may lie. */
    public List<ResourceId> known(ResourceId id) {
        return holders(id)
                .flatMap(
                        child ->
                                onlyNames(child).stream()
                                        .map(name -> id.child(child.type().name(), name)))
                .toList();
    }

    /** Whether nobody can have made it, but for whoever made what it lies in. */
    public boolean nobodys(ResourceId id) {
        return knowledge.automatic(id) || knowledge.facts(id).filter(Inside::nobodys).isPresent();
    }

    /** The ids that a list shows; none if it could not be read. */
    public static List<ResourceId> ids(ReadList list) {
        return list instanceof ReadList.Items(var items)
                ? items.stream()
                        .flatMap(item -> item.textAt("/id").flatMap(ResourceId::parse).stream())
                        .toList()
                : List.of();
    }

    private List<Supplier<ReadList>> extensions(ResourceId id, List<Extension> extensions) {
        List<Supplier<ReadList>> lists = new ArrayList<>();
        for (Extension extension : extensions) {
            lists.add(
                    () ->
                            resources.extensions(
                                    id, ResourceType.of(extension.type()), extension.apiVersion()));
        }
        return lists;
    }

    private Supplier<ReadList> children(ResourceId id, TypeFacts child) {
        return () -> resources.children(id, child.type(), child.apiVersion());
    }

    private Stream<TypeFacts> children(ResourceType type) {
        return knowledge.catalog().children(type).stream()
                .flatMap(child -> knowledge.catalog().type(child).stream())
                .filter(child -> !child.readableScopes().isEmpty());
    }

    private boolean twin(ResourceId id, TypeFacts child) {
        return knowledge.twinList(id.child(child.type().name(), "x")).isPresent();
    }

    /** The types of children that somebody may have made, or in which such a thing may lie. */
    private Stream<TypeFacts> holders(ResourceId id) {
        return children(id.type()).filter(child -> !twin(id, child)).filter(this::mayHold);
    }

    private boolean mayHold(TypeFacts type) {
        return !nobodys(type) || children(type.type()).anyMatch(this::mayHold);
    }

    private static boolean nobodys(TypeFacts type) {
        return type.isSetting() || type.writableScopes().isEmpty();
    }

    /** The only names there can be where nobody makes instances; empty: they must be listed. */
    private static List<String> onlyNames(TypeFacts child) {
        return nobodys(child)
                ? child.fixedNames().stream().map(Fact::value).distinct().toList()
                : List.of();
    }
}
