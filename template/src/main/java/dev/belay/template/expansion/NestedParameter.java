package dev.belay.template.expansion;

import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A parameter that a deployment resource hands to its template: {@code {value} | {reference}}. */
final class NestedParameter {

    /** {@code unknown()}, as Microsoft's engine writes it. */
    static final Value UNKNOWN = new Value.Deferred(Call.of("unknown"));

    private NestedParameter() {}

    /** Empty if it is as if it was not given. */
    static Optional<Value> of(Value parameter) {
        Optional<SequencedMap<String, Value>> members = parameter.asMembers();
        if (members.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        Optional<Value> value = NestedTemplate.member(members.get(), "value");
        return value.isPresent()
                ? value
                : NestedTemplate.member(members.get(), "reference")
                        .filter(reference -> !reference.isNull())
                        .map(NestedParameter::secret);
    }

    private static Value secret(Value reference) {
        SequencedMap<String, Value> members = reference.asMembers().orElseGet(LinkedHashMap::new);
        List<Expression> arguments = new ArrayList<>();
        NestedTemplate.member(members, "keyVault")
                .flatMap(Value::asMembers)
                .flatMap(vault -> NestedTemplate.member(vault, "id"))
                .ifPresent(id -> arguments.add(id.asExpression()));
        NestedTemplate.member(members, "secretName")
                .ifPresent(name -> arguments.add(name.asExpression()));
        NestedTemplate.member(members, "secretVersion")
                .ifPresent(version -> arguments.add(version.asExpression()));
        return new Value.Deferred(new Call("getKeyVaultSecret", arguments));
    }
}
