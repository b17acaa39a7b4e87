package dev.belay.emulator.type.network;

import static java.util.stream.Collectors.joining;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;

import java.util.List;
import java.util.Optional;

/** Refusals because something else uses a resource. Texts: recorded. */
final class InUse {

    private InUse() {}

    /** Why the subnet cannot go: something outside its network names it. */
    static Optional<Refusal> ofSubnet(ResourceId subnet, World world) {
        List<StoredResource> users = users(subnet, world);
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Refusal.provider(
                                400,
                                ArmError.of(
                                        "InUseSubnetCannotBeDeleted",
                                        "Subnet "
                                                + subnet.name()
                                                + " is in use by "
                                                + users.getFirst().id()
                                                + " and cannot be deleted. In order to delete the"
                                                + " subnet, delete all the resources within the"
                                                + " subnet. See aka.ms/deletesubnet.")));
    }

    static Optional<Refusal> ofSecurityGroup(ResourceId group, World world) {
        String users =
                users(group, world).stream().map(user -> user.id().path()).collect(joining(", "));
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Refusal.provider(
                                400,
                                ArmError.of(
                                        "InUseNetworkSecurityGroupCannotBeDeleted",
                                        "Network security group "
                                                + group
                                                + " cannot be deleted because it is in use by the"
                                                + " following resources: "
                                                + users
                                                + ". In order to delete the Network security"
                                                + " group, remove the association with the"
                                                + " resource(s). To learn how to do this, see"
                                                + " aka.ms/deletensg.")));
    }

    /** Who names it, but for what contains it, and a network where one of its subnets does. */
    private static List<StoredResource> users(ResourceId id, World world) {
        List<StoredResource> naming =
                world.resources().referencing(id).stream()
                        .filter(user -> !user.id().contains(id))
                        .toList();
        return naming.stream()
                .filter(
                        user ->
                                naming.stream()
                                        .noneMatch(
                                                other ->
                                                        !other.equals(user)
                                                                && user.id().contains(other.id())))
                .toList();
    }
}
