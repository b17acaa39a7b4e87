package dev.belay.template.function.array;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Names;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Deep merge of objects as {@code union} does it. Evidence: engine. */
final class Merge {

    private Merge() {}

    /** Later members win under their later spelling; a null on the right changes nothing. */
    static SequencedMap<String, Value> of(
            SequencedMap<String, Value> left, SequencedMap<String, Value> right) {
        SequencedMap<String, Value> merged = left;
        for (Map.Entry<String, Value> member : right.entrySet()) {
            merged = with(merged, member.getKey(), member.getValue());
        }
        return merged;
    }

    private static SequencedMap<String, Value> with(
            SequencedMap<String, Value> members, String name, Value value) {
        SequencedMap<String, Value> merged = new LinkedHashMap<>();
        Optional<String> known = Names.find(members.keySet(), name);
        members.forEach(
                (each, old) -> {
                    boolean same = known.filter(each::equals).isPresent();
                    merged.put(same ? name : each, same ? member(old, value) : old);
                });
        if (known.isEmpty()) {
            merged.put(name, value);
        }
        return merged;
    }

    private static Value member(Value old, Value value) {
        if (value.isNull()) {
            return old;
        }
        Kind was = old.kind().orElseThrow(Pending::new);
        Kind is = value.kind().orElseThrow(Pending::new);
        if (was == Kind.OBJECT && is == Kind.OBJECT) {
            return Value.object(of(old.asMembers().orElseThrow(), value.asMembers().orElseThrow()));
        }
        if (was != is && (container(was) || container(is)) && was != Kind.NULL) {
            throw TemplateFault.of(
                    "The template language function 'union' failed to evaluate due to a type"
                            + " mismatch between '"
                            + was.shown()
                            + "' and '"
                            + is.shown()
                            + "'. Please see https://aka.ms/arm-function-union for usage details.");
        }
        return value;
    }

    private static boolean container(Kind kind) {
        return kind == Kind.ARRAY || kind == Kind.OBJECT;
    }
}
