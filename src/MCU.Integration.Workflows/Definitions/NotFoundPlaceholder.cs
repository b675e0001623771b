using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Definitions;

/// <summary>
/// The designer draws an empty canvas when it meets one activity without a descriptor. So unknown activities go out as
/// <c>Elsa.NotFoundActivity</c> with the original inside, and come back as what they were.
/// </summary>
public static class NotFoundPlaceholder
{
    /// <summary>The placeholder's type name.</summary>
    public const string TypeName = "Elsa.NotFoundActivity";

    /// <summary>Replaces the activities that <paramref name="isKnown"/> refuses, in place.</summary>
    /// <param name="root">The root activity of a definition's JSON (a copy: see <see cref="WorkflowDefinition.ToJson"/>).</param>
    /// <param name="isKnown">Whether a descriptor of this type name and version exists.</param>
    public static void Hide(JsonObject root, Func<string, int, bool> isKnown)
    {
        foreach (var element in ActivityTree.Enumerate(root).Reverse().ToList())
        {
            var type = element.Json["type"].AsString() ?? "";
            var version = (int)(element.Json["version"].AsInteger() ?? 1);

            if (type == TypeName || isKnown(type, version))
            {
                continue;
            }

            var original = element.Json.ToJsonString(JsonValues.Relaxed);
            var metadata = element.Json["metadata"]?.DeepClone() as JsonObject ?? [];
            metadata["displayText"] = $"Not Found: {type}";
            var kept = new JsonObject
            {
                ["missingTypeName"] = type,
                ["missingTypeVersion"] = version,
                ["originalActivityJson"] = original,
                ["id"] = element.Json["id"]?.DeepClone(),
                ["nodeId"] = element.Json["nodeId"]?.DeepClone(),
                ["name"] = element.Json["name"]?.DeepClone(),
                ["type"] = TypeName,
                ["version"] = 1,
                ["customProperties"] = element.Json["customProperties"]?.DeepClone() ?? new JsonObject(),
                ["metadata"] = metadata,
            };

            Replace(element.Json, kept);
        }
    }

    /// <summary>Puts the originals back, in place. Where a placeholder was moved or renamed in the designer, that is kept.</summary>
    public static void Restore(JsonObject root)
    {
        // Parents first: an original may itself contain activities.
        foreach (var element in ActivityTree.Enumerate(root))
        {
            if (element.Json["type"].AsString() != TypeName || element.Json["originalActivityJson"].AsString() is not { } text || Original(text) is not { } original)
            {
                continue;
            }

            foreach (var property in (string[])["id", "name"])
            {
                if (element.Json[property] is { } value)
                {
                    original[property] = value.DeepClone();
                }
            }

            if (element.Json["metadata"]?["designer"] is { } designer)
            {
                var metadata = original["metadata"] as JsonObject;

                if (metadata is null)
                {
                    original["metadata"] = metadata = [];
                }

                metadata["designer"] = designer.DeepClone();
            }

            Replace(element.Json, original);
        }
    }

    private static JsonObject? Original(string text)
    {
        try
        {
            return JsonValues.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Replace(JsonObject target, JsonObject source)
    {
        target.Clear();

        foreach (var (name, value) in source.ToList())
        {
            source.Remove(name);
            target[name] = value;
        }
    }
}
