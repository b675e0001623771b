using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>A rule, ready to run. Immutable, thread-safe.</summary>
internal sealed class RuleProgram(RulePlace place, JmesExpression? when, RuleValue value, JsonElement? otherwise, EmptyTarget empty)
{
    private readonly bool _appends = place.To.Tokens[^1] == "-";

    public void Apply(JmesValue current, JmesScope scope, JsonObject target, TargetPath? path, MapRun run)
    {
        // The first value wins.
        if (!_appends && place.To.TryEvaluate(target, out _))
        {
            return;
        }

        JsonNode? made;
        try
        {
            if (when is not null && !when.Evaluate(current, scope).IsTrue)
            {
                return;
            }

            var known = run.Problems.Count;
            made = value.Get(current, scope, place, path, run);
            if (run.Problems.Count > known)
            {
                // Neither the default nor "empty" may paper over a failure.
                return;
            }
        }
        catch (JmesPathException failed)
        {
            run.Fail(place, path, $"map.{failed.Code}", failed.Message);
            return;
        }

        made ??= otherwise is { } fallback ? JmesValue.Wrap(fallback) : null;
        if (made is null && empty == EmptyTarget.Error)
        {
            run.Fail(place, path, "map.empty", "There is no value for this target, and it must have one.");
        }
        else if ((made is not null || empty == EmptyTarget.Null) && !place.To.TrySet(target, made))
        {
            run.Fail(place, path, "map.target", "The target cannot be written: a parent of it is neither an object nor an array with that index.");
        }
    }
}
