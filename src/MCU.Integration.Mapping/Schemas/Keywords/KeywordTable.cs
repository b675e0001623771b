using System.Collections.Frozen;
using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas.Keywords;

/// <summary>What a keyword makes of its value: rules of the node, or problems told to the site.</summary>
internal delegate void KeywordCompiler(KeywordSite site);

/// <summary>
/// Every keyword that is understood. What is not here (nor an <c>x-</c> annotation) is refused, so that no rule of a schema is silently ignored.
/// Keywords that only work together are compiled by the first of them; the others are listed as companions and only checked for their shape.
/// </summary>
internal static class KeywordTable
{
    public static FrozenDictionary<string, KeywordCompiler> All { get; } = new Dictionary<string, KeywordCompiler>
    {
        ["$schema"] = Structure.Dialect,
        ["$id"] = Structure.Id,
        ["$ref"] = Structure.Reference,
        ["$defs"] = Structure.Definitions,
        ["$comment"] = Annotation,
        ["title"] = Annotation,
        ["description"] = Annotation,
        ["default"] = Annotation,
        ["examples"] = Annotation,
        ["deprecated"] = Annotation,
        ["readOnly"] = Annotation,
        ["writeOnly"] = Annotation,
        ["x-pii"] = Structure.PersonalData,
        ["type"] = Values.Type,
        ["enum"] = Values.Enum,
        ["const"] = site => site.Add(new ConstRule(site.Value)),
        ["minimum"] = Values.Limit,
        ["maximum"] = Values.Limit,
        ["exclusiveMinimum"] = Values.Limit,
        ["exclusiveMaximum"] = Values.Limit,
        ["multipleOf"] = Values.MultipleOf,
        ["minLength"] = site => site.Range("minLength", "maxLength", (min, max) => new TextLengthRule(min, max)),
        ["maxLength"] = site => site.Range("minLength", "maxLength", (min, max) => new TextLengthRule(min, max)),
        ["pattern"] = Values.Pattern,
        ["format"] = Values.Format,
        ["items"] = Structure.Items,
        ["prefixItems"] = Structure.Items,
        ["minItems"] = site => site.Range("minItems", "maxItems", (min, max) => new ItemCountRule(min, max)),
        ["maxItems"] = site => site.Range("minItems", "maxItems", (min, max) => new ItemCountRule(min, max)),
        ["uniqueItems"] = Values.UniqueItems,
        ["contains"] = Structure.Contains,
        ["minContains"] = Structure.ContainsCount,
        ["maxContains"] = Structure.ContainsCount,
        ["properties"] = Structure.Properties,
        ["patternProperties"] = Structure.Properties,
        ["additionalProperties"] = Structure.Properties,
        ["unevaluatedProperties"] = Structure.UnevaluatedProperties,
        ["required"] = Structure.Required,
        ["propertyNames"] = site => site.Add(new PropertyNamesRule(site.Child())),
        ["minProperties"] = site => site.Range("minProperties", "maxProperties", (min, max) => new PropertyCountRule(min, max)),
        ["maxProperties"] = site => site.Range("minProperties", "maxProperties", (min, max) => new PropertyCountRule(min, max)),
        ["dependentRequired"] = Combining.DependentRequired,
        ["dependentSchemas"] = Combining.DependentSchemas,
        ["allOf"] = Combining.AllOf,
        ["anyOf"] = site => site.Add(new AnyOfRule(site.InPlaceList())),
        ["oneOf"] = site => site.Add(new OneOfRule(site.InPlaceList())),
        ["not"] = site => site.Add(new NotRule(site.Child())),
        ["if"] = Combining.If,
        ["then"] = Combining.Branch,
        ["else"] = Combining.Branch,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static void Annotation(KeywordSite site)
    {
        if (site.Keyword is "title" or "description" or "$comment" && site.Value.ValueKind != JsonValueKind.String)
        {
            site.Refuse("must be text");
        }
    }
}
