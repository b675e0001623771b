using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>Turns inputs that carry a <see cref="PickerAttribute"/> into choices of the designer, filled from the active set of the moment.</summary>
public sealed class ActivityPickers(PickerBook book, ActiveSets sets)
{
    private const string Single = "dropdown";
    private const string Several = "checklist";

    /// <summary>The descriptors of the Elsa API with choices and the hub's words in place; what is given stays as it is.</summary>
    public IReadOnlyList<JsonObject> Fill(IReadOnlyList<JsonObject> descriptors) => [.. descriptors.Select(descriptor =>
        descriptor["category"]?.GetValue<string>() == HubActivity.Category ? Filled((JsonObject)descriptor.DeepClone()) : descriptor)];

    /// <summary>The designer's answer when it asks for the choices of one input anew.</summary>
    /// <param name="input">Name of the input, in any casing of its first letter.</param>
    /// <param name="context">Values of the activity's other inputs, as the definition has them.</param>
    /// <returns>Null when the input offers no choices.</returns>
    public JsonObject? Options(string typeName, string input, JsonObject? context) =>
        Find(typeName, input) is { } picker ? Specification(picker, Literal(context, picker.Attribute.NarrowedBy)) : null;

    private PickerInput? Find(string typeName, string input) => book.InputsOf(typeName).FirstOrDefault(known => known.JsonName == Casing.Camel(input));

    private JsonObject Filled(JsonObject descriptor)
    {
        var typeName = descriptor["typeName"]!.GetValue<string>();
        foreach (var input in descriptor["inputs"]!.AsArray().OfType<JsonObject>())
        {
            if (Find(typeName, input["name"]!.GetValue<string>()) is { } picker)
            {
                input["uiHint"] = HintOf(picker);

                // The designer then asks for the choices once the activity is selected; in that answer the mark would make it ask for ever.
                var specification = Specification(picker, null);
                specification["Refresh"] = true;
                input["uiSpecifications"] = specification;
            }
        }

        foreach (var port in descriptor["ports"]!.AsArray().OfType<JsonObject>())
        {
            if (PickerWords.Ports.GetValueOrDefault(port["name"]!.GetValue<string>()) is { } title)
            {
                port["displayName"] = title;
            }
        }

        return descriptor;
    }

    private JsonObject Specification(PickerInput picker, string? narrowedBy)
    {
        var items = new JsonArray([.. book.Items(picker, sets.Current, narrowedBy).Select(item => Item(item.Value, item.Text))]);
        if (picker.Attribute.IsOptional && !picker.TakesSeveral)
        {
            items.Insert(0, Item("", "—"));
        }

        var choices = new JsonObject { ["items"] = items, ["isFlagsEnum"] = false };
        return new() { [HintOf(picker)] = new JsonObject { [picker.TakesSeveral ? "checkList" : "selectList"] = choices } };
    }

    private static JsonObject Item(string value, string text) => new() { ["text"] = text, ["value"] = value };

    private static string HintOf(PickerInput picker) => picker.TakesSeveral ? Several : Single;

    // Only what is written down can narrow a choice: a script is not run for it.
    private static string? Literal(JsonObject? context, string? input)
    {
        var value = input is null ? null : context?.FirstOrDefault(property => property.Key.Equals(input, StringComparison.OrdinalIgnoreCase)).Value;
        if (value is JsonObject wrapped)
        {
            var expression = wrapped["expression"] as JsonObject ?? wrapped;
            value = expression["type"] is JsonValue type && type.TryGetValue<string>(out var language) && language == "Literal" ? expression["value"] : null;
        }

        return value is JsonValue scalar && scalar.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
    }
}
