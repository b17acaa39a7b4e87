package dev.belay.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compiled classes and the arrows between them. */
record ByteCode(JavaClasses classes, List<ByteCode.Arrow> arrows) {

    private static final Pattern TEMPLATE_CLASS = Pattern.compile(".*/Jte\\w+Generated\\.class");

    /** One class uses another. */
    record Arrow(String from, String fromRoom, String to, String toRoom) {

        boolean leavesRoom() {
            return !fromRoom.equals(toRoom);
        }

        boolean staysInHouse() {
            return toRoom.startsWith(Plate.HOUSE);
        }

        @Override
        public String toString() {
            return from + " uses " + to;
        }
    }

    /** What templates became is left out: nobody wrote it. */
    static ByteCode ofPaths(List<Path> folders) {
        return of(
                new ClassFileImporter()
                        .withImportOption(location -> !location.matches(TEMPLATE_CLASS))
                        .importPaths(folders));
    }

    /** The main classes of all modules of the house. */
    static ByteCode of(House house) {
        var folders = new ArrayList<Path>();
        for (House.Module module : house.modules()) {
            if (Files.isDirectory(module.classes())) {
                folders.add(module.classes());
            } else if (Files.isDirectory(module.main())) {
                throw new IllegalStateException(
                        "Module '" + module.name() + "' is not compiled; run Maven at the root.");
            }
        }
        return ofPaths(folders);
    }

    static ByteCode ofPackage(String name) {
        return of(new ClassFileImporter().importPackages(name));
    }

    private static ByteCode of(JavaClasses classes) {
        var arrows = new ArrayList<Arrow>();
        for (JavaClass from : classes) {
            var seen = new TreeSet<String>();
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (seen.add(to.getName())) {
                    arrows.add(
                            new Arrow(
                                    from.getName(),
                                    from.getPackageName(),
                                    to.getName(),
                                    to.getPackageName()));
                }
            }
        }
        return new ByteCode(classes, List.copyOf(arrows));
    }

    /** Rooms of the house and the rooms of the house that they use. */
    Map<String, Set<String>> rooms() {
        var rooms = new TreeMap<String, Set<String>>();
        classes.forEach(type -> rooms.put(type.getPackageName(), new TreeSet<>()));
        for (Arrow arrow : arrows) {
            if (arrow.leavesRoom() && arrow.staysInHouse()) {
                rooms.computeIfAbsent(arrow.fromRoom(), _ -> new TreeSet<>()).add(arrow.toRoom());
            }
        }
        return rooms;
    }
}
